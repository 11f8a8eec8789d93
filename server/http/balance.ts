import { Balance } from '../../shared/session/balance.ts';
import { readBalance } from '../session/balance.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** Who writes and speaks how much; for whoever leads alone. */
export function balanceRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/balance',
    schema: {
      summary: 'How cards and turns to speak are shared between organisations, and who has not been heard',
      description:
        'No figure of an organisation with fewer than three people here, nor any from which one could be worked out.',
      params: BoardParams,
      response: { 200: Balance, ...failures },
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'balance.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { board, visitor } = visit;
      const session = await context.sessions.read(board.workshopId);
      const { registry, storage } = context;
      return reply
        .code(200)
        .send(await readBalance({ registry, workshops: storage.workshops }, board, session, visitor));
    },
  });
}
