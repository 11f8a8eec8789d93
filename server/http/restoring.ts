import type { RestoreResponse } from '../../shared/api/history.ts';
import { type Diff, isEmptyDiff } from '../../shared/board/diff.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { Notice } from '../../shared/protocol/messages.ts';
import { formatRoomName, type RoomName } from '../../shared/protocol/room-name.ts';
import { rulesFor } from '../../shared/session/rules.ts';
import { type Records, writeRestored } from '../rooms/history-restore.ts';
import { isBreach } from '../rooms/review/rulings.ts';
import type { Room } from '../rooms/room.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import type { HttpContext } from './context.ts';
import { type BoardVisit, isClosedNow } from './visit.ts';

type Admitted = Extract<BoardVisit, { status: 'ok' }>;
type What = Extract<Notice, { code: 'restored' }>['what'];

export const roomOf = (boardId: BoardId): RoomName => formatRoomName({ layer: 'shared', boardId });

/**
 * Makes one edit of the server on somebody's behalf and tells everybody whose doing it is.
 * @param change what it is to be, given the board as it is in that moment
 * @returns `session-closed`, and changes nothing, where the session was closed since the visit was admitted; `locked` where it is not allowed to them just now.
 */
export async function restore(
  room: Room,
  { board, visitor }: Admitted,
  context: Pick<HttpContext, 'sessions' | 'log'>,
  what: What,
  change: (records: Records) => Diff,
): Promise<RestoreResponse | 'session-closed' | 'locked'> {
  const { participantId, role, name: by, workshopId } = visitor;
  // In the turn of the edit: reading what it is made of took its time.
  if (isClosedNow(context, workshopId)) return 'session-closed';
  const rules = rulesFor(role, context.sessions.now(workshopId), board.id);
  const wanted = change(room.records);
  if (isBreach(rules, participantId, room.records, Object.values(wanted.added))) return 'locked';
  const changes = await room.edit({ participantId, role }, (doc) => writeRestored(doc, wanted));
  const counts = countsOf(changes);
  context.log.info({ boardId: board.id, what, by: participantId, ...counts }, 'board.restored');
  if (!isEmptyDiff(changes)) room.announce({ code: 'restored', what, by });
  return counts;
}

export const countsOf = ({ added, updated, removed }: Diff): RestoreResponse => ({
  added: Object.keys(added).length,
  updated: Object.keys(updated).length,
  removed: Object.keys(removed).length,
});

/** @returns who is behind these ids; whoever is not known any more is left out. */
export async function peopleOf(workshops: WorkshopStore, ids: Iterable<ParticipantId | null>) {
  const distinct = [...new Set(ids)].filter((id) => id !== null);
  const found = await Promise.all(distinct.map((id) => workshops.getParticipant(id)));
  return new Map(
    found.flatMap((person) =>
      person === null
        ? []
        : [[person.participant.id, { name: person.participant.name, organisation: person.organisation.name }] as const],
    ),
  );
}
