import * as Y from 'yjs';
import { forgetOfflineCopies, type OfflineCopy, openOfflineCopy } from '../../../client/sync/offline-copy.ts';

/** A document that is kept in this browser, the way a room keeps it. */
function keep(name: string): {
  readonly doc: Y.Doc;
  readonly copy: OfflineCopy;
  readonly opened: Promise<number | null>;
} {
  const doc = new Y.Doc();
  const copy = openOfflineCopy(name);
  const opened = copy.read().then((updates) => {
    for (const update of updates ?? []) Y.applyUpdate(doc, update, copy);
    return updates?.length ?? null;
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== copy) copy.append(update, origin !== 'others', () => Y.encodeStateAsUpdate(doc));
  });
  return { doc, copy, opened };
}

const copyPage = { keep, forgetOfflineCopies, openOfflineCopy };
export type CopyPage = typeof copyPage;
Object.assign(globalThis, { copyPage });
