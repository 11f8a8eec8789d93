import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer';
import { Dialog } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import type { DisplayPage } from '../display-list.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { drawPages } from './draw-pages.ts';
import { openImageUrls } from './image-urls.ts';
import styles from './PrintView.module.css';
import { pageStyles } from './page-sizes.ts';

interface PrintViewProps {
  readonly report: Pick<PreparedReport, 'input' | 'pages'>;
  readonly leftOutParts: readonly string[];
  readonly onClose: () => void;
}

/**
 * Every page as it comes out of the printer, and nothing else of the product on paper. Escape closes it. Shows what it was
 * opened with: whoever is about to print must not see pages go while somebody else works on the board.
 */
export function PrintView({ onClose, ...given }: PrintViewProps) {
  const t = useText();
  const [{ report, leftOutParts }] = useState(given);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const drawn = usePages(place, report, leftOutParts, (title) => t('export.printMissing', { title }));
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
          <style>{pageStyles(drawn.pages)}</style>
          <header className={styles.bar}>
            <div className={styles.about}>
              <Dialog.Title>{report.input.title}</Dialog.Title>
              <p role="status">
                <State drawn={drawn} />
              </p>
            </div>
            <div className={styles.buttons}>
              <Dialog.Close asChild>
                <Button look="line">{t('common.close')}</Button>
              </Dialog.Close>
              <Button
                ref={print}
                look="primary"
                busy={drawn.status === 'drawing'}
                disabled={drawn.status === 'failed'}
                onClick={() => window.print()}
              >
                <PrinterIcon aria-hidden="true" />
                {t('export.printNow')}
              </Button>
            </div>
          </header>
          <ol ref={setPlace} className={styles.sheets} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function State({ drawn }: { readonly drawn: Drawn }) {
  const t = useText();
  switch (drawn.status) {
    case 'failed':
      return `${t('export.failedTitle')}. ${t('export.failedText')}`;
    case 'drawing':
      return t('export.printPreparing', { page: drawn.page, pages: drawn.pages.length });
    case 'ready': {
      const { missing, pages } = drawn;
      if (missing.length === 0) return t('export.printHint', { count: pages.length });
      return <strong>{t('export.printUndrawn', { count: missing.length, pages: missing.join(', ') })}</strong>;
    }
  }
}

/** @param pages of the report, as far as they are known */
type Drawn = { readonly pages: readonly DisplayPage[] } & (
  | { readonly status: 'drawing'; readonly page: number }
  /** Numbers of pages in whose place a sheet says that they are missing. */
  | { readonly status: 'ready'; readonly missing: readonly number[] }
  | { readonly status: 'failed' }
);

/** Draws page after page into the list, in turns with the browser. */
function usePages(
  place: HTMLElement | null,
  report: PrintViewProps['report'],
  leftOutParts: readonly string[],
  missingText: (title: string) => string,
): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ status: 'drawing', page: 0, pages: report.pages });
  const texts = useRef(missingText);
  useEffect(() => {
    if (place === null) return;
    const gone = new AbortController();
    const { urls, close } = openImageUrls(report.input.images);
    const draw = async (): Promise<void> => {
      const pages = await withoutParts(report, leftOutParts);
      const onPage = (page: number): void => setDrawn({ status: 'drawing', page, pages });
      const missing = await drawPages(place, pages, { urls, missingText: texts.current, signal: gone.signal, onPage });
      setDrawn({ status: 'ready', missing, pages });
    };
    draw().catch(() => gone.signal.aborted || setDrawn({ status: 'failed', pages: report.pages }));
    return () => {
      gone.abort();
      place.replaceChildren();
      close();
    };
  }, [place, report, leftOutParts]);
  return drawn;
}

/** Contents and numbers are those of the pages that are left, as in the file. */
async function withoutParts(
  { input, pages }: PrintViewProps['report'],
  leftOutParts: readonly string[],
): Promise<readonly DisplayPage[]> {
  if (leftOutParts.length === 0) return pages;
  const { composeHere } = await import('../compose-here.ts');
  return composeHere({ ...input, leftOutParts });
}
