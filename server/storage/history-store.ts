import type { VersionKind } from '../../shared/api/history.ts';
import type { BoardId, ParticipantId, VersionId } from '../../shared/protocol/ids.ts';

export interface StoredVersion {
  readonly id: VersionId;
  readonly boardId: BoardId;
  readonly kind: VersionKind;
  readonly name: string | null;
  readonly by: ParticipantId | null;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAtMs: number;
  readonly recordCount: number;
}

/**
 * What one person made of one record within a few seconds: the record's JSON when they first touched it and when they
 * last did. `null`: the record was not there.
 */
export interface JournalEntry {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  readonly recordId: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Characters of JSON that one reading of the journal returns at most, so that no amount of edits fills the memory. */
export const journalReadMax = 16_000_000;

export interface JournalFilter {
  readonly sinceMs: number;
  /** One person's; without it everybody's. */
  readonly participantId?: ParticipantId;
  /** Only those whose record was gone afterwards. */
  readonly isDeletion?: true;
}

/** What one person has done on a board since some time. */
export interface Contribution {
  readonly participantId: ParticipantId;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** Different records. */
  readonly recordCount: number;
}

/** What people have written on a board. */
export interface BoardTally {
  readonly cards: number;
  readonly notes: number;
  /** When somebody last changed anything; null: nobody has, as far as is known. */
  readonly changedAtMs: number | null;
}

/** Counts are null for a board that was never counted. */
export interface KeptTally {
  readonly boardId: BoardId;
  readonly cards: number | null;
  readonly notes: number | null;
  readonly changedAtMs: number | null;
}

/**
 * Points that boards can go back to, what is on them, and the journal of who changed what. Every call is atomic and durable
 * when it resolves; all throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface HistoryStore {
  /** @param content canonical JSON of the records, compressed; has a checksum of its own that is verified when read. */
  createVersion(version: StoredVersion, content: Uint8Array): Promise<void>;
  /** Newest first. */
  listVersions(boardId: BoardId): Promise<readonly StoredVersion[]>;
  /** @returns null when the board has no such version; `content` null when what is stored is damaged. */
  readVersion(
    boardId: BoardId,
    id: VersionId,
  ): Promise<{ readonly version: StoredVersion; readonly content: Uint8Array | null } | null>;
  /** Idempotent. */
  deleteVersions(boardId: BoardId, ids: readonly VersionId[]): Promise<void>;

  /** Adds behind what is there. */
  appendJournal(entries: readonly JournalEntry[]): Promise<void>;
  /** What ended at `sinceMs` or later, in the order of writing; of more than `journalReadMax` the newest. */
  readJournal(boardId: BoardId, filter: JournalFilter): Promise<readonly JournalEntry[]>;
  /** Ids of the records that anybody but this person changed since, in no particular order. */
  listTouchedByOthers(boardId: BoardId, participantId: ParticipantId, sinceMs: number): Promise<readonly string[]>;
  /** Who has changed something since, the most recent first. */
  listContributions(boardId: BoardId, sinceMs: number): Promise<readonly Contribution[]>;
  /** Those of the texts that stand in any state of a record that the journal holds since some time. */
  findInJournal(boardId: BoardId, texts: readonly string[], sinceMs: number): Promise<readonly string[]>;
  /** Forgets what ended before a time. */
  pruneJournal(boardId: BoardId, beforeMs: number): Promise<void>;

  /** Takes the place of what was kept of the board before; a time that is null leaves the one that was. */
  keepTally(boardId: BoardId, tally: BoardTally): Promise<void>;
  /** One for each board that was asked for, in that order. What the journal knows of a later time counts. */
  listTallies(boardIds: readonly BoardId[]): Promise<readonly KeptTally[]>;
}
