import { ArrowClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowClockwise';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import type { DisplayPage } from '../display-list.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { PageCard } from './PageCard.tsx';
import styles from './PagesPanel.module.css';
import { PageView } from './PageView.tsx';
import { numberPages } from './page-numbers.ts';

/** What a click on a page does: leave its part out, or choose it alone. */
export type PageUse =
  | { readonly kind: 'leave-out'; readonly parts: ReadonlySet<string>; readonly onToggle: (part: string) => void }
  | { readonly kind: 'pick'; readonly picked: number; readonly onPick: (index: number) => void };

interface PagesPanelProps {
  readonly report: PreparedReport | null;
  /** Pages are on the way, or will be other ones in a moment. */
  readonly busy: boolean;
  readonly changed: boolean;
  readonly onUpdate: () => void;
  readonly use: PageUse;
}

/** The file as it will be, page by page. */
export function PagesPanel({ report, busy, changed, onUpdate, use }: PagesPanelProps) {
  const t = useText();
  const [viewed, setViewed] = useState<number | null>(null);
  return (
    <section className={styles.pages} aria-busy={busy} aria-label={t('export.pagesList')}>
      <div role="status">
        {changed && (
          <p className={styles.changed}>
            <span>{t('export.changed')}</span>
            <Button look="line" onClick={onUpdate}>
              <ArrowClockwiseIcon aria-hidden="true" />
              {t('export.updatePreview')}
            </Button>
          </p>
        )}
      </div>
      {report === null ? <Skeletons busy={busy} /> : <Pages report={report} use={use} onView={setViewed} />}
      {report !== null && viewed !== null && viewed < report.pages.length && (
        <PageView
          pages={report.pages}
          images={report.input.images}
          index={viewed}
          onShow={setViewed}
          onClose={() => setViewed(null)}
        />
      )}
    </section>
  );
}

interface PagesProps {
  readonly report: PreparedReport;
  readonly use: PageUse;
  readonly onView: (index: number) => void;
}

function Pages({ report: { pages, input }, use, onView }: PagesProps) {
  const t = useText();
  const leftOut = use.kind === 'leave-out' ? use.parts : noParts;
  const numbers = useMemo(() => numberPages(pages, leftOut), [pages, leftOut]);
  const together = useMemo(() => countParts(pages), [pages]);
  const chosen = numbers.filter((number) => number !== null).length;
  return (
    <>
      <p className={styles.count}>
        {chosen === pages.length
          ? t('export.pages', { count: pages.length })
          : t('export.pagesChosen', { chosen, count: pages.length })}{' '}
        {t(use.kind === 'pick' ? 'export.pagesPick' : 'export.pagesHint')}
      </p>
      <ol>
        {pages.map((page, index) => (
          <PageCard
            // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their place, several belong to one part.
            key={index}
            page={page}
            images={input.images}
            number={numbers[index] ?? null}
            together={together.get(page.part) ?? 1}
            control={
              use.kind === 'pick'
                ? { type: 'radio', checked: use.picked === index, onChange: () => use.onPick(index) }
                : { type: 'checkbox', checked: !leftOut.has(page.part), onChange: () => use.onToggle(page.part) }
            }
            onView={() => onView(index)}
          />
        ))}
      </ol>
    </>
  );
}

const noParts: ReadonlySet<string> = new Set();

function countParts(pages: readonly DisplayPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { part } of pages) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

/** As many sheets as a board of the method has. */
const sheets = ['cover', 'first', 'second', 'third', 'fourth', 'fifth'] as const;

function Skeletons({ busy }: { readonly busy: boolean }) {
  const t = useText();
  return (
    <>
      <p className={styles.count}>{t(busy ? 'export.pagesPreparing' : 'export.pagesNone')}</p>
      {busy && (
        <ol aria-hidden="true">
          {sheets.map((sheet) => (
            <li key={sheet} className={styles.skeleton}>
              <span />
              <i />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
