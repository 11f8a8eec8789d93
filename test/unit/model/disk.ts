import * as Y from 'yjs';
import type { HistoryStore } from '../../../server/storage/history-store.ts';
import { createMemoryHistory } from '../../../server/storage/memory/memory-history.ts';
import { createMemoryLog } from '../../../server/storage/memory/memory-log.ts';
import { StorageError, type StorageFailure, type UpdateLog } from '../../../server/storage/update-log.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';

/** A call that has not reached the platter. */
interface Job {
  readonly process: DiskProcess;
  /** Does it; the second half tells the caller. */
  run(): Promise<() => void>;
  fail(error: StorageError): void;
}

/** A server process as the disk sees it. */
interface DiskProcess {
  isAlive: boolean;
}

/**
 * A disk that outlives the processes that write to it. What they write is durable at a moment that the schedule chooses;
 * what is not durable when a process ends is lost, or lands without the process hearing of it.
 */
export class SimulatedDisk {
  readonly #log = createMemoryLog();
  readonly #history = createMemoryHistory();
  readonly #room: RoomName;
  #jobs: Job[] = [];
  /** Whether calls wait for `commit`. */
  isSlow = false;
  /** What it answers with instead of doing anything. */
  failure: StorageFailure | null = null;
  /** Everything that was ever durable, whatever compaction makes of it. */
  readonly promised = new Y.Doc();

  constructor(room: RoomName) {
    this.#room = room;
  }

  get waiting(): number {
    return this.#jobs.length;
  }

  /** The log as a new process sees it, and what ends that process. */
  attach(): { readonly log: UpdateLog; readonly history: HistoryStore; readonly detach: () => void } {
    const process: DiskProcess = { isAlive: true };
    const log: UpdateLog = {
      append: (document, updates, ...along) =>
        this.#do(process, async () => {
          const last = await this.#log.append(document, updates, ...along);
          for (const update of updates) Y.applyUpdate(this.promised, update);
          return last;
        }),
      list: (prefix) => this.#do(process, () => this.#log.list(prefix)),
      load: (document) => this.#do(process, () => this.#log.load(document)),
      compact: (document, through, state) => this.#do(process, () => this.#log.compact(document, through, state)),
    };
    // Its calls wait and fail like the others.
    const history = Object.fromEntries(
      Object.entries(this.#history).map(([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
        name,
        (...args: unknown[]) => this.#do(process, () => method(...args)),
      ]),
    ) as unknown as HistoryStore;
    return {
      log,
      history,
      detach: () => {
        process.isAlive = false;
        this.#jobs = this.#jobs.filter((job) => job.process !== process);
      },
    };
  }

  /** Deals with the oldest calls that wait, in their order. */
  async commit(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const job = this.#jobs.shift();
      if (job === undefined) return;
      await this.#finish(job);
    }
  }

  /** The oldest calls that wait reach the platter, and nobody is told: their process ends before. */
  async land(count: number): Promise<void> {
    // Not a moment passes in which the process could go on.
    const landing = this.#jobs.splice(0, count).map((job) => (this.failure === null ? job.run() : null));
    await Promise.all(landing);
  }

  /** The document as a process would find it. */
  async read(): Promise<Y.Doc> {
    const loaded = await this.#log.load(this.#room);
    if (loaded.status !== 'intact') throw new Error(`the log is ${loaded.status}`);
    const doc = new Y.Doc();
    for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update);
    return doc;
  }

  #do<Result>(process: DiskProcess, work: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (!process.isAlive) return;
      const run = async () => {
        try {
          const result = await work();
          return () => resolve(result);
        } catch (error) {
          return () => reject(error);
        }
      };
      const job: Job = { process, run, fail: reject };
      // Nothing overtakes.
      if (this.isSlow || this.#jobs.length > 0) this.#jobs.push(job);
      else void this.#finish(job);
    });
  }

  async #finish(job: Job): Promise<void> {
    if (this.failure !== null) {
      job.fail(new StorageError(this.failure, 'as the schedule wants it'));
      return;
    }
    const tell = await job.run();
    if (job.process.isAlive) tell();
  }
}
