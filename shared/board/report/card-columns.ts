import type { CardView } from '../../method/board-view.ts';
import { type FieldName, type FieldType, fieldTypes } from '../../method/cards/fields.ts';
import type { CardKind } from '../../method/cards/kinds.ts';
import { say } from '../../method/say.ts';
import { fieldColumns } from '../../method/words/field-columns.ts';
import { kindWords } from '../../method/words/kinds.ts';
import type { BoardSource } from './board-source.ts';
import type { Column } from './table.ts';
import { sayNumber, sayShortDay } from './words/words.ts';

/** A field, the card's own words, or what follows from where it is and what it is joined with. */
export type CardColumnName = FieldName | 'title' | 'depth' | 'parent' | 'roots' | 'zone';

/** Shares of a table's width. */
const weights: Readonly<Record<FieldType['type'], number>> = {
  line: 2,
  text: 3,
  choice: 1.5,
  score: 1,
  count: 0.9,
  date: 1.5,
  flag: 1,
  organisation: 1.8,
  organisations: 2.4,
  tags: 2,
};

export function cardColumn(name: CardColumnName, kind: CardKind, source: BoardSource): Column<CardView> {
  const { texts, said, view, titleOf } = source;
  const titles = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => view.cards.get(id) ?? [])
      .map(titleOf)
      .join('\n');
  switch (name) {
    case 'title':
      return { label: kindWords[kind].name[said.language], weight: 4, align: 'start', cell: titleOf };
    case 'depth':
      return {
        ...{ label: texts.columns.depth, weight: 0.8, align: 'end' },
        cell: ({ id }) => {
          const { depth } = source.treePlace(id);
          return depth === null ? '' : sayNumber(depth, said.language);
        },
      };
    case 'parent': {
      // One problem need not be told at every cause of it.
      const problems = source.ofKind('problem').filter(({ id }) => source.treePlace(id).depth === 0);
      const isOnly = (id: string): boolean => problems.length === 1 && problems[0]?.id === id;
      const name = kindWords.problem.name[said.language];
      const cell = ({ id }: CardView): string =>
        source
          .parentsOf(id)
          .map((parent) => (isOnly(parent) ? name : titles([parent])))
          .filter(Boolean)
          .join('\n');
      return { label: texts.columns.parent, weight: 3, align: 'start', cell };
    }
    case 'roots': {
      const rooted = view.relations.filter(({ props }) => props.kind === 'rooted_in');
      const cell = ({ id }: CardView): string =>
        titles(rooted.filter(({ props }) => props.from === id).map(({ props }) => props.to));
      return { label: texts.columns.roots, weight: 3, align: 'start', cell };
    }
    case 'zone':
      return {
        label: texts.columns.zone,
        weight: 1.8,
        align: 'start',
        cell: ({ zoneShape }) => zoneShape?.props.title ?? '',
      };
    default:
      return fieldColumn(name, source);
  }
}

const between = ' · ';

/** What several columns say in one; a flag by its name. Facts that no card of the kind has are not in its head either. */
export function sharedColumn(names: readonly CardColumnName[], kind: CardKind, source: BoardSource): Column<CardView> {
  const cards = source.ofKind(kind);
  const columns = names.flatMap((name): Column<CardView>[] => {
    const column = cardColumn(name, kind, source);
    const { isFilled = (card: CardView) => column.cell(card) !== '' } = column;
    if (!cards.some(isFilled)) return [];
    const isFlag = name in fieldTypes && fieldTypes[name as FieldName].type === 'flag';
    return [isFlag ? { ...column, cell: (card) => (column.cell(card) === '' ? '' : column.label) } : column];
  });
  return {
    label: columns.map(({ label }) => label).join(between),
    weight: Math.max(0, ...columns.map(({ weight }) => weight)),
    align: 'start',
    cell: (card) =>
      columns
        .map(({ cell }) => cell(card))
        .filter(Boolean)
        .join(between),
  };
}

function fieldColumn(name: FieldName, source: BoardSource): Column<CardView> {
  const { type } = fieldTypes[name];
  const isNumber = type === 'score' || type === 'count';
  return {
    ...{ label: say(fieldColumns[name], source.said), weight: weights[type], align: isNumber ? 'end' : 'start' },
    cell: (card) => {
      const value = card.fields[name];
      if (type === 'date') return typeof value === 'string' ? sayShortDay(value, source.said.language) : '';
      // What is not so needs no word in a table.
      return value === false ? '' : source.say(card, name);
    },
    // Before the first vote everything has none.
    ...(type === 'count' && { isFilled: ({ fields }) => Number(fields[name] ?? 0) > 0 }),
  };
}
