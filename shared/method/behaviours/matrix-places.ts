import type { Box } from '../template.ts';
import { centreX, centreY, isInside, overlaps } from './arrange.ts';

/** A card in one quadrant of a matrix: where its scores put its middle. */
export interface Scored {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Between two cards, and between a card and the edge of its quadrant; board units. */
const air = 6;
/** Places are tried so far apart. */
const raster = 3;
/** Cards are wider than high: what is off by height looks further off. */
const heightWeight = 1.15;

const wider = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by });

/**
 * Each card at the free place nearest to its scores, in the order given.
 * @returns boxes in that order, as many as found one before one found none.
 */
export function nearestPlaces(cards: readonly Scored[], quadrant: Box, taken: readonly Box[], size: Size): Box[] {
  const inside = wider(quadrant, -air);
  const found: Box[] = [];
  for (const card of cards) {
    const best = nearestPlace(card, inside, [...taken, ...found.map((box) => wider(box, air))], size);
    if (best === null) break;
    found.push(best);
  }
  return found;
}

function nearestPlace({ x, y }: Scored, inside: Box, taken: readonly Box[], { w, h }: Size): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  const consider = (box: Box): void => {
    const cost = Math.hypot(centreX(box) - x, (centreY(box) - y) * heightWeight);
    if (cost >= least || !isInside(box, inside) || taken.some((other) => overlaps(box, other))) return;
    [best, least] = [box, cost];
  };
  const exact = { x: Math.round(x - w / 2), y: Math.round(y - h / 2), w, h };
  consider(exact);
  if (best !== null) return best;
  const clamp = (at: number, from: number, to: number): number => Math.min(Math.max(at, from), to);
  consider({
    ...exact,
    x: clamp(exact.x, Math.ceil(inside.x), Math.floor(inside.x + inside.w - w)),
    y: clamp(exact.y, Math.ceil(inside.y), Math.floor(inside.y + inside.h - h)),
  });
  for (let top = Math.ceil(inside.y); top + h <= inside.y + inside.h; top += raster)
    for (let left = Math.ceil(inside.x); left + w <= inside.x + inside.w; left += raster)
      consider({ x: left, y: top, w, h });
  return best;
}

/**
 * Two columns of slots in a quadrant, clear of what is written at its upper or lower edge; each card in one of them, with
 * the smallest total distance to the scores.
 * @returns boxes in the order of the cards; null where they are more than the slots that are free.
 */
export function slotPlaces(
  cards: readonly Scored[],
  quadrant: Box,
  taken: readonly Box[],
  size: Size,
): readonly Box[] | null {
  const slots = slotsOf(quadrant, taken, size);
  return cards.length <= slots.length ? assign(cards, slots) : null;
}

function slotsOf(quadrant: Box, taken: readonly Box[], { w, h }: Size): readonly Box[] {
  const [left, right] = [quadrant.x + air + 2, quadrant.x + quadrant.w - w - air - 2];
  const rows = 4;
  const height = rows * h + (rows - 1) * air;
  const tops = [quadrant.y + air, quadrant.y + quadrant.h - air - height];
  const free = tops.map((y) =>
    Array.from({ length: rows * 2 }, (_, index) => ({
      x: Math.round(index % 2 === 0 ? left : right),
      y: Math.round(y + Math.floor(index / 2) * (h + air)),
      w,
      h,
    })).filter((slot) => !taken.some((box) => overlaps(slot, box))),
  );
  return free.reduce((most, slots) => (slots.length > most.length ? slots : most));
}

/** Exact, by dynamic programming over the sets of slots that are taken. */
function assign(cards: readonly Scored[], slots: readonly Box[]): readonly Box[] {
  let states = new Map<number, { readonly cost: number; readonly chosen: readonly Box[] }>([
    [0, { cost: 0, chosen: [] }],
  ]);
  for (const { x, y } of cards) {
    const next: typeof states = new Map();
    for (const [used, { cost, chosen }] of states)
      slots.forEach((slot, index) => {
        if (used & (1 << index)) return;
        const total = cost + (centreX(slot) - x) ** 2 + (centreY(slot) - y) ** 2;
        const key = used | (1 << index);
        if (total < (next.get(key)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(key, { cost: total, chosen: [...chosen, slot] });
      });
    states = next;
  }
  return [...states.values()].reduce((best, state) => (state.cost < best.cost ? state : best)).chosen;
}
