import type { OfflineCopy } from '../../../client/sync/offline-copy.ts';

/** A browser's copy of a board that outlives the page, for as long as the test runs. */
export class MemoryCopy implements OfflineCopy {
  updates: Uint8Array[] = [];
  isCleared = false;
  #open: Promise<void>;

  /** @param open resolves when the browser hands the copy out. */
  constructor(updates: readonly Uint8Array[] = [], open: Promise<void> = Promise.resolve()) {
    this.updates = [...updates];
    this.#open = open;
  }

  async read(): Promise<readonly Uint8Array[]> {
    await this.#open;
    return [...this.updates];
  }

  append(update: Uint8Array): void {
    if (!this.isCleared) this.updates.push(update);
  }

  isKeeping(): boolean {
    return !this.isCleared;
  }

  onChange(): void {}

  replace(update: Uint8Array | null): void {
    this.updates = update === null ? [] : [update];
  }

  flush(): void {}

  clear(): Promise<void> {
    this.isCleared = true;
    this.updates = [];
    return Promise.resolve();
  }

  close(): void {}
}
