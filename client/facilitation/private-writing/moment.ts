import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Session } from '../../../shared/session/session.ts';

/** How private writing stands on a board. */
export type WritingMoment =
  | { readonly status: 'off' }
  | {
      readonly status: 'writing' | 'revealing';
      readonly isAnonymous: boolean;
      /** Tells one private writing from the next. */
      readonly sinceMs: number;
    };

const off: WritingMoment = { status: 'off' };

export function momentOf({ privateWriting }: Pick<Session, 'privateWriting'>, boardId: BoardId): WritingMoment {
  if (privateWriting?.boardId !== boardId) return off;
  const { isAnonymous, sinceMs, revealAtMs } = privateWriting;
  return { status: revealAtMs === null ? 'writing' : 'revealing', isAnonymous, sinceMs };
}

export type WritingNews = 'begun' | 'revealing' | 'ended';

/** What is to be said when one moment follows another; also of the first one, for which `off` goes before. */
export function newsBetween(before: WritingMoment, now: WritingMoment): WritingNews | null {
  if (now.status === 'off') return before.status === 'off' ? null : 'ended';
  const isSame = before.status !== 'off' && before.sinceMs === now.sinceMs;
  if (isSame && before.status === now.status) return null;
  return now.status === 'writing' ? 'begun' : 'revealing';
}

/**
 * How many cards there are to reveal, as far as a page knows. What is being revealed is no longer private, so its count may
 * be gone before the end is told.
 */
export function toBeRevealed(before: number, now: WritingMoment, counted: number): number {
  if (now.status === 'writing') return counted;
  return counted > 0 ? counted : before;
}
