import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { type Comment, CommentAnchor } from '../../../shared/api/comments.ts';
import { type BoardId, type CommentId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { CommentStore } from '../comment-store.ts';
import type { Tables } from './tables.ts';

/** Comments in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlComments = (db: Kysely<Tables>): CommentStore => ({
  addComment: (boardId, comment, perBoardMax) =>
    db.transaction().execute((tx) => add(tx, boardId, comment, perBoardMax)),

  listComments: async (boardId) => {
    const rows = await db.selectFrom('comments').selectAll().where('board_id', '=', boardId).orderBy('place').execute();
    return rows.map(toComment);
  },

  getComment: (boardId, id) => find(db, boardId, id),

  editComment: (boardId, id, { text, mentions, editedAtMs }) =>
    db.transaction().execute(async (tx) => {
      const words = { text, mentions: JSON.stringify(mentions), edited_at_ms: editedAtMs };
      await tx.updateTable('comments').set(words).where('board_id', '=', boardId).where('id', '=', id).execute();
      return find(tx, boardId, id);
    }),

  resolveThread: (boardId, id, resolved) =>
    db.transaction().execute(async (tx) => {
      const state = { resolved_by: resolved?.by ?? null, resolved_at_ms: resolved?.atMs ?? null };
      await tx
        .updateTable('comments')
        .set(state)
        .where('board_id', '=', boardId)
        .where('id', '=', id)
        .where('thread_id', 'is', null)
        .$if(resolved !== null, (query) => query.where('resolved_at_ms', 'is', null))
        .execute();
      const comment = await find(tx, boardId, id);
      return comment?.threadId === null ? comment : null;
    }),

  deleteComment: async (boardId, id) => {
    await db
      .transaction()
      .execute((tx) => tx.deleteFrom('comments').where('board_id', '=', boardId).where('id', '=', id).execute());
  },
});

async function add(
  tx: Kysely<Tables>,
  boardId: BoardId,
  comment: Comment,
  perBoardMax: number,
): ReturnType<CommentStore['addComment']> {
  const known = await tx.selectFrom('comments').selectAll().where('id', '=', comment.id).executeTakeFirst();
  if (known !== undefined)
    return known.board_id === boardId && known.participant_id === comment.authorId ? toComment(known) : 'taken';
  if (comment.threadId !== null && (await find(tx, boardId, comment.threadId))?.threadId !== null) return 'no-thread';
  const { count, last } = await tx
    .selectFrom('comments')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max<number | null>('place').as('last')])
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow();
  if (count >= perBoardMax) return 'full';
  await tx
    .insertInto('comments')
    .values({
      id: comment.id,
      board_id: boardId,
      place: (last ?? 0) + 1,
      thread_id: comment.threadId,
      anchor: comment.anchor && JSON.stringify(comment.anchor),
      text: comment.text,
      mentions: JSON.stringify(comment.mentions),
      participant_id: comment.authorId,
      created_at_ms: comment.createdAtMs,
      edited_at_ms: null,
      resolved_by: null,
      resolved_at_ms: null,
    })
    .execute();
  return comment;
}

async function find(db: Kysely<Tables>, boardId: BoardId, id: CommentId): Promise<Comment | null> {
  const row = await db
    .selectFrom('comments')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toComment(row);
}

const toComment = (row: Selectable<Tables['comments']>): Comment => ({
  id: row.id,
  threadId: row.thread_id,
  anchor: row.anchor === null ? null : CommentAnchor.parse(JSON.parse(row.anchor)),
  text: row.text,
  mentions: z.array(ParticipantId).parse(JSON.parse(row.mentions)),
  authorId: row.participant_id,
  createdAtMs: row.created_at_ms,
  editedAtMs: row.edited_at_ms,
  resolved:
    row.resolved_by === null || row.resolved_at_ms === null ? null : { by: row.resolved_by, atMs: row.resolved_at_ms },
});
