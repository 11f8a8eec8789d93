import { localBox } from '../../shared/board/containment.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { placeOnPage } from '../../shared/board/place.ts';
import type { BoardShape } from '../../shared/board/read-board.ts';
import { overlaps } from '../../shared/method/behaviours/arrange.ts';
import { besideOthers } from '../../shared/method/behaviours/placing.ts';
import type { Box } from '../../shared/method/template.ts';

/** What lies on the board as paper does, and would cover what is below it. Cards find their places by their layouts. */
const papers: ReadonlySet<unknown> = new Set(['note', 'text', 'geo', 'image']);
const covering: ReadonlySet<unknown> = new Set([...papers, 'card', 'mirror']);
/** Whether a record lies on the board without any layout of its own. */
export const isPaper = ({ type }: AnyRecord): boolean => papers.has(type);
/** Whether nothing is to be seen of what lies below a record. */
export const isCovering = ({ type }: AnyRecord): boolean => covering.has(type);

/** As far as a place is looked for before it may be anywhere, in steps of this many units. */
const [reach, step] = [30, 40];

/**
 * What comes to a board: that which would lie on something is moved to the nearest place where nothing is. What is in a group or
 * a frame stays in it as it is.
 * @param main with all else that comes
 */
export function atFreePlaces(main: ReadonlyMap<string, AnyRecord>, come: readonly AnyRecord[]): readonly AnyRecord[] {
  const taken = new Taken();
  const coming = new Set<string>(come.map(({ id }) => id));
  for (const record of main.values()) if (isCovering(record) && !coming.has(record.id)) taken.add(boxOf(main, record));
  return come.map((record) => {
    const box = boxOf(main, record);
    const isFree = (there: Box) => taken.isFree(there);
    const free = nearest(box, isFree) ?? besideOthers(box, (there) => !isFree(there));
    taken.add(free);
    const [x, y] = [Number(record.x) + free.x - box.x, Number(record.y) + free.y - box.y];
    return { ...record, x, y } as unknown as AnyRecord;
  });
}

/** In board units: about the size of a card, so that few boxes share a cell and few cells a box. */
const cellSize = 320;

/** Boxes by the cells of a grid that they touch: a thousand cards look for places without asking a thousand others each time. */
class Taken {
  readonly #cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes === undefined) this.#cells.set(cell, [box]);
      else boxes.push(box);
    }
  }

  isFree(box: Box): boolean {
    return !cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlaps(box, other)));
  }
}

function cellsOf({ x, y, w, h }: Box): readonly string[] {
  const cells: string[] = [];
  for (let column = Math.floor(x / cellSize); column * cellSize < x + w; column++)
    for (let row = Math.floor(y / cellSize); row * cellSize < y + h; row++) cells.push(`${column} ${row}`);
  return cells;
}

const steps = Array.from({ length: (2 * reach + 1) ** 2 }, (_, at) => ({
  x: ((at % (2 * reach + 1)) - reach) * step,
  y: (Math.floor(at / (2 * reach + 1)) - reach) * step,
})).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));

function nearest(box: Box, isFree: (box: Box) => boolean): Box | undefined {
  const found = steps.find(({ x, y }) => isFree({ ...box, x: box.x + x, y: box.y + y }));
  return found && { ...box, x: box.x + found.x, y: box.y + found.y };
}

/** Of one that stands upright, which nearly all do. */
function boxOf(board: ReadonlyMap<string, AnyRecord>, record: AnyRecord): Box {
  const { x, y } = board.has(record.id) ? placeOnPage((id) => board.get(id), record.id) : (record as unknown as Box);
  const own = localBox(record as unknown as BoardShape);
  return { x: x + own.x, y: y + own.y, w: own.w, h: own.h };
}
