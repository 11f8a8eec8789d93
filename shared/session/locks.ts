import { z } from 'zod';
import { BoardId } from '../protocol/ids.ts';

/**
 * What is locked on a board: `frame` or `frame/zone` of its template, as a phase has its place, or the id of a frame that
 * somebody drew; null: all of the board. Only facilitators change what stands there.
 */
export const Lock = z.object({ boardId: BoardId, place: z.string().nullable() });
export type Lock = z.infer<typeof Lock>;
export type LockPlace = Lock['place'];

const isLockOf = (lock: Lock, boardId: BoardId, place: LockPlace): boolean =>
  lock.boardId === boardId && lock.place === place;

/** Whether only facilitators change what stands at a place: it is locked, or what it is a part of. */
export const isLocked = (locks: readonly Lock[], boardId: BoardId, place: LockPlace): boolean => {
  const around = place === null ? [] : [place, place.split('/')[0] ?? place];
  return [null, ...around].some((one) => locks.some((lock) => isLockOf(lock, boardId, one)));
};

/** The list with or without one of them; in the order in which they were locked. */
export function withLock(
  locks: readonly Lock[],
  { boardId, place, isLocked }: Lock & { readonly isLocked: boolean },
): Lock[] {
  const others = locks.filter((lock) => !isLockOf(lock, boardId, place));
  if (!isLocked) return others;
  return others.length < locks.length ? [...locks] : [...locks, { boardId, place }];
}
