import type { Box } from '../template.ts';

/** Between two actors, in board units. */
export const gap = 10;
/** Nodes are wider than high: distances across count less. */
const across = 2.4;
const starts = 24;

/**
 * So many of the places, far from each other and not far from the middle: from several starts, each further place the one
 * farthest from those chosen.
 * @returns in reading order, or null where they do not fit.
 */
export function spread(places: readonly Box[], count: number, middle: { x: number; y: number }): readonly Box[] | null {
  if (count === 1) return nearest(places, middle);
  const off = places.map(({ x, y, w, h }) => length((x + w / 2 - middle.x) / across, y + h / 2 - middle.y));
  let best: { readonly boxes: readonly Box[]; readonly least: number } | null = null;
  for (let start = 0; start < Math.min(starts, places.length); start++) {
    const first = Math.floor((start * (places.length - 1)) / Math.max(1, Math.min(starts, places.length) - 1));
    const found = spreadFrom(places, off, first, count);
    if (found !== null && (best === null || found.least > best.least)) best = found;
  }
  return best === null ? null : [...best.boxes].sort((a, b) => a.y - b.y || a.x - b.x);
}

function nearest(places: readonly Box[], middle: { x: number; y: number }): readonly Box[] | null {
  let [best, least]: [Box | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const box of places) {
    const distance = length(box.x + box.w / 2 - middle.x, box.y + box.h / 2 - middle.y);
    if (distance < least) [best, least] = [box, distance];
  }
  return best === null ? null : [best];
}

function spreadFrom(
  places: readonly Box[],
  off: readonly number[],
  first: number,
  count: number,
): { boxes: readonly Box[]; least: number } | null {
  const distances = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);
  const boxes: Box[] = [];
  let least = Number.POSITIVE_INFINITY;
  let next = first;
  for (;;) {
    const chosen = places[next];
    if (chosen === undefined) return null;
    boxes.push(chosen);
    if (boxes.length === count) return { boxes, least };
    next = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < places.length; index++) {
      const distance = Math.min(distances[index] ?? 0, distanceTo(chosen, places[index] ?? chosen));
      distances[index] = distance;
      const worth = distance - 0.12 * (off[index] ?? 0);
      if (distance >= 0 && worth > most) [next, most] = [index, worth];
    }
    least = Math.min(least, most);
  }
}

/** Negative for a place that is no longer free. */
function distanceTo(chosen: Box, { x, y, w, h }: Box): number {
  const [dx, dy] = [Math.abs(x - chosen.x), Math.abs(y - chosen.y)];
  return dx < w + gap && dy < h + gap ? -1 : length(dx / across, dy);
}

/** `Math.hypot` guards against overflow, and takes ten times as long. */
export const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);
