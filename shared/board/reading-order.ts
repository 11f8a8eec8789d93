import type { Point } from './containment.ts';

/** How far apart two centres may be in height and still stand in one row, in board units: less than half a card. */
const rowHeight = 60;

/** Sorts as one reads: rows from the top, each from the left. Equal places keep their order. */
export function inReadingOrder<Item>(items: readonly Item[], centreOf: (item: Item) => Point): Item[] {
  const placed = items.map((item) => ({ item, at: centreOf(item) })).sort((a, b) => a.at.y - b.at.y);
  const rows: (typeof placed)[] = [];
  for (const entry of placed) {
    const first = rows.at(-1)?.[0];
    if (first !== undefined && entry.at.y - first.at.y <= rowHeight) rows.at(-1)?.push(entry);
    else rows.push([entry]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.at.x - b.at.x).map(({ item }) => item));
}
