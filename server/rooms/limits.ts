import { capacityLimits, connectionLimits } from '../../shared/protocol/limits.ts';

export type ConnectionLimits = { readonly [Name in keyof typeof connectionLimits]: number };

/** How many rooms take in, and how they pace themselves. */
export interface RoomLimits {
  /** Connections of one room, and of all rooms together, beyond which nobody more is let in. */
  readonly connectionsMax: number;
  readonly connectionsInAllMax: number;
  /** How long a room without connections stays in memory. */
  readonly idleMs: number;
  /** First pause after storage refused, and the longest; each is twice the one before. */
  readonly retryFirstMs: number;
  readonly retryMaxMs: number;
  /** Unstored bytes at which a room takes no further edits: storage is out of reach and memory is finite. */
  readonly unstoredMaxBytes: number;
  /** How long a closing server waits for what storage does not take. */
  readonly closingMaxMs: number;
  /** The tail of a log is compacted when it passes this and half of its snapshot. */
  readonly tailMaxBytes: number;
  /** Up to this many connections everything goes out at once; above it together, once per tick. */
  readonly connectionsAtOnce: number;
  readonly tickMs: number;
  /** From this many connections on a tick is longer. */
  readonly connectionsMany: number;
  readonly tickOfManyMs: number;
  /** How often a room that does not send at once says who is in it. */
  readonly rosterEveryMs: number;
  /** How often a room says that something was said beside its board: every page then asks for all of it. */
  readonly commentsEveryMs: number;
  /** How long after a change a room says how much is written privately on its board. */
  readonly countsAfterMs: number;
}

export const roomLimits: RoomLimits = {
  connectionsMax: capacityLimits.perBoardMax,
  connectionsInAllMax: capacityLimits.inAllMax,
  idleMs: 30_000,
  retryFirstMs: 100,
  retryMaxMs: 5_000,
  unstoredMaxBytes: 64_000_000,
  closingMaxMs: 10_000,
  tailMaxBytes: 256_000,
  connectionsAtOnce: 16,
  tickMs: 20,
  connectionsMany: 150,
  tickOfManyMs: 33,
  rosterEveryMs: 250,
  commentsEveryMs: 1_000,
  countsAfterMs: 500,
};

export const defaultLimits = connectionLimits satisfies ConnectionLimits;
