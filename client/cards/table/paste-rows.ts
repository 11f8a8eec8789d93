import type { FieldName, Fields, FieldValue } from '../../../shared/method/cards/fields.ts';
import { type CardKind, titleMax } from '../../../shared/method/cards/kinds.ts';
import { fieldWords } from '../../../shared/method/words/fields.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { type ColumnId, columnsOf, isField, isWritten } from './columns.ts';
import { type CellFault, folded, readCell } from './read-cell.ts';
import type { Sheet } from './spreadsheet.ts';

/** What each column of a sheet becomes; null for one that is left out. */
export type Mapping = readonly (ColumnId | null)[];

export interface SheetReading {
  /** The headings of the sheet, where its first row is one. */
  readonly headings: readonly string[] | null;
  readonly mapping: Mapping;
}

/** Names of the title beside the kind's own. */
const titleNames = ['title', 'titel', 'titre', 'name', 'naam', 'nom', 'text', 'tekst', 'texte'];

export const targetsOf = (kind: CardKind): readonly ColumnId[] =>
  columnsOf(kind).filter((column) => column !== 'zone' && isWritten(column));

/** Every name that a column goes by: its own in documents and exports, and its labels in all languages. */
function namesOf(column: ColumnId, kind: CardKind): ReadonlySet<string> {
  const { name, many } = kindWords[kind];
  const words = isField(column)
    ? [fieldWords[column].label, fieldWords[column].column].flatMap((text) => Object.values(text))
    : [...titleNames, ...Object.values(name), ...Object.values(many)];
  return new Set([column, ...words].map(folded));
}

/**
 * Takes the first row for headings where one of its cells is the name of a column. Without headings the columns are taken
 * in the order of the table.
 */
export function readHeadings(sheet: Sheet, kind: CardKind): SheetReading {
  const [first = []] = sheet;
  const targets = targetsOf(kind);
  const names = targets.map((column) => ({ column, names: namesOf(column, kind) }));
  const taken = new Set<ColumnId>();
  const mapping = first.map((cell) => {
    const wanted = folded(cell);
    const match = names.find((known) => !taken.has(known.column) && known.names.has(wanted));
    if (match === undefined) return null;
    taken.add(match.column);
    return match.column;
  });
  if (taken.size > 0) return { headings: first, mapping };
  const width = Math.max(0, ...sheet.map((row) => row.length));
  return { headings: null, mapping: Array.from({ length: width }, (_, index) => (index === 0 ? 'title' : null)) };
}

/** The mapping with one column given another meaning; whatever had that meaning is left out. */
export const remap = (mapping: Mapping, index: number, to: ColumnId | null): Mapping =>
  mapping.map((column, at) => (at === index ? to : column === to ? null : column));

export interface NewRow {
  readonly title: string;
  readonly fields: Fields;
}

/** A row of the sheet that cannot be read, and why. */
export interface RefusedRow {
  /** As the spreadsheet numbers what was copied, from 1. */
  readonly number: number;
  readonly text: string;
  readonly reason: 'no-title' | { readonly column: ColumnId; readonly cell: string; readonly fault: CellFault };
}

export interface PastePlan {
  readonly rows: readonly NewRow[];
  readonly refused: readonly RefusedRow[];
}

/** What the sheet becomes. A row with one cell that cannot be read is refused as a whole: half a card is a trap. */
export function planRows(
  sheet: Sheet,
  { headings, mapping }: SheetReading,
  organisationId: (name: string) => string | undefined,
): PastePlan {
  const rows: NewRow[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, cells] of sheet.entries()) {
    if ((headings !== null && index === 0) || cells.every((cell) => cell === '')) continue;
    const read = readRow(cells, mapping, organisationId);
    if ('reason' in read) refused.push({ number: index + 1, text: cells.join(' · '), reason: read.reason });
    else rows.push(read);
  }
  return { rows, refused };
}

function readRow(
  cells: readonly string[],
  mapping: Mapping,
  organisationId: (name: string) => string | undefined,
): NewRow | Pick<RefusedRow, 'reason'> {
  const fields: Partial<Record<FieldName, FieldValue>> = {};
  let title = '';
  for (const [index, column] of mapping.entries()) {
    const cell = cells[index] ?? '';
    if (column === 'title') title = cell.trim();
    if (column === null || !isField(column)) continue;
    const reading = readCell(column, cell, organisationId);
    if (!reading.ok) return { reason: { column, cell, fault: reading.fault } };
    if (reading.value !== null) fields[column] = reading.value;
  }
  if (title === '') return { reason: 'no-title' };
  if (title.length > titleMax) return { reason: { column: 'title', cell: title, fault: 'too-long' } };
  return { title, fields: fields as Fields };
}
