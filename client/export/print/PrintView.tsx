import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer';
import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import type { DisplayPage } from '../display-list.ts';
import { nextTurn } from '../next-turn.ts';
import { inlineSvg } from '../svg/inline-svg.ts';
import { facesReady } from './faces-ready.ts';
import { openImageUrls } from './image-urls.ts';
import styles from './PrintView.module.css';
import { pageName, pageStyles } from './page-sizes.ts';

interface PrintViewProps {
  readonly title: string;
  readonly pages: readonly DisplayPage[];
  /** Data URLs by the name that the pages use. */
  readonly images: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/**
 * Every page as it comes out of the printer, and nothing else of the product on paper. Escape closes it. Shows what it was
 * opened with: whoever is about to print must not see pages go while somebody else works on the board.
 */
export function PrintView({ onClose, ...given }: PrintViewProps) {
  const t = useText();
  const [{ title, pages, images }] = useState(given);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const drawn = useDrawnPages(place, pages, images);
  const print = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root open onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          className={styles.view}
          data-print-view=""
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            print.current?.focus();
          }}
        >
          <style>{pageStyles(pages)}</style>
          <header className={styles.bar}>
            <div>
              <Dialog.Title>{title}</Dialog.Title>
              <p role="status">
                {drawn === 'failed'
                  ? `${t('export.failedTitle')}. ${t('export.failedText')}`
                  : drawn === 'ready'
                    ? t('export.printHint', { count: pages.length })
                    : t('export.printPreparing', { page: drawn, pages: pages.length })}
              </p>
            </div>
            <Dialog.Close asChild>
              <Button look="line">{t('common.close')}</Button>
            </Dialog.Close>
            <Button
              ref={print}
              look="primary"
              busy={typeof drawn === 'number'}
              disabled={drawn === 'failed'}
              onClick={() => window.print()}
            >
              <PrinterIcon aria-hidden="true" />
              {t('export.printNow')}
            </Button>
          </header>
          <ol ref={setPlace} className={styles.sheets} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** How many pages there are so far, and how it ended. */
type Drawn = number | 'ready' | 'failed';

/** Draws page after page into the list, in turns with the browser. @returns how many there are so far */
function useDrawnPages(
  place: HTMLElement | null,
  pages: readonly DisplayPage[],
  images: Readonly<Record<string, string>>,
): Drawn {
  const [drawn, setDrawn] = useState<Drawn>(0);
  useEffect(() => {
    if (place === null) return;
    const gone = new AbortController();
    const { urls, close } = openImageUrls(images);
    drawPages(place, pages, urls, gone.signal, setDrawn).then(
      () => setDrawn('ready'),
      () => gone.signal.aborted || setDrawn('failed'),
    );
    return () => {
      gone.abort();
      place.replaceChildren();
      close();
    };
  }, [place, pages, images]);
  return drawn;
}

async function drawPages(
  place: HTMLElement,
  pages: readonly DisplayPage[],
  images: Readonly<Record<string, string>>,
  signal: AbortSignal,
  onDrawn: (count: number) => void,
): Promise<void> {
  for (const [index, page] of pages.entries()) {
    await nextTurn();
    signal.throwIfAborted();
    const sheet = document.createElement('li');
    sheet.setAttribute('aria-label', page.title);
    sheet.style.setProperty('--sheet-width', `${page.sheet.width}pt`);
    sheet.style.setProperty('--sheet-height', `${page.sheet.height}pt`);
    sheet.style.setProperty('page', pageName(page.sheet));
    sheet.append(await inlineSvg(page, images));
    place.append(sheet);
    onDrawn(index + 1);
  }
  await facesReady(place, signal);
}
