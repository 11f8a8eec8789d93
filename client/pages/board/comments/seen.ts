import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';

/** Up to when somebody has read what was said on a board, in this browser; without storage everything counts as read once. */
const keyOf = (me: ParticipantId, board: BoardId): string => `commonboard.comments.${me}.${board}`;

export function seenAtMs(me: ParticipantId, board: BoardId): number {
  try {
    return Number(localStorage.getItem(keyOf(me, board)) ?? 0) || 0;
  } catch {
    return 0;
  }
}

export function keepSeen(me: ParticipantId, board: BoardId, atMs: number): void {
  try {
    localStorage.setItem(keyOf(me, board), String(atMs));
  } catch {
    // Full or switched off: it is told again as new.
  }
}
