import * as Y from 'yjs';
import { recordsOf, schemaOf } from '../../shared/board/document.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import { type LoadedDocument, StorageError, type UpdateLog } from '../storage/update-log.ts';
import type { Origin } from './origin.ts';

/** @throws when the bytes are no document, although they are those that were stored. */
export function buildDocument({ snapshot, updates }: Exclude<LoadedDocument, { status: 'damaged' }>): Y.Doc {
  const doc = new Y.Doc();
  recordsOf(doc);
  schemaOf(doc);
  const origin: Origin = { by: 'log' };
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot, origin);
    for (const update of updates) Y.applyUpdate(doc, update, origin);
  }, origin);
  return doc;
}

/** A document as it is stored, and where its log ends. */
export interface StoredDocument {
  readonly doc: Y.Doc;
  readonly last: number;
}

/** @returns null when it cannot be read either. */
export async function readStored(updateLog: UpdateLog, name: RoomName): Promise<StoredDocument | null> {
  try {
    const loaded = await updateLog.load(name);
    return loaded.status === 'damaged' ? null : { doc: buildDocument(loaded), last: loaded.last };
  } catch (error) {
    if (error instanceof StorageError) return null;
    throw error;
  }
}
