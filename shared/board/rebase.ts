import { flattenFields, nestFields } from './card-fields.ts';
import { type Diff, emptyDiff } from './diff.ts';
import { endsOf } from './ends.ts';
import { isEqualJson } from './equal.ts';
import type { AnyRecord } from './groups.ts';
import { fromPage, type Place, placeOnPage, toPage } from './place.ts';

/** The board as a rebase sees it. */
export interface Board {
  get(id: string): AnyRecord | undefined;
  childrenOf(id: string): readonly string[];
  /** Records that others have worked on. */
  readonly foreign: { has(id: string): boolean };
  /** The last state of records before they went, whoever removed them. */
  readonly graves: { get(id: string): AnyRecord | undefined };
  readonly pageId: string;
}

/**
 * Turns a recorded change of one's own into the change that is still right now: what others have done since stays.
 *
 * A value changes only while it still is what the diff started from. Parent, place and rotation of a shape are one value.
 * A record that is gone is not brought back by an update. Removing (the undo of a create) is left out when somebody else
 * has worked on the record or put something into it. Adding takes the record's last state; a shape whose parent is gone
 * comes back at the same place on the page; a binding, a mirror or a relation only if all that it hangs on lives. A shape
 * stays where it is when the parent that it would get has been put into it.
 *
 * Pure: reads the board, changes nothing.
 */
export function rebase(board: Board, diff: Diff): Diff {
  const out = emptyDiff();
  for (const { id } of Object.values(diff.removed)) {
    const now = board.get(id);
    if (now !== undefined && !board.foreign.has(id) && !holdsOthers(board, diff, id)) out.removed[id] = now;
  }
  addBack(board, diff, out);
  const living = livingIn(board, out);
  for (const [from, to] of Object.values(diff.updated)) {
    const now = living(to.id);
    if (now === undefined || out.added[to.id] !== undefined) continue;
    const next = changeLeaves(board, living, now, from, to);
    if (!isEqualJson(now, next)) out.updated[to.id] = [now, next];
  }
  leaveCircles(board, living, diff, out);
  return out;
}

const livingIn = (board: Board, out: Diff) => (id: string) =>
  out.removed[id] === undefined ? (board.get(id) ?? out.added[id]) : undefined;

/** Whether the record has children that this diff neither removes nor takes out of it. */
const holdsOthers = (board: Board, diff: Diff, id: string): boolean =>
  board.childrenOf(id).some((child) => {
    const [from, to] = diff.updated[child] ?? [];
    return diff.removed[child] === undefined && (to === undefined || to.parentId === from?.parentId);
  });

function addBack(board: Board, diff: Diff, out: Diff): void {
  const living = livingIn(board, out);
  const hangs = (record: AnyRecord): boolean => endsOf(record).every((id) => living(id) !== undefined);
  const canStand = (record: AnyRecord): boolean =>
    hangs(record) && (record.typeName !== 'shape' || living(record.parentId as string) !== undefined);
  let waiting = Object.values(diff.added)
    .filter(({ id }) => board.get(id) === undefined)
    .map((record) => board.graves.get(record.id) ?? record);
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter((record) => {
      if (!canStand(record)) return true;
      out.added[record.id] = record;
      return false;
    });
  }
  const isEdge = (record: AnyRecord): boolean => endsOf(record).length > 0;
  for (const record of waiting)
    if (record.typeName === 'shape' && !isEdge(record)) out.added[record.id] = rescue(board, living, record);
  for (const record of waiting)
    if (isEdge(record) && hangs(record))
      out.added[record.id] = record.typeName === 'shape' ? rescue(board, living, record) : record;
}

type Living = (id: string) => AnyRecord | undefined;

