import { isEqualJson } from '../../../shared/board/equal.ts';
import { commonColumns, derivedColumns } from '../../../shared/board/export/columns.ts';
import { textMax } from '../../../shared/board/rich-text.ts';
import { type FieldName, type Fields, type FieldValue, fieldTypes } from '../../../shared/method/cards/fields.ts';
import { type CardKind, isCardKind, titleMax } from '../../../shared/method/cards/kinds.ts';
import { fieldColumns } from '../../../shared/method/words/field-columns.ts';
import { fieldLabels } from '../../../shared/method/words/field-labels.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { type ColumnId, columnsOf, isField, isWritten } from './columns.ts';
import type { RowChange } from './paste-cells.ts';
import { type CellFault, folded, readCell } from './read-cell.ts';
import type { Row } from './rows.ts';
import { asCell, type Sheet } from './spreadsheet.ts';

/** What each column of a sheet becomes; null for one that is left out. */
export type Mapping = readonly (ColumnId | null)[];

export interface SheetReading {
  /** The headings of the sheet, where its first row is one. */
  readonly headings: readonly string[] | null;
  readonly mapping: Mapping;
  /** The column of a table of ours that says which card a row is of, and the one that says of what kind; null where none does. */
  readonly idColumn: number | null;
  readonly kindColumn: number | null;
}

/** Names of the title beside the kind's own. */
const titleNames = ['title', 'titel', 'titre', 'name', 'naam', 'nom', 'text', 'tekst', 'texte'];

/** Of all columns that our tables have. */
const ourNames: ReadonlySet<string> = new Set([...commonColumns, ...derivedColumns, ...Object.keys(fieldTypes)]);

export const targetsOf = (kind: CardKind): readonly ColumnId[] =>
  columnsOf(kind).filter((column) => column !== 'zone' && isWritten(column));

/** Every name that a column goes by: its own in documents and exports, and its labels in all languages. */
function namesOf(column: ColumnId, kind: CardKind): ReadonlySet<string> {
  const { name, many } = kindWords[kind];
  const words = isField(column)
    ? [fieldLabels[column], fieldColumns[column]].flatMap((text) => Object.values(text))
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
  // What a table of ours calls the kind of a card may be a field's name as well.
  const [idColumn, kindColumn] = [first.indexOf('id'), first.indexOf('type')];
  const isOurs = idColumn >= 0 && kindColumn >= 0;
  const mapping = first.map((cell, index) => {
    if (isOurs && (index === idColumn || index === kindColumn)) return null;
    const wanted = folded(cell);
    // A name that our tables have means what it means there, also where another column goes by it in some language.
    const isName = isOurs && ourNames.has(cell);
    const match = names.find(
      (known) => !taken.has(known.column) && (isName ? known.column === cell : known.names.has(wanted)),
    );
    if (match === undefined) return null;
    taken.add(match.column);
    return match.column;
  });
  if (taken.size > 0)
    return {
      ...{ headings: first, mapping },
      idColumn: isOurs ? idColumn : null,
      kindColumn: isOurs ? kindColumn : null,
    };
  const width = Math.max(0, ...sheet.map((row) => row.length));
  return {
    ...{ headings: null, idColumn: null, kindColumn: null },
    mapping: Array.from({ length: width }, (_, index) => (index === 0 ? 'title' : null)),
  };
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
  readonly reason:
    | 'no-title'
    | 'locked'
    /** An earlier row is of the same card. */
    | 'twice'
    /** It is of another kind of card, or of none. */
    | { readonly otherKind: CardKind | null }
    | { readonly column: ColumnId; readonly cell: string; readonly fault: CellFault };
}

