import * as Y from 'yjs';
import type { OfflineCopy } from './offline-copy.ts';

/**
 * Whether a browser's copy of a board holds something that the board does not have. Closes the copy.
 * @param doc the board as the server has it; it is left as it is.
 */
export async function holdsUnsent(copy: OfflineCopy, doc: Y.Doc): Promise<boolean> {
  const updates = await copy.read();
  copy.close();
  if (updates === null || updates.length === 0) return false;
  const both = new Y.Doc();
  try {
    Y.applyUpdate(both, Y.encodeStateAsUpdate(doc));
    const before = Y.snapshot(both);
    Y.applyUpdate(both, Y.mergeUpdates([...updates]));
    return !Y.equalSnapshots(before, Y.snapshot(both));
  } catch {
    // Damaged bytes bring nothing.
    return false;
  } finally {
    both.destroy();
  }
}
