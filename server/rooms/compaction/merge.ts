import * as Y from 'yjs';

/** Merges updates into one that stands for all of them; what was deleted is left out of it. Throws when one is none. */
export function merge(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  // In one transaction: cleaning up after each would cost more than the updates.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
