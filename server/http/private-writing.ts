import { z } from 'zod';
import type { ProblemCode } from '../../shared/api/problem.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { rulesFor } from '../../shared/session/rules.ts';
import { isBreach } from '../rooms/review/rulings.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

type Records = ReadonlyMap<string, AnyRecord>;

/** What came too late to be revealed with the rest stays its writer's, until they show it themselves. */
export function privateWritingRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/private/publish',
    schema: {
      summary: 'Show everybody what one has written privately on a board',
      description:
        'Only while nobody writes privately there (409 `private-writing`): then all is revealed together. Without names where it was written without. Not where participants may add nothing just now (409 `locked`), nor where the board has no room for all of it (422 `board-full`): it stays private.',
      params: BoardParams,
      response: { 204: z.undefined().describe('On the board'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'private-writing.publish');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { workshopId, participantId } = visit.visitor;
      const { sessions, registry, reveal } = context;
      await sessions.read(workshopId);
      const ownName = formatRoomName({ layer: 'own', boardId, participantId });
      const found = await registry.withRoom(ownName, ({ records: own }) =>
        registry.withRoom(roomOf(boardId), async ({ records: shared }) => ({ own, shared })),
      );
      if (found === 'damaged') return refuse(reply, 'not-ready');
      /** Of the moment: what is locked while it waits for its turn stays as locked. */
      const refusal = (shared: Records, own: Records): ProblemCode | null => {
        const session = sessions.now(workshopId);
        if (session.privateWriting?.boardId === boardId) return 'private-writing';
        if (session.closedAtMs !== null) return 'session-closed';
        const rules = rulesFor(visit.visitor.role, session, boardId);
        return isBreach(rules, participantId, shared, [...own.values()]) ? 'locked' : null;
      };
      let refused = refusal(found.shared, found.own);
      if (refused !== null) return refuse(reply, refused);
      const isWanted = (shared: Records, layers: readonly { readonly records: Records }[]): boolean => {
        refused = layers.flatMap(({ records }) => refusal(shared, records) ?? [])[0] ?? null;
        return refused === null;
      };
      const revealed = await reveal({ boardId, participantId, isWanted });
      if (revealed === null || revealed.layersUnread > 0) return refuse(reply, refused ?? 'not-ready');
      if (revealed.layersLeft > 0) return refuse(reply, 'board-full');
      return reply.code(204).send();
    },
  });
}
