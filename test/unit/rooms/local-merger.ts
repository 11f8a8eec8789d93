import { merge } from '../../../server/rooms/compaction/merge.ts';
import { type Merger, MergerClosedError } from '../../../server/rooms/compaction/merger.ts';

/** Merges in this thread, and as late as a test wants. */
export class LocalMerger implements Merger {
  #isClosed = false;
  /** How many updates each merge was of. */
  readonly merges: number[] = [];

  async merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    this.merges.push(updates.length);
    if (this.#isClosed) throw new MergerClosedError();
    return merge(updates);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }
}
