import {
  type DeletedRecord,
  ListDeletedResponse,
  RestoreDeletedRequest,
  RestoreResponse,
} from '../../shared/api/history.ts';
import { cardsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { plainText, type RichText } from '../../shared/board/rich-text.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { JOURNAL_MS } from '../rooms/history.ts';
import { broughtBack, type Grave, gravesIn, listable, type Records } from '../rooms/history-restore.ts';
import type { Room } from '../rooms/room.ts';
import { BoardParams } from './boards.ts';
import type { HttpContext, HttpServer } from './context.ts';
import { failures, refuse } from './problems.ts';
import { peopleOf, restore, roomOf } from './restoring.ts';
import { visitBoard } from './visit.ts';

const LISTED_MAX = 200;
const TEXT_MAX_CHARACTERS = 200;

/** What was deleted from a board in the last 30 days. */
export function deletedRoutes(app: HttpServer, context: HttpContext): void {
  app.route({
    method: 'GET',
    url: '/api/boards/:boardId/deleted',
    schema: {
      summary: 'What was deleted from a board and is not back, the newest first',
      params: BoardParams,
      response: { 200: ListDeletedResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'deleted.list');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      if (await context.throttles.heavyReadOfSession(request)) return refuse(reply, 'too-many-requests');
      const deleted = await context.registry.withRoom(roomOf(boardId), async (room) =>
        toDeleted(context, await gravesOf(context, boardId, room), room.records),
      );
      return deleted === 'damaged' ? refuse(reply, 'not-ready') : reply.code(200).send({ deleted });
    },
  });

  app.route({
    method: 'POST',
    url: '/api/boards/:boardId/deleted/restore',
    schema: {
      summary: 'Bring deleted things back where they were',
      params: BoardParams,
      body: RestoreDeletedRequest,
      response: { 200: RestoreResponse, ...failures },
    },
    handler: async (request, reply) => {
      const { boardId } = request.params;
      const visit = await visitBoard(request, context, boardId, 'deleted.restore');
      if (visit.status === 'refused') return refuse(reply, visit.code);
      const { recordIds } = request.body;
      const counts = await context.registry.withRoom(roomOf(boardId), async (room) => {
        const graves = await gravesOf(context, boardId, room);
        return restore(room, visit, context, 'deleted', (records) => broughtBack(records, graves, recordIds));
      });
      if (counts === 'damaged') return refuse(reply, 'not-ready');
      return typeof counts === 'string' ? refuse(reply, counts) : reply.code(200).send(counts);
    },
  });
}

export async function gravesOf(
  { storage }: HttpContext,
  boardId: BoardId,
  { history, records }: Room,
): Promise<ReadonlyMap<string, Grave>> {
  await history.flush();
  const sinceMs = Date.now() - JOURNAL_MS;
  return gravesIn(await storage.history.readJournal(boardId, { sinceMs, isDeletion: true }), records);
}

async function toDeleted(
  { storage }: HttpContext,
  graves: ReadonlyMap<string, Grave>,
  records: Records,
): Promise<DeletedRecord[]> {
  const listed = listable(graves, records).slice(0, LISTED_MAX);
  const people = await peopleOf(
    storage.workshops,
    listed.map(({ entry }) => entry.participantId),
  );
  return listed.map(({ record, entry: { participantId, lastAtMs } }) => ({
    recordId: record.id,
    type: String(record.type),
    text: [...textOf(record, records)].slice(0, TEXT_MAX_CHARACTERS).join(''),
    deletedAtMs: lastAtMs,
    by: { id: participantId, name: people.get(participantId)?.name ?? '' },
  }));
}

/** Its words, the name of a frame, or the titles of the cards that it hangs on. */
function textOf(record: AnyRecord, records: Records): string {
  const cards = cardsOf(record).map((id) => records.get(id));
  if (cards.length > 0) return cards.map((card) => (card === undefined ? '' : textOf(card, records))).join(' → ');
  const { richText, text, name, placeholder } = (record.props ?? {}) as Record<string, unknown>;
  const words = richText === undefined ? [] : [plainText(richText as RichText)];
  // A card without a title is known by what it asks for.
  return (
    [...words, text, name, placeholder].find((known): known is string => typeof known === 'string' && known !== '') ??
    ''
  );
}
