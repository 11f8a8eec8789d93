import { z } from 'zod';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { ReactRequest } from '../../shared/session/reactions.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** What people show each other without a word, viewers too. */
export function reactionRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/reactions',
    schema: {
      summary: 'Show everybody on a board a reaction, which passes',
      params: BoardParams,
      body: ReactRequest,
      response: { 204: z.undefined().describe('Shown to whoever is there'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'reaction.send');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.reactionOfSession(request)) return refuse(reply, 'too-many-requests');
      const { participantId } = visit.visitor;
      const { reaction } = request.body;
      context.registry.tellReaction(formatRoomName({ layer: 'shared', boardId }), { participantId, reaction });
      return reply.code(204).send();
    },
  });
}
