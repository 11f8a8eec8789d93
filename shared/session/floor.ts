import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { groupBy } from '../method/behaviours/group.ts';
import { type BoardId, OrganisationId, ParticipantId } from '../protocol/ids.ts';

/** Somebody of an organisation, at a moment. */
const Turn = z.object({ participantId: ParticipantId, organisationId: OrganisationId, sinceMs: TimestampMs });
export type Turn = z.infer<typeof Turn>;

/** Who wants to speak, and who does. */
export const Floor = z.object({
  /** In the order of raising, each person once. */
  hands: z.array(Turn),
  speaking: Turn.nullable(),
  /** Whose turn in the round is still to come, once for each; an earlier version knew none. */
  round: z.array(Turn).default([]),
  /**
   * How often each organisation had the floor, and since when it had it last, in the order in which they had it last: times
   * do not tell where the server's clock was put back. Who had none yet is not in it.
   */
  heard: z.array(z.object({ organisationId: OrganisationId, turns: z.int().positive(), lastSinceMs: TimestampMs })),
  /** Who had the floor, each once: an earlier version did not note it. */
  spoke: z.array(ParticipantId).default([]),
});
export type Floor = z.infer<typeof Floor>;

export const emptyFloor: Floor = { hands: [], speaking: null, round: [], heard: [], spoke: [] };

/**
 * The hands in the order in which they are called: the turn goes round the organisations, and comes first to those that
 * have not been heard or not for the longest time; within an organisation, and among those not heard, in the order of
 * raising.
 */
export const speakingOrder = ({ hands, heard }: Floor): readonly Turn[] => inTurn(hands, organisationsOf(heard));

/**
 * Those of the round whose turn is still to come: who is not in the room first, then the others, both in the same order,
 * one voice of each organisation first.
 */
export function roundOrder({ round, heard }: Floor, remote: ReadonlySet<ParticipantId>): readonly Turn[] {
  const first = inTurn(
    round.filter(({ participantId }) => remote.has(participantId)),
    organisationsOf(heard),
  );
  const others = round.filter(({ participantId }) => !remote.has(participantId));
  return [...first, ...inTurn(others, organisationsOf([...heard, ...first]))];
}

/** Those who want to speak and have no turn to come in the round, in the order in which they are called. */
export function otherHands(floor: Floor): readonly Turn[] {
  const inRound = new Set(floor.round.map(({ participantId }) => participantId));
  return speakingOrder(floor).filter(({ participantId }) => !inRound.has(participantId));
}

/** Everybody who is to speak, each once: the round before other hands. */
export const turnsToCome = (floor: Floor, remote: ReadonlySet<ParticipantId>): readonly Turn[] => [
  ...roundOrder(floor, remote),
  ...otherHands(floor),
];

const organisationsOf = (heard: readonly Pick<Turn, 'organisationId'>[]): readonly OrganisationId[] =>
  heard.map(({ organisationId }) => organisationId);

/** @param heard organisations in the order in which they had the floor */
function inTurn(turns: readonly Turn[], heard: readonly OrganisationId[]): readonly Turn[] {
  // Before all places for those that were not heard.
  const placeOf = (id: OrganisationId) => heard.lastIndexOf(id);
  const queues = [...groupBy(turns, ({ organisationId }) => organisationId)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([, queue]) => queue);
  const rounds = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
}

export type Person = Omit<Turn, 'sinceMs'>;

/** What is done with hands and floor; the server says of whom, and of which organisation they are. */
export type FloorCommand =
  | { readonly type: 'hand.raise'; readonly by: Person }
  | { readonly type: 'hand.lower'; readonly participantId: ParticipantId }
  | { readonly type: 'floor.give'; readonly to: Person }
  | { readonly type: 'floor.end' }
  | { readonly type: 'floor.dismiss'; readonly participantId: ParticipantId | null }
  | { readonly type: 'round.leave-out'; readonly participantId: ParticipantId };

/** With everybody who is to have a turn in it. */
export interface RoundCommand {
  readonly type: 'round.begin';
  readonly boardId: BoardId;
  readonly people: readonly Person[];
}

/** @param nowMs by the server's clock */
export function turnFloor(floor: Floor, command: FloorCommand, nowMs: number): Floor {
  switch (command.type) {
    case 'hand.raise': {
      const { participantId } = command.by;
      if (floor.hands.some((hand) => hand.participantId === participantId)) return floor;
      return { ...floor, hands: [...floor.hands, { ...command.by, sinceMs: nowMs }] };
    }
    case 'hand.lower':
      return withoutHand(floor, command.participantId);
    case 'floor.give':
      // Given twice it is one turn.
      return floor.speaking?.participantId === command.to.participantId
        ? without(floor, command.to.participantId)
        : withSpeaker(floor, command.to, nowMs);
    case 'floor.end':
      return { ...floor, speaking: null };
    case 'floor.dismiss':
      return command.participantId === null ? { ...floor, hands: [] } : withoutHand(floor, command.participantId);
    case 'round.leave-out':
      return withoutTurn(floor, command.participantId);
  }
}

const withoutHand = (floor: Floor, id: ParticipantId): Floor => ({
  ...floor,
  hands: floor.hands.filter(({ participantId }) => participantId !== id),
});

const withoutTurn = (floor: Floor, id: ParticipantId): Floor => ({
  ...floor,
  round: floor.round.filter(({ participantId }) => participantId !== id),
});

/** Neither with a hand up nor with a turn to come. */
const without = (floor: Floor, id: ParticipantId): Floor => withoutTurn(withoutHand(floor, id), id);

function withSpeaker(floor: Floor, { participantId, organisationId }: Person, nowMs: number): Floor {
  const before = floor.heard.find((one) => one.organisationId === organisationId);
  return {
    ...without(floor, participantId),
    speaking: { participantId, organisationId, sinceMs: nowMs },
    heard: [
      ...floor.heard.filter((one) => one !== before),
      { organisationId, turns: (before?.turns ?? 0) + 1, lastSinceMs: nowMs },
    ],
    spoke: floor.spoke.includes(participantId) ? floor.spoke : [...floor.spoke, participantId],
  };
}

/** Everybody has a turn to come. @param nowMs by the server's clock */
export const beginRound = (floor: Floor, { people }: RoundCommand, nowMs: number): Floor => ({
  ...floor,
  round: people.map((person) => ({ ...person, sinceMs: nowMs })),
});

/** It is over; who has the floor and who wants it stays. */
export const withoutRound = (floor: Floor): Floor => ({ ...floor, round: [] });

/** Somebody who was sent out wants nothing any more. */
export const withoutPerson = (floor: Floor, id: ParticipantId): Floor => ({
  ...without(floor, id),
  speaking: floor.speaking?.participantId === id ? null : floor.speaking,
  spoke: floor.spoke.filter((other) => other !== id),
});

/** One organisation has become part of another: its turns count as the other's, which was heard when either was last. */
export function withMergedOrganisation(floor: Floor, from: OrganisationId, into: OrganisationId): Floor {
  const moved = (turn: Turn): Turn => (turn.organisationId === from ? { ...turn, organisationId: into } : turn);
  const both = floor.heard.filter(({ organisationId }) => organisationId === from || organisationId === into);
  const turns = both.reduce((sum, one) => sum + one.turns, 0);
  return {
    ...floor,
    hands: floor.hands.map(moved),
    round: floor.round.map(moved),
    speaking: floor.speaking && moved(floor.speaking),
    heard: floor.heard.flatMap((one) => {
      if (!both.includes(one)) return [one];
      return one === both.at(-1) ? [{ ...one, organisationId: into, turns }] : [];
    }),
  };
}
