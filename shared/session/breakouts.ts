import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { BoardId, ParticipantId, RoundId } from '../protocol/ids.ts';

/** More groups than this nobody listens to afterwards; rounds are kept so that their boards stay known. */
export const breakoutLimits = { groupsMin: 2, groupsMax: 12, roundsMax: 50 } as const;

/** A time in which people work in groups, each on a board of its own: a copy of one frame. */
export const Breakout = z.object({
  id: RoundId,
  /** The board that the frame is of, and that all comes back to. */
  boardId: BoardId,
  /** Shape of the frame. */
  frameId: z.string().max(200),
  startedAtMs: TimestampMs,
  /** Null while groups are at work. */
  endedAtMs: TimestampMs.nullable(),
  /**
   * What the groups wrote is brought to the board at this moment, by the server's clock; null while nobody has asked for it. An
   * earlier version knew no such moment.
   */
  bringing: z
    .object({
      atMs: TimestampMs,
      /** Who asked for it. */
      by: ParticipantId,
      /** Whether it ends their time too. */
      isLast: z.boolean(),
    })
    .nullable()
    .default(null),
  /** Boards of groups that could not be read when it was last brought: what is on them stays there. */
  unread: z.array(BoardId).default([]),
  /** In the order of their letters; who is in them, as long as they are at work. */
  groups: z.array(z.object({ boardId: BoardId, people: z.array(ParticipantId) })).max(breakoutLimits.groupsMax),
});
export type Breakout = z.infer<typeof Breakout>;
