import * as Y from 'yjs';
import { Sequence } from '../../shared/protocol/ids.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import { StorageError, type UpdateLog } from '../storage/update-log.ts';
import type { RoomLimits } from './limits.ts';
import type { Persist } from './persist.ts';

export interface CompactionOptions {
  readonly doc: Y.Doc;
  readonly document: RoomName;
  readonly persist: Persist;
  readonly updateLog: UpdateLog;
  readonly limits: RoomLimits;
  readonly log: Log;
  readonly snapshotBytes: number;
  readonly tailBytes: number;
}

/** Keeps the log of one document short: makes a snapshot when the updates behind the last one have become many. */
export class Compaction {
  readonly #options: CompactionOptions;
  #snapshotBytes: number;
  #tailBytes: number;
  #running: Promise<void> | null = null;

  constructor(options: CompactionOptions) {
    this.#options = options;
    this.#snapshotBytes = options.snapshotBytes;
    this.#tailBytes = options.tailBytes;
  }

  /** @param bytes that were added to the document's log */
  grow(bytes: number): void {
    this.#tailBytes += bytes;
    const maxBytes = Math.max(this.#options.limits.tailMaxBytes, this.#snapshotBytes / 2);
    if (this.#tailBytes > maxBytes && this.#running === null) void this.run();
  }

  /**
   * Makes a snapshot of the document as it is now, once all of it is durable. Resolves when that is done or has failed;
   * a failed one costs nothing but space. Does nothing when there is nothing behind the last one.
   */
  async run({ isForced = false } = {}): Promise<void> {
    await this.#running;
    if (this.#tailBytes === 0 && !isForced) return;
    this.#running = this.#compact();
    await this.#running;
    this.#running = null;
  }

  async #compact(): Promise<void> {
    const { doc, document, persist, updateLog, log } = this.#options;
    const through = persist.newest;
    const state = Y.encodeStateAsUpdate(doc);
    const tailBytes = this.#tailBytes;
    this.#tailBytes = 0;
    await persist.settled(through);
    if (persist.durable < through) return;
    try {
      await updateLog.compact(document, Sequence.parse(through), state);
      this.#snapshotBytes = state.length;
      log.info({ room: document, through, tailBytes, snapshotBytes: state.length }, 'room.compacted');
    } catch (error) {
      this.#tailBytes += tailBytes;
      if (error instanceof StorageError) log.warn({ room: document, failure: error.failure }, 'room.not-compacted');
      else log.error({ room: document, err: error }, 'room.not-compacted');
    }
  }
}
