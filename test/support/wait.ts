import type * as Y from 'yjs';

const patienceMs = 20_000;

/** Anything that calls back when it may have changed, and gives back how to stop. */
export type Subscribe = (changed: () => void) => () => void;

/**
 * Waits until a condition holds, looking again at every event and never by the clock.
 * @throws after 20 s, with what was waited for
 */
export function eventually(what: string, holds: () => boolean, subscribe: Subscribe): Promise<void> {
  return new Promise((resolve, reject) => {
    let done = false;
    const finish = (settle: () => void) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      unsubscribe();
      settle();
    };
    const look = () => {
      try {
        if (holds()) finish(resolve);
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`waited in vain for ${what}`))), patienceMs);
    const unsubscribe = subscribe(look);
    look();
  });
}

/** Waits until a document is as wanted; looks after each of its transactions. */
export const documentShows = (doc: Y.Doc, what: string, holds: () => boolean): Promise<void> =>
  eventually(what, holds, (changed) => {
    doc.on('afterTransaction', changed);
    return () => doc.off('afterTransaction', changed);
  });
