import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { Dialog as RadixDialog } from 'radix-ui';
import { useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import type { DisplayPage } from '../display-list.ts';
import { PagePicture } from '../svg/PagePicture.tsx';
import styles from './PageView.module.css';

interface PageViewProps {
  readonly pages: readonly DisplayPage[];
  readonly images: Readonly<Record<string, string>>;
  readonly index: number;
  readonly onShow: (index: number) => void;
  readonly onClose: () => void;
}

/** One page as large as the window lets it be. Arrow keys turn the pages, Escape goes back to all of them. */
export function PageView({ pages, images, index, onShow, onClose }: PageViewProps) {
  const t = useText();
  const [cameFrom] = useState(() => document.activeElement);
  const page = pages[index];
  if (page === undefined) return null;
  const step = (by: number): void => onShow(Math.min(pages.length - 1, Math.max(0, index + by)));
  return (
    <RadixDialog.Root open onOpenChange={(open) => open || onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.scrim} />
        <RadixDialog.Content
          className={styles.view}
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (cameFrom instanceof HTMLElement) cameFrom.focus();
          }}
          onKeyDown={({ key }) => {
            if (key === 'ArrowRight' || key === 'PageDown') step(1);
            if (key === 'ArrowLeft' || key === 'PageUp') step(-1);
          }}
        >
          <header>
            <div aria-live="polite">
              <RadixDialog.Title>{page.title}</RadixDialog.Title>
              <p className="num">{t('export.pageOf', { page: index + 1, pages: pages.length })}</p>
            </div>
            <IconButton label={t('export.previousPage')} disabled={index === 0} onClick={() => step(-1)}>
              <CaretLeftIcon />
            </IconButton>
            <IconButton label={t('export.nextPage')} disabled={index === pages.length - 1} onClick={() => step(1)}>
              <CaretRightIcon />
            </IconButton>
            <RadixDialog.Close asChild>
              <IconButton label={t('common.close')}>
                <XIcon />
              </IconButton>
            </RadixDialog.Close>
          </header>
          <div className={styles.place}>
            <div
              className={styles.sheet}
              style={{ '--shape': page.sheet.width / page.sheet.height } as React.CSSProperties}
            >
              <PagePicture page={page} images={images} look="large" />
            </div>
          </div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
