import type { OfflineCopy } from '../../../client/sync/offline-copy.ts';

/** A page's access to what its browser keeps. */
export interface CopyAccess extends OfflineCopy {
  /** The page is gone, and with it what waited for its moment. */
  crash(): void;
}

/** What one person's browser keeps of the board, for all tabs with it. */
export class BrowserCopy {
  #entries: Uint8Array[] = [];
  #isWiped = false;
  /** Yjs clients of the pages that have written here: their work may be nowhere else. */
  readonly clients = new Set<number>();
  /** What was on pages that said it was kept, see `board.ts`. */
  readonly works = new Set<string>();

  /** The browser's storage is taken away; pages that are open keep nothing more. */
  wipe(): void {
    this.#isWiped = true;
    this.#entries = [];
  }

  open(): CopyAccess {
    let waiting: Uint8Array[] = [];
    let isOpen = true;
    const flush = () => {
      if (isOpen && !this.#isWiped) this.#entries.push(...waiting);
      waiting = [];
    };
    return {
      read: async () => (this.#isWiped ? null : [...this.#entries]),
      append: (update, isOwn) => {
        waiting.push(update);
        if (isOwn) flush();
      },
      isKeeping: () => isOpen && !this.#isWiped,
      onChange: () => {},
      replace: (update) => {
        waiting = [];
        this.#entries = update === null ? [] : [update];
      },
      flush,
      clear: async () => this.wipe(),
      close: () => {
        flush();
        isOpen = false;
      },
      crash: () => {
        isOpen = false;
      },
    };
  }
}
