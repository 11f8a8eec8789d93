import { SendCardRequest, SendCardResponse } from '../../shared/api/cards.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** Cards from whoever has no canvas before them: a phone, a program. */
export function cardRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/cards',
    schema: {
      summary: 'Send a card to a board',
      description:
        'It comes to the place of the session’s phase, as if its sender had made it there on the canvas: while people write privately on the board, only its sender sees it. Under an `id` that was sent before nothing is made anew (200). 409 while the session is closed, 422 `board-full` where there is no room, 429 for too many in a minute.',
      params: BoardParams,
      body: SendCardRequest,
      response: { 200: SendCardResponse, 201: SendCardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'card.send');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.cardOfSession(request)) return refuse(reply, 'too-many-requests');
      const { isPrivate = false, isAnonymous = false, ...card } = request.body;
      const { visitor, board } = visit;
      const outcome = await context.sendCard(visitor, board, { ...card, isPrivate, isAnonymous });
      if (outcome.status !== 'refused') {
        const facts = { boardId: board.id, by: visitor.participantId, status: outcome.status };
        context.log.info(facts, 'card.sent');
        return reply.code(outcome.status === 'new' ? 201 : 200).send({ isPrivate: outcome.isPrivate });
      }
      switch (outcome.why) {
        case 'damaged':
          return refuse(reply, 'not-ready');
        case 'no-such-place':
          return refuse(reply, 'bad-request', [{ path: 'place', message: 'is none of the board’s template' }]);
        case 'id-taken':
          return refuse(reply, 'bad-request', [{ path: 'id', message: 'is somebody else’s' }]);
        case 'never-anonymous':
          return refuse(reply, 'bad-request', [{ path: 'isAnonymous', message: 'was never promised on this board' }]);
        case 'session-closed':
        case 'locked':
        case 'board-full':
          return refuse(reply, outcome.why);
      }
    },
  });
}
