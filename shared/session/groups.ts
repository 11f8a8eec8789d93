import { groupBy } from '../method/behaviours/group.ts';
import type { BoardId, OrganisationId, ParticipantId, RoundId } from '../protocol/ids.ts';
import type { Breakout } from './breakouts.ts';
import type { Session } from './session.ts';

/** Times in groups: what they are, how people are dealt, and what commands make of them. */

type Breakouts = readonly Breakout[];

/** A, B, C … */
export const letterOf = (group: number): string => String.fromCodePoint(65 + group);

/** The one that is on; null while everybody works together. */
export const currentBreakout = (breakouts: Breakouts): Breakout | null =>
  breakouts.find(({ endedAtMs }) => endedAtMs === null) ?? null;

/** Which group's board a board is. */
export function groupBoard(
  breakouts: Breakouts,
  boardId: BoardId,
): { readonly breakout: Breakout; readonly group: number } | null {
  for (const breakout of breakouts) {
    const group = breakout.groups.findIndex((one) => one.boardId === boardId);
    if (group >= 0) return { breakout, group };
  }
  return null;
}

/** The board whose session a board has part in: a group's is that of the board its group went from, any other its own. */
export const boardOfSession = (breakouts: Breakouts, boardId: BoardId): BoardId =>
  groupBoard(breakouts, boardId)?.breakout.boardId ?? boardId;

/** Whether what groups wrote comes from a board, or to it, in a moment. */
export const isBringing = (breakouts: Breakouts, boardId: BoardId): boolean =>
  breakouts.some(
    ({ bringing, boardId: main, groups }) =>
      bringing !== null && (main === boardId || groups.some((group) => group.boardId === boardId)),
  );

/** The board that the session goes on on; null where that is here: this one, or one of its groups'. */
export function boardElsewhere(
  { run, breakouts }: Pick<Session, 'run' | 'breakouts'>,
  boardId: BoardId,
): BoardId | null {
  if (run === null || run.boardId === boardId) return null;
  return boardOfSession(breakouts, boardId) === run.boardId ? null : run.boardId;
}

/** @returns the group that somebody is in; null for who is in none */
export function groupOf({ groups }: Breakout, id: ParticipantId): number | null {
  const at = groups.findIndex(({ people }) => people.includes(id));
  return at < 0 ? null : at;
}

/**
 * The first of the groups with the fewest people.
 * @param isThere whether a group's board can be gone to
 * @returns -1 where there is none
 */
export const smallestGroup = ({ groups }: Breakout, isThere: (boardId: BoardId) => boolean): number =>
  groups.reduce((best, { boardId, people }, at) => {
    if (!isThere(boardId)) return best;
    return people.length < (groups[best]?.people.length ?? Number.POSITIVE_INFINITY) ? at : best;
  }, -1);

interface Person {
  readonly participantId: ParticipantId;
  readonly organisationId: OrganisationId;
}

/**
 * Deals people into mixed groups: sizes differ by one at most, and so does how many of one organisation are in each.
 * @param seed the same seed deals the same people the same way; another one another way
 */
