import { localBox } from '../../shared/board/containment.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { placeOnPage } from '../../shared/board/place.ts';
import type { BoardShape } from '../../shared/board/read-board.ts';
import { overlaps } from '../../shared/method/behaviours/arrange.ts';
import type { Box } from '../../shared/method/template.ts';
import { recordLimits, withinBounds } from '../rooms/review/limits.ts';

/** What lies on the board as paper does, and would cover what is below it. Cards find their places by their layouts. */
const papers: ReadonlySet<unknown> = new Set(['note', 'text', 'geo', 'image']);
const covering: ReadonlySet<unknown> = new Set([...papers, 'card', 'mirror']);
/** Whether a record lies on the board without any layout of its own. */
export const isPaper = ({ type }: AnyRecord): boolean => papers.has(type);
/** Whether nothing is to be seen of what lies below a record. */
export const isCovering = ({ type }: AnyRecord): boolean => covering.has(type);

/** As far as a place is looked for before it is below everything, in steps of this many units. */
const [reach, step] = [30, 40];

/** In board units. What is wider or higher is rather the ground that others lie on: it stays where it is, and others lie on it. */
const sideMax = 2_000;

/** Places that are tried for one, and boxes and cells that are looked at for all: more would keep everybody waiting. */
const [triesMax, looksMax] = [400, 3_000_000];

export interface FreePlaces {
  /** In the order in which they were given. */
  readonly records: readonly AnyRecord[];
  /** How many boxes and cells were looked at: the work that it was. */
  readonly looks: number;
}

/**
 * What comes to a board: that which would lie on something is moved to the nearest place where nothing is, or below everything
 * where that would take long to find. What is in a group or a frame stays in it as it is.
 * @param main with all else that comes
 */
export function atFreePlaces(main: ReadonlyMap<string, AnyRecord>, come: readonly AnyRecord[]): FreePlaces {
  if (come.length === 0) return { records: [], looks: 0 };
  const taken = new Taken();
  const coming = new Set<string>(come.map(({ id }) => id));
  let bottom: number = -recordLimits.placeMax / 2;
  const isBelow = ({ y, h }: Box) => y + h > bottom && y + h < recordLimits.placeMax / 2;
  for (const record of main.values()) {
    if (coming.has(record.id) || !(isCovering(record) || record.type === 'frame')) continue;
    const box = boxOf(main, record);
    if (isBelow(box)) bottom = box.y + box.h;
    if (isCovering(record) && isSmall(box)) taken.add(box);
  }
  const boxes = come.map((record) => boxOf(main, record));
  const near = boxes.map((box) => {
    const free = isSmall(box) ? taken.nearest(box) : box;
    if (free === null) return null;
    if (isSmall(box)) taken.add(free);
    if (isBelow(free)) bottom = free.y + free.h;
    return free;
  });
  const nextBelow = rowsBelow(bottom);
  const records = come.map((record, at) => {
    const box = boxes[at] as Box;
    const free = near[at] ?? nextBelow(box);
    const [x, y] = [Number(record.x) + free.x - box.x, Number(record.y) + free.y - box.y];
    return withinBounds({ ...record, x, y } as unknown as AnyRecord);
  });
  return { records, looks: taken.looks };
}

const isSmall = ({ w, h }: Box): boolean => w <= sideMax && h <= sideMax;

/** Between those that lie below everything, and how wide their rows are. */
const [rowGap, rowWidth] = [40, 4_000];

/** One after the other in rows that begin below the first of them. */
function rowsBelow(bottom: number): (box: Box) => Box {
  let [left, x, y, height] = [Number.NaN, 0, bottom + rowGap, 0];
  return (box) => {
    if (Number.isNaN(left)) left = x = box.x;
    if (x > left && x + box.w > left + rowWidth) [x, y, height] = [left, y + height + rowGap, 0];
    const there = { ...box, x, y };
    [x, height] = [x + box.w + rowGap, Math.max(height, box.h)];
    return there;
  };
}

/** In board units: about the size of a card, so that few boxes share a cell and few cells a box. */
const cellSize = 320;
/** Where so many boxes touch a cell nothing is free in it. */
const boxesOfCellMax = 64;

const steps = Array.from({ length: (2 * reach + 1) ** 2 }, (_, at) => ({
  x: ((at % (2 * reach + 1)) - reach) * step,
  y: (Math.floor(at / (2 * reach + 1)) - reach) * step,
})).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));

/** Boxes by the cells of a grid that they touch: a thousand cards look for places without asking a thousand others each time. */
class Taken {
  looks = 0;
  readonly #cells = new Map<number, Box[]>();
  /** How many steps are known to be taken for a box of this place and size: what is taken stays so. */
  readonly #tried = new Map<string, number>();

  add(box: Box): void {
    this.#someCell(box, (boxes, key) => {
      if (boxes === undefined) this.#cells.set(key, [box]);
      else if (boxes.length < boxesOfCellMax) boxes.push(box);
      return false;
    });
  }

  /** @returns null where none was found in the time that there is. */
  nearest(box: Box): Box | null {
    const key = `${box.x} ${box.y} ${box.w} ${box.h}`;
    const first = this.#tried.get(key) ?? 0;
    const end = Math.min(steps.length, first + triesMax);
    for (let at = first; at < end && this.looks < looksMax; at++) {
      const { x, y } = steps[at] as (typeof steps)[number];
      const there = { ...box, x: box.x + x, y: box.y + y };
      if (!this.#isFree(there)) continue;
      this.#tried.set(key, at);
      return there;
    }
    this.#tried.set(key, end);
    return null;
  }

  #isFree(box: Box): boolean {
    return !this.#someCell(box, (boxes) => {
      if (boxes === undefined) return false;
      if (boxes.length >= boxesOfCellMax) return true;
      return boxes.some((other) => {
        this.looks++;
        return overlaps(box, other);
      });
    });
  }

  #someCell({ x, y, w, h }: Box, holds: (boxes: Box[] | undefined, key: number) => boolean): boolean {
    for (let column = Math.floor(x / cellSize); column * cellSize < x + w; column++)
      for (let row = Math.floor(y / cellSize); row * cellSize < y + h; row++) {
        this.looks++;
        const key = column * 2 ** 24 + row;
        if (holds(this.#cells.get(key), key)) return true;
      }
    return false;
  }
}

/** Of one that stands upright, which nearly all do. */
function boxOf(board: ReadonlyMap<string, AnyRecord>, record: AnyRecord): Box {
  const { x, y } = board.has(record.id) ? placeOnPage((id) => board.get(id), record.id) : (record as unknown as Box);
  const own = localBox(record as unknown as BoardShape);
  return { x: x + own.x, y: y + own.y, w: own.w, h: own.h };
}
