import { directionWords, stateWords, tieWords } from '../../method/words/relations.ts';
import type { RelationShape } from '../card-shapes.ts';
import type { BoardSource } from './board-source.ts';
import type { TableBlock } from './report.ts';
import { type Column, tableOf } from './table.ts';
import { sayNumber } from './words/words.ts';

/** What joins two actors, in the order of the actors. */
export function relationTable({ cards, view, texts, said, titleOf }: BoardSource): TableBlock | null {
  const ranks = new Map<string, number>(cards.map(({ id }, rank) => [id, rank]));
  const rankOf = (id: string): number => ranks.get(id) ?? -1;
  const title = (id: string): string => {
    const card = view.cards.get(id);
    return card === undefined ? '' : titleOf(card);
  };
  const { language } = said;
  const words = texts.columns;
  const column = (label: string, weight: number, cell: Column<RelationShape>['cell']): Column<RelationShape> => ({
    ...{ label, weight, align: 'start', cell },
  });
  const rows = view.relations
    .filter(({ props: { kind, from, to } }) => kind === 'relates' && ranks.has(from) && ranks.has(to))
    .toSorted(
      (a, b) =>
        rankOf(a.props.from) - rankOf(b.props.from) ||
        rankOf(a.props.to) - rankOf(b.props.to) ||
        (a.id < b.id ? -1 : 1),
    );
  return tableOf(
    texts.sections.relations,
    [
      column(words.from, 3, ({ props }) => title(props.from)),
      column(words.to, 3, ({ props }) => title(props.to)),
      column(words.tie, 1.6, ({ props }) => tieWords[props.tie][language]),
      { ...column(words.strength, 1, ({ props }) => sayNumber(props.strength, language)), align: 'end' },
      column(words.state, 1.2, ({ props }) => stateWords[props.state][language]),
      column(words.direction, 1.6, ({ props }) => directionWords[props.direction][language]),
      column(words.note, 3, ({ props }) => props.note.trim()),
    ],
    rows,
  );
}
