import { nanoid } from 'nanoid';
import { CreateBoardResponse, DuplicateBoardRequest, UpdateBoardRequest } from '../../shared/api/boards.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { BoardId } from '../../shared/protocol/ids.ts';
import { textLimits } from '../../shared/protocol/limits.ts';
import { encodeInTurns } from '../files/land.ts';
import { copyAgenda } from '../session/agendas.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

export function boardChangeRoutes(app: HttpServer, context: HttpContext): void {
  updateBoardRoute(app, context);
  duplicateBoardRoute(app, context);
}

function updateBoardRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'PATCH',
    url: '/api/boards/:boardId',
    schema: {
      summary: 'Give a board another title or another place among the boards of its workshop',
      description: 'What is written on the board stays as it is.',
      params: BoardParams,
      body: UpdateBoardRequest,
      response: { 200: CreateBoardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'board.update');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const board = await context.storage.workshops.updateBoard(boardId, request.body);
      if (!board) return refuse(reply, 'bad-request', [{ path: 'before', message: 'is no board of the workshop' }]);
      context.log.info({ boardId, by: visit.visitor.participantId }, 'board.updated');
      return reply.code(200).send({ board });
    },
  });
}

function duplicateBoardRoute(app: HttpServer, context: HttpContext): void {
  const { log, registry, storage, throttles } = context;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/duplicate',
    schema: {
      summary: 'Make a copy of a board, right behind it',
      description:
        'As it is in that moment: the same cards with the same ids, votes and locks, with who wrote them, and its agenda. Not its past.',
      params: BoardParams,
      body: DuplicateBoardRequest,
      response: { 201: CreateBoardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'board.duplicate');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await throttles.heavyReadOfSession(request)) return refuse(reply, 'too-many-requests');
      const update = await registry.withRoom(roomOf(boardId), (room) => encodeInTurns([...room.records.values()]));
      if (update === 'damaged') return refuse(reply, 'not-ready');
      const { workshops } = storage;
      const title =
        request.body.title ?? nextTitle(visit.board.title, await workshops.listBoards(visit.board.workshopId));
      const id = BoardId.parse(nanoid());
      // The log first: a log that no board names is harmless, a board without its log is not.
      await storage.log.append(roomOf(id), [update]);
      await copyAgenda(storage.agendas, boardId, id);
      const board = await workshops.createBoard({ ...visit.board, id, title, createdAtMs: Date.now() }, boardId);
      log.info({ boardId, copyId: id, by: visit.visitor.participantId }, 'board.duplicated');
      return reply.code(201).send({ board });
    },
  });
}

/** "Causes 2" for "Causes", "Causes 3" for "Causes 2": the first that no board has. */
function nextTitle(title: string, boards: readonly Pick<Board, 'title'>[]): string {
  const taken = new Set(boards.map((board) => board.title));
  const { name = title, number } = /^(?<name>.*\S) (?<number>[1-9]\d{0,3})$/su.exec(title)?.groups ?? {};
  for (let next = Number(number ?? 1) + 1; ; next++) {
    const numbered = `${shortened(name, textLimits.boardTitle - ` ${next}`.length)} ${next}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** No letter is cut in two. */
function shortened(text: string, max: number): string {
  const letters = Array.from(text);
  while (letters.join('').length > max) letters.pop();
  return letters.join('').trimEnd();
}
