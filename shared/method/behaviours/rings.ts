import type { Box, Zone } from '../template.ts';
import { centreX, centreY, compareOrder } from './arrange.ts';
import type { Arrangement, Behaviour, Drop, Edge, Item, Scene } from './behaviour.ts';
import { groupBy } from './group.ts';
import { cellAt, cellOf, fieldsOf } from './rings-geometry.ts';
import { mapRings, type RingMap } from './rings-map.ts';

const textSize = 22;
const swapPasses = 4;

const takingPart = (items: readonly Item[]): readonly Item[] =>
  items.filter(({ isGhost }) => !isGhost).sort(compareOrder);

const mapOf = (zone: Zone, items: readonly Item[]): RingMap =>
  mapRings(
    zone.box,
    takingPart(items).map(({ id, fields, pinned, box }) => ({ id, cell: cellOf(fields), pinned: pinned ? box : null })),
  );

function drop({ items }: Scene, { box }: Item, zone: Zone): Drop {
  return { fields: { ...fieldsOf(cellAt(mapOf(zone, items).rings, centreX(box), centreY(box))) } };
}

function arrange({ zones: [zone], items, edges }: Scene): Arrangement {
  if (zone === undefined) return { placements: [], overflow: [] };
  const { places, overflow } = mapOf(zone, items);
  const boxes = swapped(takingPart(items), places, edges);
  const face = zone.face ?? 'compact';
  return { placements: [...boxes].map(([id, box]) => ({ id, box, face, textSize })), overflow };
}

/** Two actors of one cell change places while that makes their lines shorter. */
function swapped(
  items: readonly Item[],
  places: ReadonlyMap<string, Box>,
  edges: readonly Edge[],
): ReadonlyMap<string, Box> {
  const boxes = new Map(places);
  const standing = new Map(items.map((item) => [item.cardId, item]));
  const boxOf = (item: Item): Box => boxes.get(item.id) ?? item.box;
  const neighbours = new Map(items.map(({ id }) => [id, [] as Item[]]));
  for (const edge of [...edges].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, to] = [standing.get(edge.from), standing.get(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    neighbours.get(from.id)?.push(to);
    neighbours.get(to.id)?.push(from);
  }
  const lengthOf = (item: Item): number =>
    (neighbours.get(item.id) ?? []).reduce((length, other) => length + between(boxOf(item), boxOf(other)), 0);
  const swap = (a: Item, b: Item): void => {
    const [boxA, boxB] = [boxOf(a), boxOf(b)];
    boxes.set(a.id, boxB).set(b.id, boxA);
  };
  const cells = groupBy(
    items.filter(({ id }) => places.has(id)),
    ({ fields }) => {
      const { ring, wedge } = cellOf(fields);
      return ring === 0 ? 'centre' : `${ring} ${wedge}`;
    },
  );
  for (let pass = 0; pass < swapPasses; pass++)
    for (const cell of cells.values())
      for (const [index, a] of cell.entries())
        for (const b of cell.slice(index + 1)) {
          const before = lengthOf(a) + lengthOf(b);
          swap(a, b);
          if (lengthOf(a) + lengthOf(b) >= before - 1) swap(a, b);
        }
  return boxes;
}

const between = (a: Box, b: Box): number => Math.hypot(centreX(a) - centreX(b), centreY(a) - centreY(b));

/** In a corner, which no ring reaches. */
const sign = ({ box }: Zone): Box => ({ x: box.x + 8, y: box.y + box.h - 60, w: 300, h: 52 });

export const rings: Behaviour = { scope: 'zone', reads: ['map_ring', 'org_type'], drop, arrange, sign };
