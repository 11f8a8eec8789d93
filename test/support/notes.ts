import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../shared/board/document.ts';
import { type AnyRecord, createGroups, type RecordGroups, splitRecord } from '../../shared/board/groups.ts';
import { plainRichText } from '../../shared/board/rich-text.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A place in the order that is this id's alone, so that nothing has to be re-indexed: FNV-1a in 62 digits. */
function indexOf(id: string): string {
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let index = 'a1';
  for (let left = 6; left > 0; left--) {
    index += digits[hash % 62];
    hash = Math.floor(hash / 62);
  }
  return `${index}V`;
}

/** What a page writes for a new note: valid, and without `meta`, which is the server's. */
export const noteParts = (id: string, text = ''): RecordGroups => ({
  base: { typeName: 'shape', type: 'note', parentId: 'page:page', index: indexOf(id) },
  at: [0, 0, 0],
  flags: { isLocked: false, opacity: 1 },
  props: {
    ...{ color: 'yellow', labelColor: 'black', size: 'm', font: 'draw', align: 'middle', verticalAlign: 'middle' },
    ...{ url: '', scale: 1 },
  },
  rich: plainRichText(text),
});

export const noteGroups = (id: string, text?: string): Groups => createGroups(noteParts(id, text));

/** The records that every board has: its document and its page. */
const furniture = [
  { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} },
  { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
] as unknown as readonly AnyRecord[];

/** First entry of the log of a board with nothing on it; the same bytes each time. */
export function emptyBoard(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.transact(() => {
    for (const record of furniture) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  });
  return Y.encodeStateAsUpdate(doc);
}
