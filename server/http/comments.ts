import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import {
  type Comment,
  CommentResponse,
  CreateCommentRequest,
  ListCommentsResponse,
  UpdateCommentRequest,
} from '../../shared/api/comments.ts';
import { BoardId, CommentId } from '../../shared/protocol/ids.ts';
import { commentLimits } from '../../shared/protocol/limits.ts';
import { permit } from '../access/permit.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

const CommentParams = z.object({ boardId: BoardId, commentId: CommentId });

/** What is said beside a board. Everybody on it hears that something was said, and asks. */
export function commentRoutes(app: HttpServer, context: HttpContext): void {
  listCommentsRoute(app, context);
  createCommentRoute(app, context);
  updateCommentRoute(app, context);
  deleteCommentRoute(app, context);
}

function listCommentsRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/comments',
    schema: {
      summary: 'What was said beside a board, in the order of writing',
      params: BoardParams,
      response: { 200: ListCommentsResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'comment.list');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      return reply.code(200).send({ comments: [...(await context.storage.comments.listComments(boardId))] });
    },
  });
}

function createCommentRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/comments',
    schema: {
      summary: 'Say something beside a board, or answer',
      description: 'A repeated request makes one comment. A thread has an anchor, an answer has a thread.',
      params: BoardParams,
      body: CreateCommentRequest,
      response: { 201: CommentResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'comment.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.commentOfSession(request)) return refuse(reply, 'too-many-requests');
      const { threadId, anchor, mentions } = request.body;
      if ((threadId === null) !== (anchor !== null))
        return refuse(reply, 'bad-request', [{ path: 'anchor', message: 'a thread has one, an answer none' }]);
      if (!(await areHere(context, visit.visitor.workshopId, mentions)))
        return refuse(reply, 'bad-request', [
          { path: 'mentions', message: 'somebody else than people of the workshop' },
        ]);
      const { participantId: authorId } = visit.visitor;
      const said: Comment = { ...request.body, authorId, createdAtMs: Date.now(), editedAtMs: null, resolved: null };
      const comment = await context.storage.comments.addComment(boardId, said, commentLimits.perBoardMax);
      switch (comment) {
        case 'no-thread':
        case 'taken':
          return refuse(reply, 'not-found');
        case 'full':
          return refuse(reply, 'comments-full');
        default:
          context.registry.tellCommentsChanged(roomOf(boardId));
          context.log.info({ boardId, commentId: comment.id, by: authorId }, 'comment.created');
          return reply.code(201).send({ comment });
      }
    },
  });
}

async function areHere(
  { storage }: HttpContext,
  workshopId: Parameters<HttpContext['storage']['workshops']['listParticipants']>[0],
  mentions: Comment['mentions'],
): Promise<boolean> {
  if (mentions.length === 0) return true;
  const here = new Set((await storage.workshops.listParticipants(workshopId)).map(({ id }) => id));
  return mentions.every((id) => here.has(id));
}

function updateCommentRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId/comments/:commentId',
    schema: {
      summary: 'Correct the words of one’s own comment, settle a thread or reopen it',
      params: CommentParams,
      body: UpdateCommentRequest,
      response: { 200: CommentResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId, commentId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'comment.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.commentOfSession(request)) return refuse(reply, 'too-many-requests');
      const { comments } = context.storage;
      const { participantId, workshopId } = visit.visitor;
      const before = await comments.getComment(boardId, commentId);
      if (before === null) return refuse(reply, 'not-found');
      const { text = before.text, mentions = before.mentions, resolved } = request.body;
      const isReworded = text !== before.text || mentions.join() !== before.mentions.join();
      if (isReworded && before.authorId !== participantId) return refuse(reply, 'not-allowed');
      if (!(await areHere(context, workshopId, mentions)))
        return refuse(reply, 'bad-request', [
          { path: 'mentions', message: 'somebody else than people of the workshop' },
        ]);
      if (resolved !== undefined && before.threadId !== null)
        return refuse(reply, 'bad-request', [{ path: 'resolved', message: 'an answer is settled with its thread' }]);
      const nowMs = Date.now();
      if (isReworded) await comments.editComment(boardId, commentId, { text, mentions, editedAtMs: nowMs });
      if (resolved !== undefined)
        await comments.resolveThread(boardId, commentId, resolved ? { by: participantId, atMs: nowMs } : null);
      const comment = await comments.getComment(boardId, commentId);
      if (comment === null) return refuse(reply, 'not-found');
      if (!isDeepStrictEqual(comment, before)) {
        context.registry.tellCommentsChanged(roomOf(boardId));
        context.log.info({ boardId, commentId, by: participantId }, 'comment.changed');
      }
      return reply.code(200).send({ comment });
    },
  });
}

function deleteCommentRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'DELETE',
    url: '/api/boards/:boardId/comments/:commentId',
    schema: {
      summary: 'Take a comment away: one’s own, a facilitator anybody’s; the first of a thread with its answers',
      params: CommentParams,
      response: { 204: z.undefined().describe('Taken away'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId, commentId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'comment.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { participantId, role } = visit.visitor;
      const comment = await context.storage.comments.getComment(boardId, commentId);
      if (comment === null) return refuse(reply, 'not-found');
      if (comment.authorId !== participantId && !permit(role, 'comment.moderate')) return refuse(reply, 'not-allowed');
      await context.storage.comments.deleteComment(boardId, commentId);
      context.registry.tellCommentsChanged(roomOf(boardId));
      context.log.info({ boardId, commentId, by: participantId }, 'comment.deleted');
      return reply.code(204).send();
    },
  });
}
