import type { Box } from '../template.ts';
import { overlaps } from './arrange.ts';
import { apart, besideOthers, isOn } from './placing.ts';
import { shifted } from './scene.ts';

/** Cards that no layout arranges, and that were put down without sight of each other. */

export interface Sheet {
  readonly id: string;
  /** In page coordinates. */
  readonly box: Box;
  /** Of two on the same parent, the one with the higher key lies on top. */
  readonly index: string;
  readonly parentId: string;
}

/** What has to stay in sight of a card at least, in board units: a square of this side. */
const sight = 12;
/** As far as a place is looked for before the card may leave its zone, in steps. */
const reach = 16;

const byOrder = (a: Sheet, b: Sheet): number =>
  a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * Moves sheets a little, each as little as it takes, so that something is seen of each of them and of all that lay there.
 * What can be seen and taken stays where it is, so doing it again moves nothing.
 * @param isSamePlace whether a sheet that is moved there still means the same
 * @returns where those that have to move come
 */
export function spreadLoose(
  loose: readonly Sheet[],
  standing: readonly Sheet[],
  isSamePlace: (sheet: Sheet, box: Box) => boolean,
): ReadonlyMap<string, Box> {
  const pile = new Pile();
  for (const sheet of standing) pile.add(sheet);
  const moved = new Map<string, Box>();
  for (const sheet of [...loose].sort(byOrder)) {
    const isGood = (box: Box) => pile.isClear({ ...sheet, box });
    const near = nearestGood(sheet.box, (box) => isGood(box) && isSamePlace(sheet, box));
    const box = near ?? besideOthers(sheet.box, (there) => !isGood(there));
    if (box !== sheet.box) moved.set(sheet.id, box);
    pile.add({ ...sheet, box });
  }
  return moved;
}

/** In steps: down to the right, then all around, the nearest first. */
const steps: readonly { readonly x: number; readonly y: number }[] = [
  ...Array.from({ length: reach }, (_, step) => ({ x: step + 1, y: step + 1 })),
  ...Array.from({ length: (2 * reach + 1) ** 2 }, (_, number) => ({
    x: (number % (2 * reach + 1)) - reach,
    y: Math.floor(number / (2 * reach + 1)) - reach,
  })).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y || b.x - a.x),
];

/** Where it is, else the nearest place that is good. @returns undefined where there is none within reach. */
export function nearestGood(box: Box, isGood: (box: Box) => boolean): Box | undefined {
  if (isGood(box)) return box;
  for (const { x, y } of steps) {
    const place = shifted(box, { x: x * apart, y: y * apart });
    if (isGood(place)) return place;
  }
  return undefined;
}

/** In a group something may lie above or below: both count. */
const liesOn = (upper: Sheet, lower: Sheet): boolean => upper.parentId !== lower.parentId || byOrder(upper, lower) > 0;

/** What lies there, with the parts of each that are large enough to be seen. */
class Pile {
  readonly #lying: { readonly sheet: Sheet; parts: readonly Box[] }[] = [];

  /** Whether a sheet would be seen, and hide nothing that is seen now. */
  isClear(sheet: Sheet): boolean {
    const near = this.#lying.filter((other) => overlaps(other.sheet.box, sheet.box));
    return (
      !near.some((other) => isOn(other.sheet.box, sheet.box)) &&
      this.#partsOf(sheet).length > 0 &&
      near.every(
        (other) => !liesOn(sheet, other.sheet) || other.parts.length === 0 || seenOf(other, sheet.box).length > 0,
      )
    );
  }

  add(sheet: Sheet): void {
    for (const other of this.#lying) if (liesOn(sheet, other.sheet)) other.parts = seenOf(other, sheet.box);
    this.#lying.push({ sheet, parts: this.#partsOf(sheet) });
  }

  #partsOf(sheet: Sheet): readonly Box[] {
    let parts: readonly Box[] = [sheet.box];
    for (const other of this.#lying) if (liesOn(other.sheet, sheet)) parts = seenOf({ sheet, parts }, other.sheet.box);
    return parts;
  }
}

function seenOf(
  { sheet, parts }: { readonly sheet: Sheet; readonly parts: readonly Box[] },
  cover: Box,
): readonly Box[] {
  if (!overlaps(sheet.box, cover)) return parts;
  const [w, h] = [Math.min(sight, sheet.box.w), Math.min(sight, sheet.box.h)];
  return parts.flatMap((part) => without(part, cover)).filter((part) => part.w >= w && part.h >= h);
}

/** What is left of a box beside another one. */
function without(box: Box, cover: Box): readonly Box[] {
  if (!overlaps(box, cover)) return [box];
  const [right, bottom] = [box.x + box.w, box.y + box.h];
  const top = Math.max(box.y, cover.y);
  const low = Math.min(bottom, cover.y + cover.h);
  return [
    { x: box.x, y: box.y, w: box.w, h: cover.y - box.y },
    { x: box.x, y: cover.y + cover.h, w: box.w, h: bottom - cover.y - cover.h },
    { x: box.x, y: top, w: cover.x - box.x, h: low - top },
    { x: cover.x + cover.w, y: top, w: right - cover.x - cover.w, h: low - top },
  ].filter(({ w, h }) => w > 0 && h > 0);
}
