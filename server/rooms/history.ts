import { nanoid } from 'nanoid';
import type { VersionKind } from '../../shared/api/history.ts';
import { type Diff, isEmptyDiff } from '../../shared/board/diff.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { type ParticipantId, VersionId } from '../../shared/protocol/ids.ts';
import type { BoardTally, StoredVersion } from '../storage/history-store.ts';
import { StorageError } from '../storage/update-log.ts';
import { encodeContent } from './history-content.ts';
import { Journal, type JournalOptions } from './history-journal.ts';
import { boardBeforeLoss } from './history-records.ts';
import { Tally } from './history-tally.ts';
import { superfluous } from './history-thinning.ts';

const AUTOMATIC_MS = 10 * 60 * 1_000;
const RETRY_MS = 10_000;
/** Versions that wait while storage refuses; each holds on to the records of one moment. */
const WAITING_MAX = 4;

/** How long the journal goes back. */
export const JOURNAL_MS = 30 * 24 * 60 * 60 * 1_000;

export interface BoardHistoryOptions extends JournalOptions {
  /** The board as it is. */
  readonly records: () => ReadonlyMap<string, AnyRecord>;
}

/** An edit of a person, or of the server on somebody's behalf. */
export interface NotedEdit {
  /** Null where nobody is to know whose it is: it is in no journal. */
  readonly participantId: ParticipantId | null;
  readonly atMs: number;
  readonly changes: Diff;
  /** The board after it. */
  readonly records: ReadonlyMap<string, AnyRecord>;
}

/** A version with the board that it is of. */
interface Draft {
  readonly version: StoredVersion;
  readonly records: readonly AnyRecord[];
  /** Number of the last edit that is in it. */
  readonly edit: number;
}

/**
 * What a room does so that its board can go back: it keeps the journal of who changed what, and versions by time, at the
 * end of a session and before much is lost. At rest it leaves behind how much is on the board. Nothing of it is in the way
 * of an edit, and storage that refuses never breaks the room: it is tried again, and what cannot wait any longer is given
 * up and logged.
 */
export class BoardHistory {
  readonly #options: BoardHistoryOptions;
  readonly #journal: Journal;
  readonly #tally = new Tally();
  /** Edits so far, and how many of them the newest version holds; null until there is one. */
  #edits = 0;
  #versioned: number | null = null;
  #waiting: Draft[] = [];
  #storing: Promise<void> | null = null;
  #cancelAutomatic: (() => void) | null = null;
  #cancelRetry: (() => void) | null = null;

  constructor(options: BoardHistoryOptions) {
    this.#options = options;
    this.#journal = new Journal(options);
  }

  /** To be called in the turn of the edit. */
  note({ participantId, atMs, changes, records }: NotedEdit): void {
    if (isEmptyDiff(changes)) return;
    if (participantId !== null) this.#journal.note(participantId, atMs, changes);
    this.#tally.note(atMs, changes);
    const before = this.#versioned === this.#edits ? null : boardBeforeLoss(records, changes);
    if (before !== null) this.#enqueue(this.#draft('before-loss', before, { by: participantId }));
    this.#edits++;
    this.#cancelAutomatic ??= this.#options.clock.after(AUTOMATIC_MS, () => {
      this.#cancelAutomatic = null;
      if (this.#hasChanged) this.#enqueue(this.#draft('automatic', this.#options.records()));
    });
  }

  /**
   * Keeps the board as it is now.
   * @throws StorageError when storage is out of reach.
   */
  async keep(
    kind: Extract<VersionKind, 'named' | 'before-restore'>,
    given: { readonly name: string | null; readonly by: ParticipantId },
  ): Promise<StoredVersion> {
    const draft = this.#draft(kind, this.#options.records(), given);
    await this.#create(draft);
    return draft.version;
  }

  /** What people have written on the board as it is; its time is null when nothing has changed since it was opened. */
  get tally(): BoardTally {
    return this.#tally.read(this.#options.records());
  }

  /** Resolves when the journal holds every edit so far, or storage has refused. Never rejects. */
  flush(): Promise<void> {
    return this.#journal.flush();
  }

  /** The last person has left. May be called again, and edits may follow. Never rejects. */
  async rest(): Promise<void> {
    this.#cancelTimers();
    if (this.#hasChanged && !this.#waiting.some(({ edit }) => edit === this.#edits)) {
      this.#enqueue(this.#draft('session-end', this.#options.records()));
    }
    await Promise.all([this.#journal.flush(), this.#storeWaiting()]);
    await this.#inBackground(async () => {
      const { store, boardId, clock } = this.#options;
      await store.keepTally(boardId, this.tally);
      await store.pruneJournal(boardId, clock.nowMs() - JOURNAL_MS);
    });
  }

  /** Does nothing more by itself; what still waits is given up. */
  stop(): void {
    this.#cancelTimers();
    this.#journal.stop();
    this.#waiting = [];
  }

  get #hasChanged(): boolean {
    return this.#edits > (this.#versioned ?? 0);
  }

  #draft(
    kind: VersionKind,
    records: ReadonlyMap<string, AnyRecord>,
    { name = null, by = null }: { readonly name?: string | null; readonly by?: ParticipantId | null } = {},
  ): Draft {
    const { boardId, clock } = this.#options;
    const version = {
      ...{ id: VersionId.parse(nanoid()), boardId, kind, name, by },
      ...{ createdAtMs: clock.nowMs(), recordCount: records.size },
    };
    return { version, records: [...records.values()], edit: this.#edits };
  }

  #enqueue(draft: Draft): void {
    this.#waiting.push(draft);
    if (this.#waiting.length > WAITING_MAX) {
      this.#waiting.shift();
      this.#options.log.error({ boardId: this.#options.boardId }, 'version.dropped');
    }
    void this.#storeWaiting();
  }

  /** Never rejects. */
  #storeWaiting(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    if (this.#storing === null && this.#waiting.length > 0) this.#storing = this.#storeEach();
    return this.#storing ?? Promise.resolve();
  }

  async #storeEach(): Promise<void> {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const draft = next;
      if (!(await this.#inBackground(() => this.#create(draft)))) {
        this.#cancelRetry ??= this.#options.clock.after(RETRY_MS, () => void this.#storeWaiting());
        break;
      }
      this.#waiting = this.#waiting.filter((other) => other !== draft);
    }
    this.#storing = null;
  }

  async #create({ version, records, edit }: Draft): Promise<void> {
    const { store, log, boardId } = this.#options;
    await store.createVersion(version, await encodeContent(records));
    this.#versioned = Math.max(this.#versioned ?? 0, edit);
    log.info({ boardId, kind: version.kind, records: version.recordCount }, 'version.kept');
    await this.#inBackground(() => this.#thin());
  }

  async #thin(): Promise<void> {
    const { store, boardId, clock } = this.#options;
    const old = superfluous(await store.listVersions(boardId), clock.nowMs());
    if (old.length > 0)
      await store.deleteVersions(
        boardId,
        old.map(({ id }) => id),
      );
  }

  /** @returns false when storage refused and it is worth trying again. */
  async #inBackground(work: () => Promise<void>): Promise<boolean> {
    const { log, boardId } = this.#options;
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof StorageError) log.warn({ boardId, failure: error.failure }, 'history.failing');
      else log.error({ boardId, err: error }, 'history.failed');
      return !(error instanceof StorageError);
    }
  }

  #cancelTimers(): void {
    this.#cancelAutomatic?.();
    this.#cancelAutomatic = null;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }
}
