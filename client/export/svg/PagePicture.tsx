import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { DisplayPage } from '../display-list.ts';
import { inlineSvg } from './inline-svg.ts';
import styles from './PagePicture.module.css';
import { paintSmall } from './small-picture.ts';

interface PagePictureProps {
  readonly page: DisplayPage;
  /** Data URLs by the name that the page uses. */
  readonly images: Readonly<Record<string, string>>;
  /** `small` shows what is where and is painted once it comes into view; `large` can be read. */
  readonly look: 'small' | 'large';
}

/** A page of the file, as wide as its place; called by its title where it has one. */
export function PagePicture({ look, ...picture }: PagePictureProps) {
  const t = useText();
  const label = picture.page.title || t('export.pictureTitle');
  return look === 'small' ? <SmallPicture {...picture} label={label} /> : <LargePicture {...picture} label={label} />;
}

interface PictureProps extends Omit<PagePictureProps, 'look'> {
  readonly label: string;
}

const proportions = ({ sheet }: DisplayPage) => ({ aspectRatio: `${sheet.width} / ${sheet.height}` });

function SmallPicture({ page, images, label }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    const gone = new AbortController();
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        // A page that cannot be painted stays a blank sheet: its title beside it says what it is.
        paintSmall(place, page, images, gone.signal).catch(() => undefined);
      },
      { rootMargin: '50%' },
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
      gone.abort();
    };
  }, [page, images]);
  return <canvas ref={canvas} className={styles.picture} style={proportions(page)} role="img" aria-label={label} />;
}

function LargePicture({ page, images, label }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    inlineSvg(page, images, false)
      .then((drawn) => {
        drawn.setAttribute('aria-hidden', 'true');
        if (!gone) place.current?.replaceChildren(drawn);
      })
      // As with a small picture: a blank sheet under its title.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [page, images]);
  return <div ref={place} className={styles.picture} style={proportions(page)} role="img" aria-label={label} />;
}
