import type { Comment } from '../../../../shared/api/comments.ts';
import type { CommentId, ParticipantId } from '../../../../shared/protocol/ids.ts';

export interface Unread {
  /** Threads in which others have said something since. */
  readonly threads: ReadonlySet<CommentId>;
  /** Whether one of them names this person. */
  readonly isMentioned: boolean;
}

/** What others have said since somebody last looked. @param seenAtMs of the newest comment that was there then */
export function unreadOf(comments: readonly Comment[], me: ParticipantId, seenAtMs: number): Unread {
  const fresh = comments.filter(({ authorId, createdAtMs }) => authorId !== me && createdAtMs > seenAtMs);
  return {
    threads: new Set(fresh.map(({ id, threadId }) => threadId ?? id)),
    isMentioned: fresh.some(({ mentions }) => mentions.includes(me)),
  };
}
