import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  ImportBoardsQuery,
  ImportBoardsResponse,
  ImportIntoBoardQuery,
  ImportIntoBoardResponse,
} from '../../shared/api/imports.ts';
import type { ProblemCode } from '../../shared/api/problem.ts';
import { jsonSchemaPath } from '../../shared/board/files/json-file.ts';
import { planImport } from '../../shared/board/files/plan-import.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import { fileLimits } from '../../shared/protocol/limits.ts';
import { applyFile, boardFor } from '../files/apply-file.ts';
import { factsOf } from '../files/board-facts.ts';
import { keepPictures } from '../files/keep-pictures.ts';
import type { LandedBoard, LandedFile } from '../files/land.ts';
import { pictureFactsWithin } from '../files/pictures-within.ts';
import { changesOf, summaryOf } from '../files/tell-import.ts';
import type { StoredBoard } from '../storage/workshop-store.ts';
import { BoardParams } from './boards.ts';
import { type HttpContext, type HttpServer, keeperOf } from './context.ts';
import { failures, refuse } from './problems.ts';
import { rawType, readRawBody, withRawBodies } from './raw-body.ts';
import { roomOf } from './restoring.ts';
import { createSlots, type Slots } from './slots.ts';
import { isClosedNow, isStopped, visitBoard, visitWorkshop } from './visit.ts';

/** Its description is all that the schema is for: a stream passes it as it is. */
const File = z.unknown().meta({
  contentMediaType: rawType,
  description: `A board's JSON, which keeps the schema ${jsonSchemaPath}, or a .tldr of tldraw; up to ${fileLimits.fileMaxBytes / 1e6} MB.`,
  externalDocs: { description: "JSON Schema of a board's JSON", url: jsonSchemaPath },
});

/** A file is whole in memory while it comes, and what is made of it until it is on its board. */
const slots = { ofSession: 1, inAll: 4 } as const;

/** Boards that come from files: of ours, or of tldraw. */
export async function importRoutes(app: HttpServer, context: HttpContext): Promise<void> {
  await withRawBodies(app, (scope) => {
    const inSlot = createSlots(slots);
    importBoardsRoute(scope, context, inSlot);
    importIntoBoardRoute(scope, context, inSlot);
  });
}

