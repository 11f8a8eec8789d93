import type { Comment } from '../../../../shared/api/comments.ts';
import type { CommentId, ParticipantId } from '../../../../shared/protocol/ids.ts';

export interface Unread {
  /** Threads in which others have said something since. */
  readonly threads: ReadonlySet<CommentId>;
  /** Those of them in which something new names this person. */
  readonly mentions: ReadonlySet<CommentId>;
  /** The newest that does. */
  readonly mention: Comment | null;
}

/** What others have said since somebody last looked. @param seenAtMs of the newest comment that was there then */
export function unreadOf(comments: readonly Comment[], me: ParticipantId, seenAtMs: number): Unread {
  const fresh = comments.filter(({ authorId, createdAtMs }) => authorId !== me && createdAtMs > seenAtMs);
  const naming = fresh.filter(({ mentions }) => mentions.includes(me));
  return {
    threads: new Set(fresh.map(threadOf)),
    mentions: new Set(naming.map(threadOf)),
    mention: naming.at(-1) ?? null,
  };
}

export const threadOf = ({ id, threadId }: Pick<Comment, 'id' | 'threadId'>): CommentId => threadId ?? id;
