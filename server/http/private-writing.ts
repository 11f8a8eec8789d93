import { z } from 'zod';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** What came too late to be revealed with the rest stays its writer's, until they show it themselves. */
export function privateWritingRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/private/publish',
    schema: {
      summary: 'Show everybody what one has written privately on a board',
      description:
        'Only while nobody writes privately there (409 `private-writing`): then all is revealed together. Without names where it was written without.',
      params: BoardParams,
      response: { 204: z.undefined().describe('On the board'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'private-writing.publish');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { workshopId, participantId } = visit.visitor;
      const { sessions } = context;
      if ((await sessions.read(workshopId)).privateWriting?.boardId === boardId)
        return refuse(reply, 'private-writing');
      const isWanted = () => {
        const { privateWriting, closedAtMs } = sessions.now(workshopId);
        return privateWriting?.boardId !== boardId && closedAtMs === null;
      };
      await context.reveal({ boardId, participantId, isWanted });
      return reply.code(204).send();
    },
  });
}
