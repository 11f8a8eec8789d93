import * as Y from 'yjs';

/** Keystrokes are put on the wire about six times a second; a frame for each of them would be mostly overhead. */
const textHoldMs = 160;

export interface Outbox {
  /** @param isText whether the update may wait for the next keystrokes. Updates leave in the order in which they came. */
  add(update: Uint8Array, isText: boolean): void;
  /** Sends what waits. */
  flush(): void;
  /** Drops what waits, because something else has carried it. */
  clear(): void;
}

/**
 * Updates on their way out, several merged into one frame. While `isOpen` is false they wait.
 * @param send takes one update; after it everything added so far is on the wire.
 */
export function createOutbox(options: { isOpen(): boolean; send(update: Uint8Array): void }): Outbox {
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    if (waiting.length === 0 || !options.isOpen()) return;
    stopTimer();
    const updates = waiting;
    waiting = [];
    options.send(updates.length === 1 && updates[0] !== undefined ? updates[0] : Y.mergeUpdates(updates));
  };
  return {
    add(update, isText) {
      waiting.push(update);
      if (!isText) flush();
      else timer ??= setTimeout(flush, textHoldMs);
    },
    flush,
    clear() {
      stopTimer();
      waiting = [];
    },
  };
}