export function deal(people: readonly Person[], groups: number, seed: number): readonly (readonly ParticipantId[])[] {
  const random = randomFrom(seed);
  const shuffled = [...people]
    .sort((a, b) => (a.participantId < b.participantId ? -1 : 1))
    .map((person) => ({ person, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ person }) => person);
  // One organisation after the other, each person to the next group.
  const queue = [...groupBy(shuffled, ({ organisationId }) => organisationId).values()].flat();
  return Array.from({ length: groups }, (_, group) =>
    queue.filter((_, at) => at % groups === group).map(({ participantId }) => participantId),
  );
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What is done with groups; the server says which boards they have. */
export type BreakoutCommand =
  | (Pick<Breakout, 'id' | 'boardId' | 'frameId' | 'groups'> & { readonly type: 'breakouts.start' })
  | { readonly type: 'breakouts.join'; readonly boardId: BoardId; readonly participantId: ParticipantId }
  /** At a given time, all of it, by whoever asks first. */
  | {
      readonly type: 'breakouts.bring';
      readonly id: RoundId;
      readonly participantId: ParticipantId;
      readonly isLast: boolean;
      readonly atMs: number;
    }
  /** It is on the board, but for what is on boards that could not be read; or it had no room there. */
  | {
      readonly type: 'breakouts.brought' | 'breakouts.end';
      readonly id: RoundId;
      readonly unread: readonly BoardId[];
    };

/** @param nowMs by the server's clock */
export function turnBreakouts(breakouts: Breakouts, command: BreakoutCommand, nowMs: number): Breakout[] {
  switch (command.type) {
    case 'breakouts.start': {
      const { type: _, ...round } = command;
      return [...breakouts, { ...round, startedAtMs: nowMs, endedAtMs: null, bringing: null, unread: [] }];
    }
    case 'breakouts.join':
      return breakouts.map((breakout) =>
        breakout.endedAtMs === null && breakout.groups.some(({ boardId }) => boardId === command.boardId)
          ? joined(breakout, command)
          : breakout,
      );
    case 'breakouts.bring':
      return breakouts.map((breakout) => (breakout.id === command.id ? broughtSoon(breakout, command) : breakout));
    case 'breakouts.brought':
      return breakouts.map((breakout) => (breakout.id === command.id ? brought(breakout, command) : breakout));
    case 'breakouts.end':
      return breakouts.map((breakout) => {
        if (breakout.id !== command.id) return breakout;
        return brought(breakout.endedAtMs === null ? ended(breakout, nowMs) : breakout, command);
      });
  }
}

const joined = (
  breakout: Breakout,
  { boardId, participantId }: Extract<BreakoutCommand, { type: 'breakouts.join' }>,
): Breakout => {
  const before = withoutMember(breakout, participantId);
  if (breakout.groups.some((group) => group.boardId === boardId && group.people.includes(participantId)))
    return breakout;
  const groups = before.groups.map((group) =>
    group.boardId === boardId ? { ...group, people: [...group.people, participantId] } : group,
  );
  return { ...breakout, groups };
};

/** A second click does not put it off. */
const broughtSoon = (
  breakout: Breakout,
  { participantId, isLast, atMs }: Extract<BreakoutCommand, { type: 'breakouts.bring' }>,
): Breakout => {
  const { bringing } = breakout;
  return {
    ...breakout,
    bringing: {
      atMs: bringing?.atMs ?? atMs,
      by: bringing?.by ?? participantId,
      isLast: isLast || bringing?.isLast === true,
    },
  };
};

const brought = (breakout: Breakout, { unread }: { readonly unread: readonly BoardId[] }): Breakout => ({
  ...breakout,
  bringing: null,
  unread: [...unread],
});

const ended = (breakout: Breakout, nowMs: number): Breakout => ({
  ...breakout,
  endedAtMs: nowMs,
  bringing: null,
  groups: breakout.groups.map(({ boardId }) => ({ boardId, people: [] })),
});

/** Somebody who was sent out is in no group any more. */
export const withoutMember = (breakout: Breakout, id: ParticipantId): Breakout => ({
  ...breakout,
  groups: breakout.groups.map((group) => ({ ...group, people: group.people.filter((other) => other !== id) })),
});

/** It is in the bin: of the main board there is nothing to come back to, of a group's its people are free for another. */
export const withoutBoardOf = (breakouts: Breakouts, boardId: BoardId, nowMs: number): Breakout[] =>
  breakouts.map((breakout) => {
    if (breakout.boardId === boardId && breakout.endedAtMs === null) return ended(breakout, nowMs);
    const groups = breakout.groups.map((group) => (group.boardId === boardId ? { ...group, people: [] } : group));
    return { ...breakout, groups };
  });
