import type { CardView } from '../../method/board-view.ts';
import { type FieldValue, fieldTypes } from '../../method/cards/fields.ts';
import { kindWords } from '../../method/words/kinds.ts';
import type { OrderName, TableRecipe } from './board-sections.ts';
import type { BoardSource } from './board-source.ts';
import { cardColumn, sharedColumn } from './card-columns.ts';
import type { TableBlock } from './report.ts';
import { tableOf } from './table.ts';

/** @returns null where no card belongs in it */
export function cardTable(recipe: TableRecipe, source: BoardSource): TableBlock | null {
  const { of, columns, order = [], strong } = recipe;
  const rows = source
    .ofKind(of)
    .filter((card) => belongs(card, recipe, source))
    .toSorted((a, b) => {
      for (const name of order) {
        const difference = compare(rankOf(a, name, source), rankOf(b, name, source));
        if (difference !== 0) return difference;
      }
      return 0;
    });
  return tableOf(
    kindWords[of].many[source.said.language],
    columns.map((name) => (typeof name === 'string' ? cardColumn(name, of, source) : sharedColumn(name, of, source))),
    rows,
    ({ fields }) => strong !== undefined && fields[strong] === true,
  );
}

function belongs(card: CardView, recipe: TableRecipe, { isIn, placesOf }: BoardSource): boolean {
  if (recipe.in !== undefined && !isIn(card, recipe.in)) return false;
  if (recipe.with !== undefined && (card.fields[recipe.with] ?? '') === '') return false;
  const { beside } = recipe;
  if (beside === undefined) return true;
  const frames = [...placesOf(card)].map((place) => place.split('/')[0] ?? '');
  return frames.length === 0 || frames.some((frame) => !beside.includes(frame));
}

/** What says nothing comes last. Of one name all ranks are of one type. */
function rankOf(card: CardView, name: OrderName, { treePlace }: BoardSource): number | string {
  if (name === 'depth') return treePlace(card.id).depth ?? Number.POSITIVE_INFINITY;
  const value = card.fields[name];
  const field = fieldTypes[name];
  if (field.type === 'date') return typeof value === 'string' ? value : '9999-12-31';
  const values: readonly (FieldValue | undefined)[] = field.values;
  const rank = values.indexOf(value);
  return rank === -1 ? Number.POSITIVE_INFINITY : rank;
}

const compare = (a: number | string, b: number | string): number => (a === b ? 0 : a < b ? -1 : 1);
