import type { Role } from '../../shared/access/capabilities.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import type { Person } from '../../shared/session/floor.ts';
import type { Registry } from '../rooms/registry.ts';
import type { StoredBoard, WorkshopStore } from '../storage/workshop-store.ts';

export interface PeopleHereOptions {
  readonly workshops: Pick<WorkshopStore, 'listBoards' | 'listParticipants'>;
  readonly registry: Pick<Registry, 'activityIn'>;
}

/** Who is on a board of the workshop and may write; programs are on boards too, but no people. */
export async function peopleHere(
  { workshops, registry }: PeopleHereOptions,
  workshopId: StoredBoard['workshopId'],
): Promise<readonly (Person & { readonly role: Role })[]> {
  const [boards, people] = await Promise.all([
    workshops.listBoards(workshopId),
    workshops.listParticipants(workshopId),
  ]);
  const activities = boards.map(({ id }) => registry.activityIn(formatRoomName({ layer: 'shared', boardId: id })));
  const here = new Set(activities.flatMap((activity) => activity?.here ?? []));
  return people
    .filter(({ id, role, removedAtMs }) => here.has(id) && role !== 'viewer' && removedAtMs === null)
    .map(({ id, organisationId, role }) => ({ participantId: id, organisationId, role }));
}
