import type { Comment } from '../../../shared/api/comments.ts';
import type { BoardId, CommentId } from '../../../shared/protocol/ids.ts';
import type { CommentStore } from '../comment-store.ts';

/** Comments as plainly as they can be said. No call awaits anything, so each is atomic. */
export function createMemoryComments(): CommentStore {
  const boards = new Map<BoardId, Map<CommentId, Comment>>();
  const of = (boardId: BoardId): Map<CommentId, Comment> => {
    const known = boards.get(boardId) ?? new Map();
    boards.set(boardId, known);
    return known;
  };
  const change = (boardId: BoardId, id: CommentId, next: (comment: Comment) => Comment): Comment | null => {
    const comment = of(boardId).get(id);
    if (comment === undefined) return null;
    const changed = next(comment);
    of(boardId).set(id, changed);
    return changed;
  };
  return {
    addComment: async (boardId, comment, perBoardMax) => {
      const here = of(boardId);
      const known = here.get(comment.id);
      if (known !== undefined) return known.authorId === comment.authorId ? known : 'taken';
      if ([...boards.values()].some((others) => others.has(comment.id))) return 'taken';
      if (comment.threadId !== null && here.get(comment.threadId)?.threadId !== null) return 'no-thread';
      if (here.size >= perBoardMax) return 'full';
      here.set(comment.id, { ...comment });
      return comment;
    },
    listComments: async (boardId) => [...of(boardId).values()],
    getComment: async (boardId, id) => of(boardId).get(id) ?? null,
    editComment: async (boardId, id, { text, mentions, editedAtMs }) =>
      change(boardId, id, (comment) => ({ ...comment, text, mentions: [...mentions], editedAtMs })),
    resolveThread: async (boardId, id, resolved) => {
      if (of(boardId).get(id)?.threadId !== null) return null;
      return change(boardId, id, (comment) => ({
        ...comment,
        resolved: resolved === null ? null : (comment.resolved ?? resolved),
      }));
    },
    deleteComment: async (boardId, id) => {
      for (const comment of of(boardId).values())
        if (comment.id === id || comment.threadId === id) of(boardId).delete(comment.id);
    },
  };
}
