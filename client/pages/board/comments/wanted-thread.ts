import type { BoardId, CommentId } from '../../../../shared/protocol/ids.ts';

/** What a phone's own page leads to on the canvas. */
let wanted: { readonly board: BoardId; readonly thread: CommentId } | null = null;

/** To be called before the canvas is opened on which somebody wants to read a thread. */
export function wantThread(board: BoardId, thread: CommentId): void {
  wanted = { board, thread };
}

/** Once: the thread that was wanted on this board. */
export function takeWantedThread(board: BoardId): CommentId | null {
  const thread = wanted?.board === board ? wanted.thread : null;
  wanted = null;
  return thread;
}
