import * as Y from 'yjs';

/**
 * Joins what lies side by side of deleted content. Yjs does so near what a transaction touches; of a deleted record it
 * passes over all but the newest value of each key, which then stay one struct each until the document is loaded anew.
 * Changes nothing of what the document says, here or to anybody who asks. Not to be called within a transaction.
 */
export function joinDeleted(doc: Y.Doc): void {
  for (const structs of doc.store.clients.values()) {
    let kept = 0;
    for (const struct of structs) {
      const last = structs[kept - 1];
      if (struct instanceof Y.GC && last instanceof Y.GC) last.mergeWith(struct);
      else structs[kept++] = struct;
    }
    structs.length = kept;
  }
}
