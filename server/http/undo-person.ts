import {
  type Contributor,
  ListContributorsResponse,
  RestoreResponse,
  UndoPersonRequest,
} from '../../shared/api/history.ts';
import { isEmptyDiff } from '../../shared/board/diff.ts';
import { JOURNAL_MS } from '../rooms/history.ts';
import { type Records, withoutPerson } from '../rooms/history-restore.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { gravesOf } from './deleted.ts';
import { failures, refuse } from './problems.ts';
import { countsOf, peopleOf, restore, roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

/** Undoing what one person did. */
export function undoPersonRoutes(app: HttpServer, context: HttpContext): void {
  contributorsRoute(app, context);
  undoPersonRoute(app, context);
}

function contributorsRoute(app: HttpServer, context: HttpContext): void {
  const { history, workshops } = context.storage;
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/contributors',
    schema: {
      summary: 'Who has worked on a board in the last 30 days, the most recent first',
      params: BoardParams,
      response: { 200: ListContributorsResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'contributor.list');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      // Of a damaged document the journal tells still.
      await context.registry.withRoom(roomOf(boardId), (room) => room.history.flush());
      const contributions = await history.listContributions(boardId, Date.now() - JOURNAL_MS);
      const people = await peopleOf(
        workshops,
        contributions.map(({ participantId }) => participantId),
      );
      const contributors = contributions.flatMap(({ participantId: id, ...facts }): Contributor[] => {
        const person = people.get(id);
        return person === undefined ? [] : [{ id, ...person, ...facts }];
      });
      return reply.code(200).send({ contributors });
    },
  });
}

function undoPersonRoute(app: HttpServer, context: HttpContext): void {
  const { history } = context.storage;
  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/undo-person',
    schema: {
      summary: 'Undo what one person did since some time',
      description:
        'What others have gone on from stays. One edit, live for everybody; the board as it was is kept as a version.',
      params: BoardParams,
      body: UndoPersonRequest,
      response: { 200: RestoreResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'contributor.undo');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { participantId, sinceMs, dryRun = false } = request.body;
      const counts = await context.registry.withRoom(roomOf(boardId), async (room) => {
        const graves = await gravesOf(context, boardId, room);
        const entries = await history.readJournal(boardId, { sinceMs, participantId });
        const foreign = new Set(await history.listTouchedByOthers(boardId, participantId, sinceMs));
        const undo = (records: Records) => withoutPerson(records, entries, { graves, foreign });
        const expected = undo(room.records);
        if (dryRun || isEmptyDiff(expected)) return countsOf(expected);
        await room.history.keep('before-restore', { name: null, by: visit.visitor.participantId });
        return restore(room, visit, context, 'person', undo);
      });
      if (counts === 'damaged') return refuse(reply, 'not-ready');
      return typeof counts === 'string' ? refuse(reply, counts) : reply.code(200).send(counts);
    },
  });
}
