import { z } from 'zod';
import {
  CreateVersionRequest,
  CreateVersionResponse,
  GetVersionResponse,
  ListVersionsResponse,
  RestoreResponse,
  type Version,
} from '../../shared/api/history.ts';
import { BoardId, VersionId } from '../../shared/protocol/ids.ts';
import { decodeContent } from '../rooms/history-content.ts';
import { difference, type Records } from '../rooms/history-restore.ts';
import type { StoredVersion } from '../storage/history-store.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { peopleOf, restore, roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

const VersionParams = z.object({ boardId: BoardId, versionId: VersionId });

/** Points that a board can go back to. */
export function historyRoutes(app: HttpServer, context: HttpContext): void {
  listVersionsRoute(app, context);
  createVersionRoute(app, context);
  getVersionRoute(app, context);
  restoreVersionRoute(app, context);
}

function listVersionsRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/versions',
    schema: {
      summary: 'The versions of a board, the newest first',
      params: BoardParams,
      response: { 200: ListVersionsResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'version.list');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const stored = await context.storage.history.listVersions(boardId);
      return reply.code(200).send({ versions: await toVersions(context, stored) });
    },
  });
}

function createVersionRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/versions',
    schema: {
      summary: 'Keep a board as it is now, under a name',
      params: BoardParams,
      body: CreateVersionRequest,
      response: { 201: CreateVersionResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'version.create');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { participantId: by } = visit.visitor;
      const stored = await context.registry.withRoom(roomOf(boardId), ({ history }) =>
        history.keep('named', { name: request.body.name, by }),
      );
      if (stored === 'damaged') return refuse(reply, 'not-ready');
      const [version] = await toVersions(context, [stored]);
      if (version === undefined) throw new Error('a version went missing');
      return reply.code(201).send({ version });
    },
  });
}

function getVersionRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/versions/:versionId',
    schema: {
      summary: 'A version with its records, for a preview',
      params: VersionParams,
      response: { 200: GetVersionResponse, ...failures },
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'version.read');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.heavyReadOfSession(request)) return refuse(reply, 'too-many-requests');
      const found = await findVersion(context, request.params);
      if (found.status === 'refused') return refuse(reply, found.code);
      const [version] = await toVersions(context, [found.version]);
      if (version === undefined) throw new Error('a version went missing');
      return reply.code(200).send({ version, records: [...found.records.values()] });
    },
  });
}

function restoreVersionRoute(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/versions/:versionId/restore',
    schema: {
      summary: 'Bring a board back to a version',
      description: 'One edit, live for everybody on the board. The board as it was before it is kept as a version too.',
      params: VersionParams,
      response: { 200: RestoreResponse, ...failures },
    },
    handler: async (request, reply) => {
      const visit = await visitBoard(request, context, request.params.boardId, 'version.restore');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const found = await findVersion(context, request.params);
      if (found.status === 'refused') return refuse(reply, found.code);
      const { participantId: by } = visit.visitor;
      const counts = await context.registry.withRoom(roomOf(visit.board.id), async (room) => {
        await room.history.keep('before-restore', { name: null, by });
        return restore(room, visit, context, 'version', (records) => difference(records, found.records));
      });
      if (counts === 'damaged') return refuse(reply, 'not-ready');
      return typeof counts === 'string' ? refuse(reply, counts) : reply.code(200).send(counts);
    },
  });
}

async function findVersion(
  { storage, log }: HttpContext,
  { boardId, versionId }: z.infer<typeof VersionParams>,
): Promise<
  | { readonly status: 'ok'; readonly version: StoredVersion; readonly records: Records }
  | { readonly status: 'refused'; readonly code: 'not-found' | 'not-ready' }
> {
  const read = await storage.history.readVersion(boardId, versionId);
  if (read === null) return { status: 'refused', code: 'not-found' };
  const records = read.content && (await decodeContent(read.content));
  if (records === null) {
    log.error({ boardId, versionId }, 'version.damaged');
    return { status: 'refused', code: 'not-ready' };
  }
  return { status: 'ok', version: read.version, records };
}

async function toVersions({ storage }: HttpContext, stored: readonly StoredVersion[]): Promise<Version[]> {
  const people = await peopleOf(
    storage.workshops,
    stored.map(({ by }) => by),
  );
  return stored.map(({ id, kind, name, createdAtMs, by, recordCount }) => {
    const person = by && people.get(by);
    return { id, kind, name, createdAtMs, recordCount, by: by && person ? { id: by, name: person.name } : null };
  });
}
