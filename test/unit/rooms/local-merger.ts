import { merge } from '../../../server/rooms/compaction/merge.ts';
import { type Merger, MergerClosedError } from '../../../server/rooms/compaction/merger.ts';

/** Merges in this thread, as late or as badly as a test wants it. */
export class LocalMerger implements Merger {
  #isClosed = false;
  #waiting: (() => void)[] = [];
  isShut = false;
  isBroken = false;
  /** How many updates each merge was of. */
  readonly merges: number[] = [];

  async merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    this.merges.push(updates.length);
    if (this.isShut) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#isClosed) throw new MergerClosedError();
    if (this.isBroken) throw new Error('broken down, as the test wants it');
    return merge(updates);
  }

  open(): void {
    this.isShut = false;
    for (const pass of this.#waiting.splice(0)) pass();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.open();
  }
}
