import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { BoardId } from '../protocol/ids.ts';
import { Gathering, Spotlight } from './attention.ts';
import { Breakout, breakoutLimits } from './breakouts.ts';
import { emptyFloor, Floor } from './floor.ts';
import { Lock } from './locks.ts';
import { Run } from './run.ts';
import { Timer } from './timer.ts';
import { VotingRound } from './voting.ts';

/**
 * Everybody writes for themselves: what comes new to the board goes to its writer's own layer until a facilitator has all of
 * it revealed at once.
 */
export const PrivateWriting = z.object({
  boardId: BoardId,
  /** What is revealed says nobody's name. Announced before anybody writes, and not to be taken back. */
  isAnonymous: z.boolean(),
  sinceMs: TimestampMs,
  /** When everything is revealed, by the server's clock; null while people write. */
  revealAtMs: TimestampMs.nullable(),
});
export type PrivateWriting = z.infer<typeof PrivateWriting>;

/**
 * Live state of a workshop's session. The server owns it: pages read it once over HTTP, then hear every change on their
 * board's socket, and ask for changes with commands.
 */
export const Session = z.object({
  /** Counts the changes: a lower one than what is known is old news. */
  seq: z.number().int().nonnegative(),
  /**
   * A closed door lets nobody new in; where it asks first, whoever leads lets in each who is new. Whoever has been here
   * comes back, and facilitator links go on working.
   */
  door: z.enum(['open', 'asks', 'closed']),
  /** Since when nobody may change a board; null while people work. */
  closedAtMs: TimestampMs.nullable(),
  privateWriting: PrivateWriting.nullable(),
  /** The round that people vote in. */
  voting: VotingRound.nullable(),
  timer: Timer.nullable(),
  run: Run.nullable(),
  spotlight: Spotlight.nullable(),
  /** The last one: whoever comes later is not moved by it. */
  gathering: Gathering.nullable(),
  floor: Floor,
  /** What only facilitators change, in the order of locking. */
  locks: z.array(Lock),
  /** Times in groups, the one that is on and those of before; an earlier version knew none. */
  breakouts: z.array(Breakout).max(breakoutLimits.roundsMax).default([]),
  /** Where the last private writing was anonymous: what comes late from it says no name either. */
  anonymousBoards: z.array(BoardId),
  /** Where an earlier one was: what says itself that it is of that one says no name either. An earlier version kept none. */
  onceAnonymousBoards: z.array(BoardId).default([]),
});
export type Session = z.infer<typeof Session>;

export const firstSession: Session = {
  seq: 0,
  door: 'open',
  closedAtMs: null,
  privateWriting: null,
  voting: null,
  timer: null,
  run: null,
  spotlight: null,
  gathering: null,
  floor: emptyFloor,
  locks: [],
  breakouts: [],
  anonymousBoards: [],
  onceAnonymousBoards: [],
};

/** Whether anybody can have been told on a board that what they write says nobody's name. */
export const wasAnonymousOn = (
  { anonymousBoards, onceAnonymousBoards }: Pick<Session, 'anonymousBoards' | 'onceAnonymousBoards'>,
  boardId: BoardId,
): boolean => anonymousBoards.includes(boardId) || onceAnonymousBoards.includes(boardId);
