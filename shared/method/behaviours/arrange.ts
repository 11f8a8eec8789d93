import type { CardFace } from '../../board/card-shapes.ts';
import type { Box, Frame, Zone } from '../template.ts';
import type { Arrangement, Behaviour, Item, NewPlace, Placement, Scene } from './behaviour.ts';

/** What behaviours that fill places one after the other have in common. */

/** Between two cards, in board units. */
export const gap = 10;

/** Places of one size in a zone, in reading order. */
export interface Places {
  readonly boxes: readonly Box[];
  readonly textSize: number;
}

/** @returns what a zone may be divided into, the largest places first; never none. */
type Divide = (zone: Zone, frame: Frame) => readonly Places[];

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

export const centreX = ({ x, w }: Box): number => x + w / 2;
export const centreY = ({ y, h }: Box): number => y + h / 2;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By what is the same for everybody: two items never have the same id. */
export const compareOrder = (a: Item, b: Item): number => compareText(a.order, b.order) || compareText(a.id, b.id);

/**
 * Rows from the top, each from the left. An item belongs to the row that its centre is nearer to than half a card, so one
 * that was dropped between two others comes between them.
 */
export function inReadingOrder(items: readonly Item[]): readonly Item[] {
  const half = Math.min(...items.map(({ box }) => box.h)) / 2;
  const fromTop = [...items].sort((a, b) => centreY(a.box) - centreY(b.box) || compareOrder(a, b));
  const rows: Item[][] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const item of fromTop) {
    if (centreY(item.box) - top >= half) {
      rows.push([]);
      top = centreY(item.box);
    }
    rows.at(-1)?.push(item);
  }
  return rows.flatMap((row) => row.sort((a, b) => centreX(a.box) - centreX(b.box) || compareOrder(a, b)));
}

/** Lets cards fill the places of a zone in the order in which they lie there. */
export const inPlaces = (face: CardFace, divide: Divide): Behaviour => ({
  scope: 'zone',
  reads: [],
  drop: () => ({}),
  arrange: (scene) => fill(scene, face, divide),
  next: (scene, zone) => nextFree(scene, zone, face, divide),
  sign: (zone, frame) => signOf(divide(zone, frame)),
});

/** The last of the places that hold most; of a zone for one card, none. */
function signOf(steps: readonly Places[]): Box | null {
  const { boxes } = steps.reduce((most, places) => (places.boxes.length > most.boxes.length ? places : most));
  return boxes.length > 1 ? (boxes.at(-1) ?? null) : null;
}

function fill({ frame, zones, items }: Scene, face: CardFace, divide: Divide): Arrangement {
  const [zone] = zones;
  if (zone === undefined) return { placements: [], overflow: [] };
  const standing = items.filter(({ isGhost, pinned }) => !isGhost && pinned).map(({ box }) => box);
  const cards = inReadingOrder(items.filter(({ isGhost, pinned }) => !isGhost && !pinned));
  const steps = divide(zone, frame);
  const { boxes: free, textSize } = chooseFor(cards.length, steps, standing);
  const sign = cards.length > free.length ? signOf(steps) : null;
  const boxes = sign === null ? free : free.filter((box) => !overlaps(box, sign));
  const placements = cards.flatMap(({ id }, index): Placement[] => {
    const box = boxes[index];
    return box === undefined ? [] : [{ id, box, face: zone.face ?? face, textSize }];
  });
  return { placements, overflow: cards.slice(boxes.length).map(({ id }) => id) };
}

/** The largest places that hold so many beside what stands fast, else those that hold most. */
function chooseFor(count: number, steps: readonly Places[], standing: readonly Box[]): Places {
  const free = steps.map((places) => ({ ...places, boxes: freeOf(places, standing) }));
  const enough = free.find(({ boxes }) => boxes.length >= count);
  return enough ?? free.reduce((most, places) => (places.boxes.length > most.boxes.length ? places : most));
}

const freeOf = ({ boxes }: Places, taken: readonly Box[]): readonly Box[] =>
  boxes.filter((box) => !taken.some((other) => overlaps(box, other)));

/** In the size that cards have there now, so that no other has to move. */
function nextFree({ frame, items }: Scene, zone: Zone, face: CardFace, divide: Divide): NewPlace | null {
  const taken = items.filter(({ isGhost, zoneId }) => !isGhost && zoneId === zone.id).map(({ box }) => box);
  const steps = divide(zone, frame);
  const alike = ({ boxes }: Places): number =>
    taken.filter(({ w, h }) => Math.abs(w - (boxes[0]?.w ?? 0)) < 1 && Math.abs(h - (boxes[0]?.h ?? 0)) < 1).length;
  const now = steps.reduce((most, places) => (alike(places) > alike(most) ? places : most));
  for (const places of alike(now) > 0 ? [now] : steps) {
    const [box] = freeOf(places, taken);
    if (box !== undefined) return { box, face: zone.face ?? face, textSize: places.textSize };
  }
  return null;
}
