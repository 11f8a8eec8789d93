import { z } from 'zod';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { rulesFor } from '../../shared/session/rules.ts';
import { isBreach } from '../rooms/review/rulings.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

/** What came too late to be revealed with the rest stays its writer's, until they show it themselves. */
export function privateWritingRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/private/publish',
    schema: {
      summary: 'Show everybody what one has written privately on a board',
      description:
        'Only while nobody writes privately there (409 `private-writing`): then all is revealed together. Without names where it was written without. Not where participants may add nothing just now (409 `locked`): it stays private.',
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
      const ownName = formatRoomName({ layer: 'own', boardId, participantId });
      const isLocked = await context.registry.withRoom(ownName, (own) =>
        context.registry.withRoom(roomOf(boardId), async ({ records }) => {
          const rules = rulesFor(visit.visitor.role, sessions.now(workshopId), boardId);
          return isBreach(rules, participantId, records, [...own.records.values()]);
        }),
      );
      if (isLocked !== false) return refuse(reply, isLocked === true ? 'locked' : 'not-ready');
      const isWanted = () => {
        const session = sessions.now(workshopId);
        const { privateWriting, closedAtMs } = session;
        const { whole } = rulesFor(visit.visitor.role, session, boardId);
        return privateWriting?.boardId !== boardId && closedAtMs === null && whole === null;
      };
      await context.reveal({ boardId, participantId, isWanted });
      return reply.code(204).send();
    },
  });
}
