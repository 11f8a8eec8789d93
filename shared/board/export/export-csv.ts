import type { Audience, CsvPart } from '../../api/boards.ts';
import type { Board } from '../../api/workshops.ts';
import { type FieldName, type FieldValue, fieldTypes, isFieldName } from '../../method/cards/fields.ts';
import { cardKinds } from '../../method/cards/kinds.ts';
import type { CardShape, RelationShape } from '../card-shapes.ts';
import type { Records } from '../containment.ts';
import { type BoardShape, isShape } from '../read-board.ts';
import {
  columnsOfKind,
  commonColumns,
  type DerivedColumn,
  derivedColumns,
  ownColumnsOf,
  relationColumns,
} from './columns.ts';
import { writeCsv } from './csv.ts';
import { recordsFor } from './records-for.ts';
import { createTree, type TreePlace } from './tree.ts';
import { type Words, wordsOf } from './words.ts';

export interface CsvInput {
  readonly board: Pick<Board, 'title' | 'template'>;
  readonly records: Records;
  readonly audience: Audience;
  readonly part: CsvPart;
  /** Name of the organisation somebody wrote for; undefined for who is not known. */
  readonly organisationOf: (participantId: string) => string | undefined;
  /** Name of an organisation by its id; undefined for what is no id, as names of whom nobody has joined are. */
  readonly organisationNamed: (id: string) => string | undefined;
}

/** A board as a table: what people wrote, one line per shape, or what is between the cards, one line per relation. */
export function exportCsv(asked: CsvInput): string {
  const input = { ...asked, records: recordsFor(asked.audience, asked.records) };
  const words = wordsOf(input.records);
  return input.part === 'cards'
    ? cardTable(input, words, ownColumnsOf(input.board.template, input.audience))
    : relationTable(input, words);
}

/** A table with the name of its file. */
export interface NamedTable {
  readonly name: string;
  readonly csv: string;
}

/**
 * A board as several tables: one for each kind of cards that it has, with all that such cards are asked for, one for all
 * other words, one for the relations. What has no rows has no table.
 */
export function exportCsvTables(asked: Omit<CsvInput, 'part'>): readonly NamedTable[] {
  const input = { ...asked, records: recordsFor(asked.audience, asked.records) };
  const words = wordsOf(input.records);
  const own = ownColumnsOf(input.board.template, input.audience);
  const kindOf = ({ shape }: Words) => (shape.type === 'card' ? shape.props.kind : null);
  const tables = cardKinds.map((kind) => {
    const fields = columnsOfKind(kind, input.audience).filter((name) => !isCommon(name));
    // Where a card hangs is for the boards that tell it.
    const derived = derivedColumns.filter((column) => own.includes(column) && column !== 'kind');
    const rows = words.filter((one) => kindOf(one) === kind);
    return {
      name: `cards-${kind}.csv`,
      rows: rows.length,
      csv: cardTable(input, words, [...derived, ...fields], rows),
    };
  });
  const others = words.filter((one) => kindOf(one) === null);
  const relations = relationTable(input, words);
  return [
    ...tables,
    { name: 'other-words.csv', rows: others.length, csv: cardTable(input, words, [], others) },
    { name: 'relations.csv', rows: relations.split('\r\n').length - 2, csv: relations },
  ].flatMap(({ rows, ...table }) => (rows > 0 ? [table] : []));
}

const isCommon = (name: string): boolean => commonColumns.some((column) => column === name);

type Row = Readonly<Record<string, string | number>>;

function cardTable(
  { board, records, organisationOf, organisationNamed }: Omit<CsvInput, 'part'>,
  words: readonly Words[],
  own: readonly string[],
  shown: readonly Words[] = words,
): string {
  const derived = createDerived(records, words);
  const write = (name: FieldName, value: FieldValue | undefined) => spelled(name, value, organisationNamed);
  const rows = shown.map(({ shape, text, place }): Row => {
    const { author } = shape.meta;
    const common = {
      ...{ board: board.title, id: shape.id, org: typeof author === 'string' ? (organisationOf(author) ?? '') : '' },
      ...{ frame: place.frame?.props.name ?? '', zone: place.zone?.props.title ?? '' },
    };
    if (shape.type !== 'card') return { ...common, type: shape.type, ...asTitleAndNote(text) };
    const { kind, fields } = shape.props;
    const said = Object.entries(fields).map(([name, value]) => [name, isFieldName(name) ? write(name, value) : '']);
    return { ...common, ...Object.fromEntries(said), ...derived(shape), type: kind, title: text };
  });
  return writeCsv<string>([...commonColumns, ...own], rows);
}

/** Of what is written on a note the first line is the title. */
function asTitleAndNote(text: string): Row {
  const [title = '', ...note] = text.split('\n');
  return { title, note: note.join('\n').trim() };
}

function createDerived(
  records: Records,
  words: readonly Words[],
): (card: CardShape) => Record<DerivedColumn, string | number> {
  const shapes = [...records.values()].filter(isShape);
  const relations = shapes.filter(isRelation);
  const tree = createTree(shapes.filter(isCard), relations);
  const shown = new Set<string>(words.map(({ shape }) => shape.id));
  const ifShown = (id: TreePlace['parentId']): string => (id !== null && shown.has(id) ? id : '');
  return ({ id, props: { kind } }) => {
    const { depth, parentId } = tree(id);
    const roots = relations.filter(
      ({ props }) => props.kind === 'rooted_in' && props.from === id && shown.has(props.to),
    );
    return {
      kind,
      depth: depth ?? '',
      parent_id: ifShown(parentId),
      roots: roots.map(({ props }) => props.to).join('; '),
    };
  };
}

/** As programs read it back: choices and numbers by their one name, whatever the language. */
function spelled(
  name: FieldName,
  value: FieldValue | undefined,
  organisationNamed: CsvInput['organisationNamed'],
): string | number {
  if (value === undefined) return '';
  if (typeof value === 'number') return value;
  const { type } = fieldTypes[name];
  const named = (item: string) =>
    (type === 'organisation' || type === 'organisations' ? organisationNamed(item) : null) ?? item;
  return typeof value === 'object' ? [...new Set(value.map(named))].join('; ') : named(String(value));
}

/** Between cards that the other table holds, as they stand there. */
function relationTable({ records }: Pick<CsvInput, 'records'>, words: readonly Words[]): string {
  const cards = new Map(
    words.filter(({ shape }) => isCard(shape)).map(({ shape, text }, place) => [shape.id as string, { text, place }]),
  );
  const rows = [...records.values()]
    .filter(isShape)
    .filter(isRelation)
    .flatMap(({ id, props }) => {
      const [from, to] = [cards.get(props.from), cards.get(props.to)];
      return from === undefined || to === undefined ? [] : [{ id, props, from, to }];
    })
    .sort((a, b) => a.from.place - b.from.place || a.to.place - b.to.place || (a.id < b.id ? -1 : 1))
    .map(({ id, props: { kind, strength, state, direction, note, tie, ...ends }, from, to }) => ({
      ...{ ...ends, kind, strength, state, direction, note, id },
      ...{ tie: kind === 'relates' ? tie : '', from_title: from.text, to_title: to.text },
    }));
  return writeCsv(relationColumns, rows);
}

const isCard = (shape: BoardShape): shape is CardShape => shape.type === 'card';
const isRelation = (shape: BoardShape): shape is RelationShape => shape.type === 'relation';