export interface PastePlan {
  readonly rows: readonly NewRow[];
  /** Of cards that are on the board already: what the sheet says otherwise. */
  readonly changes: readonly RowChange[];
  /** How many cards the sheet says nothing new of. */
  readonly same: number;
  /** How many titles are longer than the face of a card shows. */
  readonly long: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * What the sheet becomes: new cards, and changes of those that its rows are of. A row with one cell that cannot be read is
 * refused as a whole: half a card is a trap. In a table of ours a row that says no kind, as one written by hand, is of this.
 * @param known cards of the kind, by id
 */
export function planRows(
  sheet: Sheet,
  { headings, mapping, idColumn, kindColumn }: SheetReading,
  { kind, organisationId, known }: PlanGround,
): PastePlan {
  const rows: NewRow[] = [];
  const changes: RowChange[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const [index, cells] of sheet.entries()) {
    if ((headings !== null && index === 0) || cells.every((cell) => cell === '')) continue;
    const refuse = (reason: RefusedRow['reason']) =>
      refused.push({ number: index + 1, text: cells.filter((cell) => cell !== '').join(' · '), reason });
    const id = idColumn === null ? '' : (cells[idColumn] ?? '');
    const read = readRow(cells, mapping, organisationId);
    const card = known.get(id);
    const said = (kindColumn === null ? '' : cells[kindColumn]) || kind;
    if (said !== kind) refuse({ otherKind: isCardKind(said) ? said : null });
    else if ('reason' in read) refuse(read.reason);
    // A card that has fields alone stays so.
    else if (read.title === '' && (card === undefined || asCell(card.title) !== '')) refuse('no-title');
    else if (card === undefined) rows.push(withoutGaps(read));
    else if (seen.has(id)) refuse('twice');
    else {
      seen.add(id);
      const change = changeOf(card, read, organisationId);
      if (change === null) same += 1;
      else if (card.locked) refuse('locked');
      else changes.push(change);
    }
  }
  const long = [...rows, ...changes].filter(({ title = '' }) => title.length > titleMax).length;
  return { rows, changes, same, long, refused };
}

export interface PlanGround {
  readonly kind: CardKind;
  readonly organisationId: (name: string) => string | undefined;
  readonly known: ReadonlyMap<string, Row>;
}

/** @returns null where the row says what the card says. */
function changeOf(
  card: Row,
  { title, fields }: ReadRow,
  organisationId: PlanGround['organisationId'],
): RowChange | null {
  const isSaid = (name: FieldName, value: FieldValue | null): boolean => {
    const now = name === 'org' ? card.org : (card.fields[name] ?? null);
    // Spelled as a cell, because a cell keeps neither spaces at its ends nor ids.
    const read =
      now === null ? null : readCell(name, asCell(typeof now === 'object' ? now.join('; ') : `${now}`), organisationId);
    return isEqualJson(read?.ok ? read.value : now, value);
  };
  const changed = Object.entries(fields).filter(([name, value]) => !isSaid(name as FieldName, value));
  const isRenamed = title !== asCell(card.title);
  if (changed.length === 0 && !isRenamed) return null;
  return { id: card.id, fields: Object.fromEntries(changed), ...(isRenamed && { title }) };
}

interface ReadRow {
  readonly title: string;
  /** Of every column that becomes a field; null where its cell is empty. */
  readonly fields: Readonly<Partial<Record<FieldName, FieldValue | null>>>;
}

const withoutGaps = ({ title, fields }: ReadRow): NewRow => ({
  title,
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Fields,
});

function readRow(
  cells: readonly string[],
  mapping: Mapping,
  organisationId: (name: string) => string | undefined,
): ReadRow | Pick<RefusedRow, 'reason'> {
  const fields: Partial<Record<FieldName, FieldValue | null>> = {};
  let title = '';
  for (const [index, column] of mapping.entries()) {
    const cell = cells[index] ?? '';
    if (column === 'title') title = cell.trim();
    if (column === null || !isField(column)) continue;
    const reading = readCell(column, cell, organisationId);
    if (!reading.ok) return { reason: { column, cell, fault: reading.fault } };
    fields[column] = reading.value;
  }
  if (title.replaceAll('\n', '').length > textMax)
    return { reason: { column: 'title', cell: title, fault: 'too-long' } };
  return { title, fields };
}
