import { type ClipboardEvent, useMemo, useState } from 'react';
import { type CardKind, titleMax } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { useMethod } from '../method.ts';
import styles from './PasteDialog.module.css';
import {
  type Mapping,
  type PastePlan,
  planRows,
  readHeadings,
  remap,
  type SheetReading,
  targetsOf,
} from './paste-rows.ts';
import { RefusedRows } from './RefusedRows.tsx';
import type { Row } from './rows.ts';
import { type FileReading, readHtmlTable, readSheet, readSheetFile, type Sheet } from './spreadsheet.ts';
import { useColumnName } from './use-column-name.ts';

type FileFault = Extract<FileReading, { ok: false }>['fault'];

/** Rows of the sheet that are shown, so that one sees what a column holds. */
const sampleRows = 4;

interface PasteDialogProps {
  readonly kind: CardKind;
  /** Rows that are there already; by default somebody pastes or chooses them first. */
  readonly sheet?: Sheet;
  readonly organisationId: (name: string) => string | undefined;
  /** The cards of the kind: rows of a table of ours may be of them. */
  readonly cards: readonly Row[];
  /** How many cards there is room for on the board. */
  readonly room: number;
  readonly onBring: (plan: PastePlan) => void;
  readonly onClose: () => void;
}

/** Rows of a spreadsheet become cards, all of them or those that one chooses, once one has seen what becomes of them. */
export function PasteDialog({
  kind,
  sheet: first = noRows,
  organisationId,
  cards,
  room,
  onBring,
  onClose,
}: PasteDialogProps) {
  const t = useText();
  const { language } = useMethod();
  const [sheet, setSheet] = useState<Sheet>(first);
  const [reading, setReading] = useState<SheetReading>(() => (first.length === 0 ? unread : readHeadings(first, kind)));
  const [fault, setFault] = useState<FileFault | null>(null);
  /** The rows that one goes on without: with others one is asked again. */
  const [leftOut, setLeftOut] = useState('');
  const known = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const plan = useMemo(
    () => planRows(sheet, reading, { kind, organisationId, known }),
    [sheet, reading, kind, organisationId, known],
  );
  const read = (next: Sheet) => {
    setSheet(next);
    setReading(readHeadings(next, kind));
    setLeftOut('');
  };
  const readFile = async (file: File) => {
    setFault(null);
    const result = await readSheetFile(file);
    if (result.ok) read(result.sheet);
    else setFault(result.fault);
  };
  const onPaste = (event: ClipboardEvent) => {
    const table = readHtmlTable(event.clipboardData.getData('text/html'));
    if (table === null || table.length === 0) return;
    event.preventDefault();
    read(table);
  };
  const isEmpty = sheet.length === 0;
  const hasTitle = reading.mapping.includes('title');
  const refused = plan.refused.map(({ number }) => number).join(' ');
  const isSettled = refused === leftOut;
  const count = plan.rows.length + plan.changes.length;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('table.pasteTitle', { kinds: kindWords[kind].many[language] })}
      text={t('table.pasteText')}
    >
      <DialogBody>
        {isEmpty ? (
          <>
            <FileDrop
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
              choose={t('table.chooseFile')}
              drop={t('table.dropFile')}
              onFile={(file) => void readFile(file)}
            />
            <div role="alert">{fault !== null && <p className={styles.warning}>{t(`table.file-${fault}`)}</p>}</div>
            <Field label={t('table.pasteHere')}>
              {(control) => (
                <textarea
                  {...control}
                  className={styles.paste}
                  rows={6}
                  value=""
                  onPaste={onPaste}
                  onChange={({ target }) => read(readSheet(target.value))}
                />
              )}
            </Field>
          </>
        ) : (
          <>
            <Preview {...{ kind, sheet, reading }} onMap={(mapping) => setReading({ ...reading, mapping })} />
            <label className={styles.headed}>
              <input
                type="checkbox"
                checked={reading.headings !== null}
                onChange={({ target }) => setReading(withHeadings(reading, target.checked ? sheet : null, kind))}
              />
              {t('table.firstRowIsHeadings')}
            </label>
            {!hasTitle && (
              <p className={styles.warning}>{t('table.needsTitle', { kind: kindWords[kind].name[language] })}</p>
            )}
            {plan.same > 0 && <p className="muted small">{t('table.sameCards', { count: plan.same })}</p>}
            {plan.long > 0 && (
              <p className="muted small">{t('table.longTitles', { count: plan.long, max: titleMax })}</p>
            )}
            {plan.rows.length > room && <p className={styles.warning}>{t('table.noRoom', { count: room })}</p>}
            {hasTitle && plan.refused.length > 0 && (
              <RefusedRows
                kind={kind}
                rows={plan.refused}
                leftOut={count === 0 ? undefined : isSettled}
                onLeaveOut={(next) => setLeftOut(next ? refused : '')}
              />
            )}
          </>
        )}
      </DialogBody>
      <DialogFooter>
        {!isEmpty && (
          <Button onClick={() => read([])}>
            <span>{t('table.pasteOther')}</span>
          </Button>
        )}
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          look="primary"
          disabled={count === 0 || !isSettled || plan.rows.length > room}
          onClick={() => onBring(plan)}
        >
          {plan.changes.length === 0
            ? t('table.addCards', { count: plan.rows.length })
            : plan.rows.length === 0
              ? t('table.changeCards', { count: plan.changes.length })
              : t('table.addAndChange', { added: plan.rows.length, changed: plan.changes.length })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

const noRows: Sheet = [];
const unread: SheetReading = { headings: null, mapping: [], idColumn: null, kindColumn: null };

/** The same columns, with the first row as their headings or as one of the rows. */
function withHeadings(reading: SheetReading, sheet: Sheet | null, kind: CardKind): SheetReading {
  const { mapping } = reading;
  return sheet === null ? { ...unread, mapping } : { ...readHeadings(sheet, kind), headings: sheet[0] ?? [], mapping };
}

interface PreviewProps {
  readonly kind: CardKind;
  readonly sheet: Sheet;
  readonly reading: SheetReading;
  readonly onMap: (mapping: Mapping) => void;
}

/** The first rows, and above each column what it becomes. */
function Preview({ kind, sheet, reading, onMap }: PreviewProps) {
  const t = useText();
  const { language } = useMethod();
  const nameOf = useColumnName(kind);
  const { headings, mapping } = reading;
  const first = headings === null ? 0 : 1;
  const sample = sheet.slice(first, first + sampleRows);
  const left = sheet.length - first - sample.length;
  const targets = targetsOf(kind);
  return (
    <div className={styles.sheet}>
      <div className={styles.scroll}>
        <table className={styles.preview}>
          <thead>
            <tr>
              {mapping.map((column, index) => {
                const name = headings?.[index] || t('table.columnNumber', { number: index + 1 });
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a sheet have no other name.
                  <th key={index} scope="col">
                    <span>{name}</span>
                    <select
                      aria-label={t('table.columnBecomes', { column: name })}
                      lang={language}
                      value={column ?? ''}
                      onChange={({ target }) =>
                        onMap(remap(mapping, index, targets.find((known) => known === target.value) ?? null))
                      }
                    >
                      <option value="">{t('table.leaveOut')}</option>
                      {targets.map((known) => (
                        <option key={known} value={known}>
                          {nameOf(known)}
                        </option>
                      ))}
                    </select>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sheet have no other name.
              <tr key={row}>
                {mapping.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={index} data-out={column === null || undefined}>
                    {cells[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className="muted small">{t('table.moreRows', { count: left })}</p>}
    </div>
  );
}
