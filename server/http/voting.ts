import { CastBallotRequest, VotingCardsResponse, VotingResponse } from '../../shared/api/voting.ts';
import { RoundId } from '../../shared/protocol/ids.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitBoard } from './visit.ts';

/** One's own ballot and what rounds came to. Opening and closing a round are commands. */
export function votingRoutes(app: HttpServer, context: HttpContext): void {
  readRoute(app, context);
  cardsRoute(app, context);
  castRoute(app, context);
}

const RoundParams = BoardParams.extend({ roundId: RoundId });

function cardsRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/voting/:roundId/cards',
    schema: {
      summary: 'What a round is about: the cards in its scope as everybody sees them now',
      params: RoundParams,
      response: { 200: VotingCardsResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId, roundId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'voting.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { voting } = await context.sessions.read(visit.visitor.workshopId);
      const closed = voting?.id === roundId ? null : await context.storage.votes.getClosedRound(roundId);
      const round = voting?.id === roundId ? voting : closed?.round;
      if (round?.boardId !== boardId) return refuse(reply, 'not-found');
      return reply.code(200).send({ cards: [...(await context.voting.cardsOf(round))] });
    },
  });
}

function readRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/voting',
    schema: {
      summary: 'One’s own ballot in the round that is open, and the rounds of a board that are closed',
      params: BoardParams,
      response: { 200: VotingResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'voting.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { workshopId, participantId } = visit.visitor;
      const { votes } = context.storage;
      const { voting } = await context.sessions.read(workshopId);
      const ballots = voting?.boardId === boardId ? await votes.listBallots(voting.id) : [];
      const own = ballots.find((ballot) => ballot.participantId === participantId);
      const rounds = [...(await votes.listClosedRounds(boardId))];
      return reply.code(200).send({ ballot: own?.votes ?? {}, voters: ballots.length, rounds });
    },
  });
}

function castRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PUT',
    url: '/api/boards/:boardId/voting/ballot',
    schema: {
      summary: 'Vote, in the place of what one voted before',
      description:
        'Until the round is closed (409 `round-over`). 400 for more than the round gives and for what it is not about; 403 for a program, which is none of the people.',
      params: BoardParams,
      body: CastBallotRequest,
      response: { 200: VotingResponse.pick({ ballot: true }), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'ballot.cast');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { workshopId, participantId } = visit.visitor;
      const { roundId, votes } = request.body;
      const { voting } = await context.sessions.read(workshopId);
      if (voting?.boardId !== boardId || voting.id !== roundId) return refuse(reply, 'round-over');
      const cast = await context.voting.cast(voting, participantId, votes);
      if (typeof cast === 'object') return reply.code(200).send({ ballot: cast });
      switch (cast) {
        case 'round-over':
          return refuse(reply, 'round-over');
        case 'no-voter':
          return refuse(reply, 'not-allowed');
        case 'not-on-it':
        case 'too-many':
        case 'too-many-on-one':
        case 'no-such-value':
          return refuse(reply, 'bad-request', [{ path: 'votes', message: cast }]);
      }
    },
  });
}
