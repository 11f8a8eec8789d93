import type { Diff } from '../../shared/board/diff.ts';
import { isEqualJson } from '../../shared/board/equal.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { Log } from '../observe/log.ts';
import type { HistoryStore, JournalEntry } from '../storage/history-store.ts';
import { StorageError } from '../storage/update-log.ts';
import type { Clock } from './clock.ts';
import { spellRecord } from './history-content.ts';

/** What one person does to one record within this time is one entry. */
const GATHER_MS = 3_000;
const ENTRIES_PER_APPEND = 500;
/** While storage refuses; the oldest go first. */
const WAITING_MAX = 10_000;

export interface JournalOptions {
  readonly boardId: BoardId;
  readonly store: HistoryStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** An entry on its way, with records as they are: they are spelled when they are stored. */
interface Waiting {
  readonly participantId: ParticipantId;
  readonly recordId: string;
  readonly firstAtMs: number;
  lastAtMs: number;
  readonly before: AnyRecord | null;
  after: AnyRecord | null;
}

/**
 * Gathers who changed what on one board and writes it in the background. Entries of a record follow each other as its
 * changes did: one person's go together only while nobody else's comes between, and a deletion is an entry of its own, so
 * that it holds the last state. Never rejects and never throws for storage.
 */
export class Journal {
  readonly #options: JournalOptions;
  #waiting: Waiting[] = [];
  /** The newest waiting entry of each record that may still grow. */
  readonly #growing = new Map<string, Waiting>();
  #cancelTimer: (() => void) | null = null;
  #storing: Promise<void> | null = null;
  #isFailing = false;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  note(participantId: ParticipantId, atMs: number, { added, updated, removed }: Diff): void {
    for (const after of Object.values(added)) this.#add(participantId, atMs, after.id, null, after);
    for (const [before, after] of Object.values(updated)) this.#add(participantId, atMs, after.id, before, after);
    let isUrgent = false;
    for (const before of Object.values(removed)) {
      this.#add(participantId, atMs, before.id, before, null);
      isUrgent = true;
    }
    if (this.#waiting.length > WAITING_MAX) this.#dropOldest();
    if (isUrgent) void this.flush();
    else this.#schedule();
  }

  /** Resolves when everything noted so far is stored, or storage has refused it. */
  flush(): Promise<void> {
    this.stop();
    if (this.#storing === null && this.#waiting.length > 0) this.#storing = this.#store();
    return this.#storing ?? Promise.resolve();
  }

  /** Writes nothing more by itself. */
  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }

  #add(
    participantId: ParticipantId,
    atMs: number,
    recordId: string,
    before: AnyRecord | null,
    after: AnyRecord | null,
  ): void {
    const growing = this.#growing.get(recordId);
    const goesOn =
      growing?.participantId === participantId &&
      growing.after !== null &&
      after !== null &&
      isEqualJson(growing.after, before);
    if (goesOn) {
      growing.after = after;
      growing.lastAtMs = atMs;
      return;
    }
    const entry = { participantId, recordId, firstAtMs: atMs, lastAtMs: atMs, before, after };
    this.#waiting.push(entry);
    this.#growing.set(recordId, entry);
  }

  #dropOldest(): void {
    const dropped = this.#waiting.length - WAITING_MAX;
    for (const entry of this.#waiting.splice(0, dropped)) this.#seal(entry);
    this.#options.log.error({ boardId: this.#options.boardId, dropped }, 'journal.dropped');
  }

  #seal(entry: Waiting): void {
    if (this.#growing.get(entry.recordId) === entry) this.#growing.delete(entry.recordId);
  }

  #schedule(): void {
    this.#cancelTimer ??= this.#options.clock.after(GATHER_MS, () => void this.flush());
  }

  async #store(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, ENTRIES_PER_APPEND);
      for (const entry of batch) this.#seal(entry);
      const isDone = await this.#append(batch);
      if (!isDone) {
        // They may go on growing, so that an outage costs no more than what is being worked on.
        for (const entry of batch) if (!this.#growing.has(entry.recordId)) this.#growing.set(entry.recordId, entry);
        this.#schedule();
        break;
      }
      const sent = new Set(batch);
      this.#waiting = this.#waiting.filter((entry) => !sent.has(entry));
    }
    this.#storing = null;
  }

  /** @returns whether these need not be written again. */
  async #append(batch: readonly Waiting[]): Promise<boolean> {
    const { boardId, store, log } = this.#options;
    try {
      await store.appendJournal(batch.map((entry) => this.#spell(entry)));
    } catch (error) {
      if (!(error instanceof StorageError)) {
        // The same would happen again.
        log.error({ boardId, err: error, dropped: batch.length }, 'journal.failed');
        return true;
      }
      if (!this.#isFailing) log.warn({ boardId, failure: error.failure }, 'journal.failing');
      this.#isFailing = true;
      return false;
    }
    if (this.#isFailing) log.info({ boardId }, 'journal.recovered');
    this.#isFailing = false;
    return true;
  }

  #spell({ participantId, recordId, firstAtMs, lastAtMs, before, after }: Waiting): JournalEntry {
    return {
      boardId: this.#options.boardId,
      participantId,
      recordId,
      firstAtMs,
      lastAtMs,
      before: before && spellRecord(before),
      after: after && spellRecord(after),
    };
  }
}
