import { MagnifyingGlassPlusIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlassPlus';
import { memo } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { DisplayPage } from '../display-list.ts';
import { PagePicture } from '../svg/PagePicture.tsx';
import styles from './PageCard.module.css';

interface PageCardProps {
  readonly page: DisplayPage;
  readonly images: Readonly<Record<string, string>>;
  /** In the file; null for a page that is left out. */
  readonly number: number | null;
  /** How many pages its part has. */
  readonly together: number;
  readonly control: { readonly type: 'checkbox' | 'radio'; readonly checked: boolean; readonly onChange: () => void };
  readonly onView: () => void;
}

/** A page in small. A click takes it or leaves it out; Enter and the magnifier show it large. */
export function PageCard({ page, images, number, together, control, onView }: PageCardProps) {
  const t = useText();
  const title = withoutNumber(page.title);
  return (
    <li
      className={styles.page}
      data-out={control.type === 'checkbox' && !control.checked}
      data-picked={control.type !== 'radio' || control.checked}
    >
      <label>
        <input
          type={control.type}
          name={control.type === 'radio' ? 'picked page' : undefined}
          checked={control.checked}
          onChange={control.onChange}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onView();
          }}
          aria-label={nameOf(title, number, together, t)}
        />
        <span className={styles.sheet}>
          <Picture page={page} images={images} />
        </span>
        <span className={styles.title}>
          <b>{number ?? '–'}</b>
          <span className={styles.words}>{title}</span>
        </span>
      </label>
      <button
        type="button"
        onClick={onView}
        aria-label={t('export.look', { title })}
        title={t('export.look', { title })}
      >
        <MagnifyingGlassPlusIcon aria-hidden="true" />
      </button>
    </li>
  );
}

function nameOf(title: string, page: number | null, count: number, t: ReturnType<typeof useText>): string {
  if (page === null) return t('export.pageLeftOut', { title });
  return count === 1 ? t('export.keepPage', { page, title }) : t('export.keepPageMore', { page, title, count });
}

/** Drawn once, however often a choice beside it changes. */
const Picture = memo(({ page, images }: Pick<PageCardProps, 'page' | 'images'>) => (
  <span aria-hidden="true" className={styles.picture}>
    <PagePicture page={page} images={images} look="small" />
  </span>
));

/** "2a The tree" beside its page number would be two numbers side by side. */
const withoutNumber = (title: string): string => title.replace(/^\d+\p{L}?\s+(?=\S)/u, '');