function importBoardsRoute(app: HttpServer, context: HttpContext, inSlot: Slots): void {
  app.route({
    method: 'POST',
    url: '/api/boards/import',
    schema: {
      summary: 'Make boards of a file',
      querystring: ImportBoardsQuery,
      consumes: [rawType],
      body: File,
      response: { 200: ImportBoardsResponse, 201: ImportBoardsResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { workshop: workshopId, name = '', plan } = request.query;
      const visit = await visitWorkshop(request, context, workshopId, 'board.import');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const done = await inSlot(visit.visitor.sessionId, async () => {
        const read = await readFile(request, context);
        if (read.status === 'refused') return refuse(reply, read.code);
        // A large file takes its time.
        if (await isStopped(context, workshopId, 'board.import')) return refuse(reply, 'session-closed');
        const workshop = await context.storage.workshops.getWorkshop(workshopId);
        if (!workshop) return refuse(reply, 'not-found');
        const { format, boards, leftOut } = read.file;
        const facts = boards.map((board) =>
          factsOf(board, { workshopId, language: workshop.language, fileName: name }),
        );
        const told = { format, boards: boards.map((board, at) => summaryOf(facts[at]?.title ?? '', board)) };
        if (plan) return reply.code(200).send({ ...told, leftOut: [...leftOut], made: [] });
        const by = visit.visitor.participantId;
        const made = await makeBoards(context, boards, facts, by);
        if (made === 'pictures-full' || made === 'session-closed') return refuse(reply, made);
        context.log.info({ workshopId, boards: made.map(({ id }) => id), format, by }, 'boards.imported');
        return reply.code(201).send({ ...told, leftOut: [...leftOut], made });
      });
      return done === 'busy' ? refuse(reply, done) : done;
    },
  });
}

function importIntoBoardRoute(app: HttpServer, context: HttpContext, inSlot: Slots): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/import',
    schema: {
      summary: 'Bring a board up to date with a file',
      description:
        'Ids stay: what is on the board already is changed and not doubled, and what is not in the file stays. One edit, live for everybody on the board; the board as it was before it is kept as a version.',
      params: BoardParams,
      querystring: ImportIntoBoardQuery,
      consumes: [rawType],
      body: File,
      response: { 200: ImportIntoBoardResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'board.import');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const done = await inSlot(visit.visitor.sessionId, async () => {
        const read = await readFile(request, context);
        if (read.status === 'refused') return refuse(reply, read.code);
        if (await isStopped(context, visit.board.workshopId, 'board.import')) return refuse(reply, 'session-closed');
        const { plan: isPlan, name = '' } = request.query;
        const changed = await context.registry.withRoom(roomOf(boardId), async (room) => {
          const { language, workshopId } = visit.board;
          const kept = new Set((await pictureFactsWithin(context.storage, workshopId)).keys());
          const board = boardFor(room, read.file.boards, kept);
          const { visitor } = visit;
          return isPlan
            ? planImport(room.records, board)
            : applyFile(
                room,
                { language, visitor, isClosedNow: () => isClosedNow(context, workshopId) },
                board,
                name,
                (pictures) => keepPictures(keeperOf(context), visit.board, pictures, visitor.participantId),
              );
        });
        if (changed === 'damaged') return refuse(reply, 'not-ready');
        if (changed === 'file-too-much' || changed === 'pictures-full' || changed === 'session-closed')
          return refuse(reply, changed);
        const told = changesOf(changed, read.file);
        const counts = { added: told.added.count, changed: told.changed.count, by: visit.visitor.participantId };
        if (!isPlan) context.log.info({ boardId, ...counts }, 'board.updated-from-file');
        return reply.code(200).send({ ...told, isDone: !isPlan });
      });
      return done === 'busy' ? refuse(reply, done) : done;
    },
  });
}

type Read =
  | { readonly status: 'ok'; readonly file: LandedFile }
  | { readonly status: 'refused'; readonly code: ProblemCode };

async function readFile(request: FastifyRequest, { files, throttles }: HttpContext): Promise<Read> {
  const refused = (code: ProblemCode): Read => ({ status: 'refused', code });
  if (await throttles.heavyReadOfSession(request)) return refused('too-many-requests');
  const body = request.body as Readable | null | undefined;
  if (!body) return refused('bad-request');
  const bytes = await readRawBody(body, fileLimits.fileMaxBytes);
  if (bytes === 'too-large') return refused(bytes);
  if (bytes === 'broken-off') return refused('bad-request');
  const result = await files.read(bytes);
  switch (result.status) {
    case 'read':
      return { status: 'ok', file: result.file };
    case 'refused':
      return refused(result.fault);
    case 'busy':
      return refused('busy');
  }
}

/** All of them or none: what was made before a failure goes into the bin. */
async function makeBoards(
  context: HttpContext,
  boards: readonly LandedBoard[],
  facts: readonly StoredBoard[],
  by: ParticipantId,
): Promise<StoredBoard[] | 'pictures-full' | 'session-closed'> {
  const { log, workshops } = context.storage;
  // Pictures and logs first: those that no board names are harmless, a board without them is not.
  for (const [at, fact] of facts.entries()) {
    const { update, pictures } = boards[at] as LandedBoard;
    if (!(await keepPictures(keeperOf(context), fact, pictures, by))) return 'pictures-full';
    await log.append(roomOf(fact.id), [update]);
  }
  // Storing them took its time.
  if (facts.some(({ workshopId }) => isClosedNow(context, workshopId))) return 'session-closed';
  const made: StoredBoard[] = [];
  try {
    for (const fact of facts) made.push(await workshops.createBoard(fact));
  } catch (error) {
    for (const { id } of made) await workshops.setBinned(id, Date.now());
    throw error;
  }
  return made;
}
