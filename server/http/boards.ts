import { nanoid } from 'nanoid';
import { z } from 'zod';
import { CreateBoardRequest, CreateBoardResponse, ListBinResponse } from '../../shared/api/boards.ts';
import { hasExample, type TemplateId } from '../../shared/api/templates.ts';
import type { Workshop } from '../../shared/api/workshops.ts';
import { seedBoard } from '../../shared/method/seed.ts';
import { templateTitle } from '../../shared/method/titles.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { BoardId, CommandId, type WorkshopId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { isBringing } from '../../shared/session/groups.ts';
import { withoutBoard } from '../../shared/session/transition.ts';
import type { Outcome } from '../session/sessions.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { visitAnyBoard, visitBoard, visitWorkshop } from './visit.ts';
import { WorkshopParams } from './workshops.ts';

export const BoardParams = z.object({ boardId: BoardId });

export function boardRoutes(app: HttpServer, context: HttpContext): void {
  createBoardRoute(app, context);
  binBoardRoute(app, context);
  unbinBoardRoute(app, context);
  listBinRoute(app, context);
}

function createBoardRoute(app: HttpServer, context: HttpContext): void {
  const { log, storage } = context;
  app.route({
    method: 'POST',
    url: '/api/workshops/:workshopId/boards',
    schema: {
      summary: 'Make a board from a template, or open its example',
      description: 'An example that is there already is answered with 200, and comes out of the bin.',
      params: WorkshopParams,
      body: CreateBoardRequest,
      response: { 200: CreateBoardResponse, 201: CreateBoardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const { example = false, template } = request.body;
      const visit = await visitWorkshop(request, context, workshopId, example ? 'example.create' : 'board.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (example && !hasExample(template))
        return refuse(reply, 'bad-request', [{ path: 'example', message: 'this template has none' }]);
      const workshop = await storage.workshops.getWorkshop(workshopId);
      if (!workshop) return refuse(reply, 'not-found');

      const known = example ? await findExample(context, workshopId, template) : undefined;
      const { status, board } = known ?? (await makeBoard(context, workshop, request.body));
      if (status === 'made')
        log.info(
          { workshopId, boardId: board.id, template, example, by: visit.visitor.participantId },
          'board.created',
        );
      return reply.code(status === 'made' ? 201 : 200).send({ board });
    },
  });
}

interface Opened {
  readonly status: 'made' | 'there';
  readonly board: StoredBoard;
}

async function findExample(
  { storage: { workshops } }: HttpContext,
  workshopId: WorkshopId,
  template: TemplateId,
): Promise<Opened | undefined> {
  const boards = await workshops.listBoards(workshopId);
  const board = boards.find((known) => known.example && known.template === template);
  if (board === undefined) return undefined;
  if (board.binnedAtMs !== null) await workshops.setBinned(board.id, null);
  return { status: 'there', board };
}

async function makeBoard(
  { storage }: HttpContext,
  workshop: Workshop,
  { template, example = false, language = workshop.language, title: given }: z.output<typeof CreateBoardRequest>,
): Promise<Opened> {
  const id = BoardId.parse(nanoid());
  const title = (example ? undefined : given) ?? templateTitle(template, language);
  const createdAtMs = Date.now();
  const seed = seedBoard({
    ...{ template, language, createdAtMs, example },
    ...{ partnership: workshop.title, boardTitle: title },
  });
  // The log first: a log that no board names is harmless, a board without its seed is not.
  await storage.log.append(formatRoomName({ layer: 'shared', boardId: id }), [seed]);
  const board = await storage.workshops.createBoard({
    ...{ id, title, template, language, createdAtMs, example },
    ...{ workshopId: workshop.id, binnedAtMs: null },
  });
  // Somebody else may have asked for the same example meanwhile.
  return { status: board.id === id ? 'made' : 'there', board };
}

function binBoardRoute(app: HttpServer, context: HttpContext): void {
  const { log, registry } = context;
  app.route({
    method: 'DELETE',
    url: '/api/boards/:boardId',
    schema: {
      summary: 'Put a board into the bin',
      description:
        'Everybody on it is sent out, and a session that goes through its phases ends, as does following somebody on it. Nothing is lost: it can be taken out again.',
      params: BoardParams,
      response: { 204: z.undefined().describe('In the bin'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'board.bin');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const outcome = await binBoard(context, visit.board);
      if (outcome.status === 'refused') return refuse(reply, outcome.code);
      // Who comes from now on finds it in the bin.
      registry.dismissAll(boardId, CloseCode.noSuchRoom, 'in the bin');
      log.info({ boardId, by: visit.visitor.participantId }, 'board.binned');
      return reply.code(204).send();
    },
  });
}

/** As a command to the session, so that nothing begins on the board meanwhile. */
function binBoard({ sessions, storage }: HttpContext, { id, workshopId }: StoredBoard): Promise<Outcome> {
  return sessions.carryOut(workshopId, CommandId.parse(nanoid()), async (session) => {
    if (session.closedAtMs !== null) return { status: 'refused', code: 'session-closed' };
    if (session.privateWriting?.boardId === id) return { status: 'refused', code: 'private-writing' };
    if (session.voting?.boardId === id) return { status: 'refused', code: 'voting' };
    if (isBringing(session.breakouts, id)) return { status: 'refused', code: 'bringing' };
    await storage.workshops.setBinned(id, Date.now());
    return { status: 'next', session: withoutBoard(session, id, sessions.nowMs()) };
  });
}

function unbinBoardRoute(app: HttpServer, context: HttpContext): void {
  const { log, storage } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/restore',
    schema: {
      summary: 'Take a board out of the bin; one that is not in it stays as it is',
      params: BoardParams,
      response: { 204: z.undefined().describe('Out of the bin'), ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitAnyBoard(request, context, boardId, 'board.unbin');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      await storage.workshops.setBinned(boardId, null);
      log.info({ boardId, by: visit.visitor.participantId }, 'board.unbinned');
      return reply.code(204).send();
    },
  });
}

function listBinRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/workshops/:workshopId/bin',
    schema: {
      summary: 'The boards in the bin, the newest first',
      params: WorkshopParams,
      response: { 200: ListBinResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshopId } = request.params;
      const visit = await visitWorkshop(request, context, workshopId, 'bin.list');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const all = await context.storage.workshops.listBoards(workshopId);
      const boards = all.flatMap(({ binnedAtMs, ...board }) => (binnedAtMs === null ? [] : [{ ...board, binnedAtMs }]));
      return reply.code(200).send({ boards: boards.sort((a, b) => b.binnedAtMs - a.binnedAtMs) });
    },
  });
}
