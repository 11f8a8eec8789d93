import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass';
import { TableIcon } from '@phosphor-icons/react/dist/csr/Table';
import { Tabs } from 'radix-ui';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type TLShapeId, useValue } from 'tldraw';
import { writeCsv } from '../../../shared/board/export/csv.ts';
import type { BoardView } from '../../../shared/method/board-view.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { type CardKind, cardKinds } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import type { ValueReader } from '../../canvas/card-shapes/value-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMethod } from '../method.ts';
import { useChosen } from '../panel/use-chosen.ts';
import { useSettled } from '../panel/use-view.ts';
import { cellText } from './cell-text.ts';
import { type ColumnId, columnsOf, isField } from './columns.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { type Filter, filterRows, noFilter } from './filter-rows.ts';
import { Grid } from './Grid.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { countKinds, type Row, rowsOf } from './rows.ts';
import { nextSorting, type Sorting, sortRows } from './sort-rows.ts';
import styles from './TableView.module.css';
import { useColumnName } from './use-column-name.ts';
import { useRowReader, useTableActions } from './use-table.ts';

/** How often the table follows the board while others go on changing it. */
const stepMs = 150;

interface TableViewProps {
  /** Saves what is shown. @param label what the rows are */
  readonly onDownload: (csv: string, label: string) => void;
}

/** The board's cards as tables, one of each kind: the same cards and the same edits as on the canvas. */
export function TableView({ onDownload }: TableViewProps) {
  const t = useText();
  const { editor, view: live, template, language } = useMethod();
  // The canvas under it would take keys for its own.
  useEffect(() => {
    editor.blur({ blurContainer: false });
    return () => {
      if (!editor.isDisposed) editor.focus({ focusContainer: false });
    };
  }, [editor]);
  const view = useSettled(live, stepMs);
  const [wanted, setWanted] = useState<CardKind | null>(null);
  const kinds = useMemo(() => kindsOf(view, template), [view, template]);
  const first = kinds.find(({ count }) => count > 0) ?? kinds[0];
  const kind = kinds.find((known) => known.kind === wanted)?.kind ?? first?.kind;
  if (kind === undefined)
    return (
      <div className={styles.table}>
        <div className={styles.empty}>
          <EmptyState title={t('table.noCardsTitle')} text={t('table.noCardsText')} />
        </div>
      </div>
    );
  return (
    <Tabs.Root
      className={styles.table}
      value={kind}
      onValueChange={(next) => setWanted(cardKinds.find((known) => known === next) ?? null)}
    >
      <Tabs.List className={styles.tabs} aria-label={t('table.kinds')}>
        {kinds.map(({ kind: known, count }) => (
          <Tabs.Trigger key={known} value={known} lang={language}>
            {kindWords[known].many[language]} <span className="num">{count}</span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className={styles.content} value={kind} tabIndex={-1}>
        <KindTable key={kind} {...{ kind, view, onDownload }} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

/** Kinds that there are cards of, and those that the board has a place for. */
function kindsOf(view: BoardView, template: ReturnType<typeof useMethod>['template']) {
  const counts = new Map(countKinds(view, cardKinds).map(({ kind, count }) => [kind, count]));
  const placed = new Set(template.frames.flatMap(({ zones }) => zones.map(({ cardKind }) => cardKind)));
  return cardKinds
    .filter((kind) => counts.has(kind) || placed.has(kind))
    .map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}

interface KindTableProps extends TableViewProps {
  readonly kind: CardKind;
  readonly view: BoardView;
}

function KindTable({ kind, view, onDownload }: KindTableProps) {
  const t = useText();
  const { editor, language, people, readOnly } = useMethod();
  const rowReader = useRowReader();
  const actions = useTableActions();
  const nameOf = useColumnName(kind);
  const chosen = useChosen(editor);
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [isPasting, setIsPasting] = useState(false);
  const reader = useMemo(() => ({ language, people }), [language, people]);
  const columns = useMemo(() => columnsOf(kind), [kind]);
  // What is locked is a reading of the canvas too.
  const all = useValue('rows', () => rowsOf(view, kind, rowReader), [view, kind, rowReader]);
  const asked = useDeferredValue(filter);
  const rows = useMemo(
    () => sortRows(filterRows(all, asked, columns, reader), sorting, reader),
    [all, asked, columns, sorting, reader],
  );
  const isFiltered = filter.text.trim() !== '' || Object.keys(filter.only).length > 0;
  const many = kindWords[kind].many[language];
  // A file goes to others.
  const shared = rows.filter(({ isPrivate }) => !isPrivate);
  const download = () =>
    onDownload(
      writeCsv(
        columns,
        shared.map((row) => Object.fromEntries(columns.map((column) => [column, exported(row, column, reader)]))),
      ),
      many,
    );
  return (
    <>
      <div className={styles.tools}>
        <label className={styles.search}>
          <MagnifyingGlassIcon aria-hidden="true" />
          <span className="visually-hidden">{t('table.find')}</span>
          <input
            type="search"
            placeholder={t('table.find')}
            value={filter.text}
            onChange={({ target }) => setFilter({ ...filter, text: target.value })}
          />
        </label>
        <FilterMenu {...{ filter, reader }} rows={all} onChange={setFilter} />
        {!readOnly && (
          <Button onClick={() => setIsPasting(true)}>
            <TableIcon aria-hidden="true" />
            <span>{t('table.pasteRows')}</span>
          </Button>
        )}
        <Button
          onClick={download}
          disabled={shared.length === 0}
          {...(shared.length < rows.length && { title: t('privateWriting.notInFile') })}
        >
          <DownloadSimpleIcon aria-hidden="true" />
          CSV
        </Button>
      </div>
      {rows.length === 0 && isFiltered ? (
        <div className={styles.empty}>
          <EmptyState title={t('table.noMatchTitle')} text={t('table.noMatchText', { count: all.length })}>
            <Button look="line" onClick={() => setFilter(noFilter)}>
              {t('table.showAll')}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <Grid
          {...{ kind, rows, columns, sorting, actions }}
          openId={chosen?.type === 'card' ? chosen.id : null}
          onSort={(column) => setSorting(nextSorting(sorting, column))}
          onOpen={(id) => editor.select(id as TLShapeId)}
        />
      )}
      <footer className={styles.foot}>
        <p aria-live="polite">
          {isFiltered
            ? t('table.shownOf', { count: rows.length, all: all.length })
            : t('table.shown', { count: rows.length })}
          {sorting !== null && ` ${t(`table.sorted-${sorting.direction}`, { column: nameOf(sorting.column) })}`}
        </p>
        <p className={styles.keys}>{t(readOnly ? 'table.keysReading' : 'table.keys')}</p>
      </footer>
      {isPasting && (
        <PasteDialog
          kind={kind}
          organisationId={actions.organisationId}
          cards={all}
          room={actions.room()}
          onBring={(plan) => {
            actions.bring(kind, plan);
            setIsPasting(false);
          }}
          onClose={() => setIsPasting(false)}
        />
      )}
    </>
  );
}

/** A cell as other programs read it: numbers and days in the one spelling that all of them know. */
function exported(row: Row, column: ColumnId, reader: ValueReader): string | number {
  if (column === 'depth') return row.depth ?? '';
  const value = isField(column) ? row.fields[column] : undefined;
  if (typeof value === 'number') return value;
  return isField(column) && fieldTypes[column].type === 'date' ? String(value ?? '') : cellText(row, column, reader);
}
