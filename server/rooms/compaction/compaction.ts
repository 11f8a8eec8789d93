import type { RoomName } from '../../../shared/protocol/room-name.ts';
import type { Log } from '../../observe/log.ts';
import { type LoadedDocument, StorageError, type UpdateLog } from '../../storage/update-log.ts';
import { type Merger, MergerClosedError } from './merger.ts';

type SoundDocument = Exclude<LoadedDocument, { status: 'damaged' }>;

interface Means {
  readonly updateLog: UpdateLog;
  readonly merger: Merger;
  readonly log: Log;
}

export interface CompactionOptions extends Means {
  readonly document: RoomName;
  /** Bytes behind the last snapshot from which on there is something to do, however small the snapshot. */
  readonly tailMaxBytes: number;
  readonly snapshotBytes: number;
  readonly tailBytes: number;
  /** Called after each snapshot. */
  readonly onCompacted: () => void;
}

/** How long a tail may get: a fixed size, or half of what it stands behind. */
const maxTail = (tailMaxBytes: number, snapshotBytes: number): number => Math.max(tailMaxBytes, snapshotBytes / 2);

/**
 * Keeps the log of one document short. It reads what is stored, not the live document, so that only what is durable can
 * get into a snapshot; the merging is done elsewhere. A failure costs nothing but space.
 */
export class Compaction {
  readonly #options: CompactionOptions;
  #snapshotBytes: number;
  #tailBytes: number;
  /** After a failure: not again before the tail is that long. */
  #notBeforeBytes = 0;
  #running: Promise<void> | null = null;

  constructor(options: CompactionOptions) {
    this.#options = options;
    this.#snapshotBytes = options.snapshotBytes;
    this.#tailBytes = options.tailBytes;
  }

  /** @param bytes that were added to the document's log */
  grow(bytes: number): void {
    this.#tailBytes += bytes;
    const maxBytes = maxTail(this.#options.tailMaxBytes, this.#snapshotBytes);
    if (this.#tailBytes > Math.max(maxBytes, this.#notBeforeBytes) && this.#running === null) void this.run();
  }

  /**
   * Makes a snapshot of what is stored. Resolves when that is done or has failed. Does nothing when there is nothing behind
   * the last one.
   */
  async run({ isForced = false } = {}): Promise<void> {
    await this.#running;
    if (this.#tailBytes === 0 && !isForced) return;
    this.#running = this.#compact();
    await this.#running;
    this.#running = null;
  }

  async #compact(): Promise<void> {
    const { document, updateLog, merger, log, tailMaxBytes, onCompacted } = this.#options;
    const tailBytes = this.#tailBytes;
    this.#tailBytes = 0;
    try {
      const loaded = await updateLog.load(document);
      if (loaded.status === 'damaged') throw new Error(`the log is damaged at ${loaded.at}`);
      const state = await mergeLoaded(merger, loaded);
      await updateLog.compact(document, loaded.last, state);
      this.#snapshotBytes = state.length;
      this.#notBeforeBytes = 0;
      log.info({ room: document, through: loaded.last, tailBytes, snapshotBytes: state.length }, 'room.compacted');
      onCompacted();
    } catch (error) {
      this.#tailBytes += tailBytes;
      this.#notBeforeBytes = this.#tailBytes + maxTail(tailMaxBytes, this.#snapshotBytes);
      report(log, document, error);
    }
  }
}

/**
 * Shortens a log that is long before anybody is served from it, where it was not done in time.
 * @returns the same document with its tail merged into the snapshot; as it was, when that is short or cannot be done.
 */
export async function shortenLoaded(
  { updateLog, merger, log }: Means,
  document: RoomName,
  loaded: SoundDocument,
  tailMaxBytes: number,
): Promise<SoundDocument> {
  if (loaded.tailBytes <= maxTail(tailMaxBytes, loaded.snapshot?.length ?? 0)) return loaded;
  try {
    const snapshot = await mergeLoaded(merger, loaded);
    const { last, tailBytes } = loaded;
    updateLog.compact(document, last, snapshot).then(
      () => log.info({ room: document, through: last, tailBytes, snapshotBytes: snapshot.length }, 'room.compacted'),
      (error: unknown) => report(log, document, error),
    );
    return { ...loaded, snapshot, updates: [], tailBytes: 0 };
  } catch (error) {
    report(log, document, error);
    return loaded;
  }
}

const mergeLoaded = (merger: Merger, { snapshot, updates }: SoundDocument): Promise<Uint8Array> =>
  merger.merge(snapshot === null ? updates : [snapshot, ...updates]);

function report(log: Log, document: RoomName, error: unknown): void {
  if (error instanceof MergerClosedError) return;
  if (error instanceof StorageError) log.warn({ room: document, failure: error.failure }, 'room.not-compacted');
  else log.error({ room: document, err: error }, 'room.not-compacted');
}
