import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Floor } from '../../../../shared/session/floor.ts';
import { currentBreakout } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';

/**
 * The floor with those who can be called: whoever is on this board, or works in a group meanwhile. Somebody who has left
 * keeps their place, in case they come back, and nobody waits for them.
 */
export function floorAround(
  { floor, breakouts }: Pick<Session, 'floor' | 'breakouts'>,
  roster: readonly Pick<RosterEntry, 'participantId'>[],
): Floor {
  const around = new Set(roster.map(({ participantId }) => participantId));
  for (const { people } of currentBreakout(breakouts)?.groups ?? []) for (const id of people) around.add(id);
  const isAround = ({ participantId }: Floor['hands'][number]) => around.has(participantId);
  return { ...floor, hands: floor.hands.filter(isAround), round: floor.round.filter(isAround) };
}
