import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import { type Floor, type Turn, turnsToCome } from '../../../../shared/session/floor.ts';
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

/** Those who want to speak and have no turn to come in the round, in the order in which they are called. */
export const otherHands = (floor: Floor): readonly Turn[] => turnsToCome(floor).slice(floor.round.length);
