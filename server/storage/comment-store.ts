import type { Comment } from '../../shared/api/comments.ts';
import type { BoardId, CommentId, ParticipantId } from '../../shared/protocol/ids.ts';

/**
 * What is said beside boards. Every call is atomic and durable when it resolves; all throw StorageError (update-log.ts)
 * when storage is out of reach. Times are milliseconds since 1970 and come from the caller.
 */
export interface CommentStore {
  /**
   * Says something. A comment whose id is there already is not made a second time.
   * @returns what stands under the id now; why not, and changes nothing, where the board's threads do not have `threadId`
   * (`no-thread`), the id is somebody else's or another board's (`taken`), or the board has `perBoardMax` (`full`).
   */
  addComment(
    boardId: BoardId,
    comment: Comment,
    perBoardMax: number,
  ): Promise<Comment | 'no-thread' | 'taken' | 'full'>;
  /** In the order of writing. */
  listComments(boardId: BoardId): Promise<readonly Comment[]>;
  /** @returns null when the board has none of this id. */
  getComment(boardId: BoardId, id: CommentId): Promise<Comment | null>;
  /** Replaces the words. @returns null when the board has none of this id. */
  editComment(
    boardId: BoardId,
    id: CommentId,
    words: { readonly text: string; readonly mentions: readonly ParticipantId[]; readonly editedAtMs: number },
  ): Promise<Comment | null>;
  /** Settles or reopens a thread; settling twice keeps who did it first. @returns null when `id` begins no thread here. */
  resolveThread(boardId: BoardId, id: CommentId, resolved: Comment['resolved']): Promise<Comment | null>;
  /** Takes a comment away, the first of a thread with all its replies. Idempotent. */
  deleteComment(boardId: BoardId, id: CommentId): Promise<void>;
}
