import * as Y from 'yjs';
import { recordsOf, schemaOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { note, shape } from '../board/support/records.ts';

/** A note in which people only type, each character once in a schedule: what was promised has to be in it. */
export const diaryId = 'shape:diary';
export const frameIds = ['shape:frame-1', 'shape:frame-2'] as const;
/** Shapes that pages make with these ids are never changed again. */
export const markPrefix = 'shape:mark-';

/** Id of the client that seeds; the server's. */
const seedClientId = 1;

const plain = (record: object): AnyRecord => ({ meta: {}, ...record }) as unknown as AnyRecord;

const seedRecords: readonly AnyRecord[] = [
  plain({ typeName: 'document', id: 'document:document', gridSize: 10, name: '' }),
  plain({ typeName: 'page', id: 'page:page', name: 'Page', index: 'a1' }),
  shape('frame-1', 'frame', { index: 'a1' }),
  shape('frame-2', 'frame', { index: 'a2' }),
  shape('diary', 'note', { index: 'a3', props: { richText: plainRichText('-') } }),
  // What people fight about.
  note('step-0', 'words', { index: 'a4' }),
  shape('step-1', 'geo', { index: 'a5', parentId: 'shape:frame-1' }),
  shape('step-2', 'frame', { index: 'a6' }),
  ...[card('step-3', 'why', { weight: 1 }, { index: 'a7' }), card('step-4', 'and why', {}, { index: 'a8' })],
  ...[relation('step-5', 'step-3', 'step-4', {}, { index: 'a9' }), mirror('step-6', 'step-3', { index: 'aA' })],
];

/** First entry of every log. */
export const seed: Uint8Array = (() => {
  const doc = new Y.Doc();
  doc.clientID = seedClientId;
  doc.transact(() => {
    schemaOf(doc).set('schemaVersion', boardSchema.serialize().schemaVersion);
    for (const record of seedRecords) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  }, 'seed');
  return Y.encodeStateAsUpdate(doc);
})();

/** The whole document as one text, the same wherever the content is the same. */
export const canonical = (doc: Y.Doc): string =>
  JSON.stringify({ records: sorted(recordsOf(doc).toJSON()), schema: sorted(schemaOf(doc).toJSON()) });

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** What people have made that nobody changes: the ids of marks, and the characters in the diary as often as they are there. */
export function worksOf(doc: Y.Doc): readonly string[] {
  const marks = [...recordsOf(doc).keys()].filter((id) => id.startsWith(markPrefix));
  const rich = recordsOf(doc).get(diaryId)?.get('rich');
  const diary = rich instanceof Y.XmlFragment ? rich.toString().replace(/<[^>]*>|-/g, '') : '';
  return [...marks, ...diary];
}

/**
 * Whether everything that one document holds, written and deleted, the other holds too.
 * @param except clients whose writing need not be there
 */
export function isWithin(inner: Y.Doc, outer: Y.Doc, except: ReadonlySet<number> = new Set()): boolean {
  for (const client of inner.store.clients.keys())
    if (!except.has(client) && Y.getState(inner.store, client) > Y.getState(outer.store, client)) return false;
  return true;
}

/** Whether everything that one document has deleted is deleted in the other. */
export function areDeletesWithin(inner: Y.Doc, outer: Y.Doc): boolean {
  const there = Y.createDeleteSetFromStructStore(outer.store);
  for (const [client, ranges] of Y.createDeleteSetFromStructStore(inner.store).clients) {
    const covering = there.clients.get(client) ?? [];
    for (const { clock, len } of ranges)
      if (!covering.some((range) => range.clock <= clock && range.clock + range.len >= clock + len)) return false;
  }
  return true;
}
