import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Floor } from '../../../../shared/session/floor.ts';
import { currentBreakout } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';

/**
 * The floor with those of the round who are waited for: whoever is on this board, or works in a group meanwhile. Somebody
 * who has left keeps their place, in case they come back. A hand was raised by somebody of the workshop, wherever they are:
 * the screen of their phone may have gone dark.
 */
export function floorAround(
  { floor, breakouts }: Pick<Session, 'floor' | 'breakouts'>,
  roster: readonly Pick<RosterEntry, 'participantId'>[],
): Floor {
  const around = new Set(roster.map(({ participantId }) => participantId));
  for (const { people } of currentBreakout(breakouts)?.groups ?? []) for (const id of people) around.add(id);
  return { ...floor, round: floor.round.filter(({ participantId }) => around.has(participantId)) };
}

/** Who is not in the room; of those on the board as the server says it now. */
export function remotePeople(
  { people }: Pick<GetWorkshopResponse, 'people'>,
  roster: readonly Pick<RosterEntry, 'participantId' | 'remote'>[],
): ReadonlySet<ParticipantId> {
  const known = new Map(people.map(({ id, remote }) => [id, remote]));
  for (const { participantId, remote } of roster) known.set(participantId, remote);
  return new Set([...known].flatMap(([id, remote]) => (remote ? [id] : [])));
}