/** A circle of parents needs a move to close it; without that move it is none. */
function leaveCircles(board: Board, living: Living, diff: Diff, out: Diff): void {
  const after: Living = (id) => living(id) && (out.updated[id]?.[1] ?? living(id));
  const closing = () =>
    Object.values(out.updated).find(([now, next]) => now.parentId !== next.parentId && isInItself(after, next));
  for (let move = closing(); move !== undefined; move = closing()) {
    const [now] = move;
    const [from, to] = diff.updated[now.id] ?? move;
    const { parentId, index, x, y, rotation } = now;
    const next = { ...changeLeaves(board, living, now, from, to), parentId, index, x, y, rotation };
    if (isEqualJson(now, next)) delete out.updated[now.id];
    else out.updated[now.id] = [now, next];
  }
}

function isInItself(get: Living, shape: AnyRecord): boolean {
  const seen = new Set<unknown>();
  for (let id = shape.parentId; typeof id === 'string' && !seen.has(id); id = get(id)?.parentId) {
    if (id === shape.id) return true;
    seen.add(id);
  }
  return false;
}

/** The shape in its nearest living ancestor, at the place that it had on the page. */
function rescue(board: Board, living: Living, shape: AnyRecord): AnyRecord {
  let place = placeOf(shape);
  let parentId = shape.parentId as string;
  for (let grave = board.graves.get(parentId); living(parentId) === undefined && grave !== undefined; ) {
    place = toPage(placeOf(grave), place);
    parentId = grave.parentId as string;
    grave = board.graves.get(parentId);
  }
  return { ...shape, ...place, parentId: living(parentId) === undefined ? board.pageId : parentId };
}

const placeOf = (shape: AnyRecord): Place => ({
  x: shape.x as number,
  y: shape.y as number,
  rotation: shape.rotation as number,
});
const isPlaceEqual = (a: AnyRecord, b: AnyRecord): boolean => isEqualJson(placeOf(a), placeOf(b));

/** Of a record's keys, those that the two rules below look after. */
const isPlaceKey = (key: string): boolean => key === 'x' || key === 'y' || key === 'rotation';
const isParentKey = (key: string): boolean => key === 'parentId' || key === 'index';

function changeLeaves(board: Board, living: Living, now: AnyRecord, from: AnyRecord, to: AnyRecord): AnyRecord {
  const next: Record<string, unknown> = { ...now };
  const isShape = to.typeName === 'shape';
  const moves = isShape && from.parentId !== to.parentId;
  if (moves) Object.assign(next, reparent(board, living, now, from, to));
  else if (isShape && isPlaceEqual(now, from) && now.parentId === from.parentId) Object.assign(next, placeOf(to));
  for (const key of keysOf(from, to)) {
    if (key === 'meta' || (isShape && isPlaceKey(key)) || (moves && isParentKey(key))) continue;
    if (key === 'props') next.props = changeProps(now, from, to);
    else if (isEqualJson(now[key], from[key])) next[key] = to[key];
  }
  return next as AnyRecord;
}

function changeProps(now: AnyRecord, from: AnyRecord, to: AnyRecord): Record<string, unknown> {
  const flat = (record: AnyRecord) => flattenFields(record.type, (record.props ?? {}) as Record<string, unknown>);
  const next: Record<string, unknown> = { ...flat(now) };
  const [before, after] = [flat(from), flat(to)];
  for (const key of keysOf(before, after))
    if (!isEqualJson(before[key], after[key]) && isEqualJson(next[key], before[key])) {
      if (after[key] === undefined) delete next[key];
      else next[key] = after[key];
    }
  return nestFields(now.type, next);
}

const keysOf = (a: object, b: object): Set<string> => new Set([...Object.keys(a), ...Object.keys(b)]);

/** The change of parent, as long as the shape is where the diff took it from and the new parent lives. */
function reparent(board: Board, living: Living, now: AnyRecord, from: AnyRecord, to: AnyRecord): object {
  const parentId = to.parentId as string;
  if (now.parentId !== from.parentId || living(parentId) === undefined) return {};
  if (isPlaceEqual(now, from)) return { parentId, index: to.index, ...placeOf(to) };
  // Somebody moved it meanwhile: it stays where it is on the page.
  const place = fromPage(
    placeOnPage(living, parentId),
    toPage(
      placeOnPage((id) => board.get(id), now.parentId as string),
      placeOf(now),
    ),
  );
  return { parentId, index: to.index, ...place };
}
