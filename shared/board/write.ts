import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Diff } from './diff.ts';
import type { Groups } from './document.ts';
import { isEqualJson } from './equal.ts';
import { changeGroups, createGroups, type RecordGroups, splitRecord } from './groups.ts';
import type { LayeredRecords } from './layers.ts';
import { mergeText } from './merge-text.ts';
import { isPromisedAnonymous } from './promise.ts';
import { fragmentToRichText, isLegalRichText, plainRichText, plainText, type RichText } from './rich-text.ts';
import { richTextSchema } from './rich-text-schema.ts';

/**
 * Writes one person's changes into the documents: of each record the groups that differ, and nothing else.
 *
 * Invariants: of `meta` nothing is written but that a record of an own layer was made, or changed, without names. A record
 * that is gone from the documents is not written back by an update.
 * @returns ids whose text came as JSON; the documents may say it differently, and more.
 */
export function writeDiff(records: LayeredRecords, diff: Diff, origin: unknown): Set<string> {
  const spelled = new Set<string>();
  const write = () => {
    const homeOf = records.homesOf(diff);
    for (const record of Object.values(diff.added)) {
      const { meta: _server, rich, ...plain } = splitRecord(record);
      const groups = createGroups({
        ...plain,
        ...(rich !== undefined && { rich: legal(rich) }),
        ...(isPromisedAnonymous(record) && { meta: { anonymous: true } }),
      });
      (records.maps.find((map) => map.has(record.id)) ?? homeOf(record.id)).set(record.id, groups);
      if (rich !== undefined) spelled.add(record.id);
    }
    for (const [from, to] of Object.values(diff.updated)) {
      const groups = records.find(to.id);
      const isPromised = isPromisedAnonymous(to) && !isPromisedAnonymous(from);
      if (groups !== undefined && isPromised && records.layerOf(to.id) === 'own')
        groups.set('meta', { ...(groups.get('meta') as object | undefined), anonymous: true });
      if (groups !== undefined && updateGroups(groups, splitRecord(from), splitRecord(to))) spelled.add(to.id);
    }
    for (const id in diff.removed) for (const map of records.maps) if (map.has(id)) map.delete(id);
  };
  transactAll(records.docs, write, origin);
  return spelled;
}

/** @returns whether the canvas may hold another text now than the documents do. */
function updateGroups(groups: Groups, from: RecordGroups, to: RecordGroups): boolean {
  changeGroups(groups, from, to);
  if (from.rich === undefined || to.rich === undefined || isEqualJson(from.rich, to.rich)) return false;
  const fragment = groups.get('rich');
  // A text that is no fragment yet is the server's alone to make one of; until then it stays as it is.
  if (fragment instanceof Y.XmlFragment) changeText(fragment, from.rich, to.rich);
  return true;
}

/**
 * Makes the change from one text to another in a fragment that may say more by now; for texts that do not come from the
 * editor bound to it.
 */
function changeText(fragment: Y.XmlFragment, from: RichText, to: RichText): void {
  const now = fragmentToRichText(fragment);
  writeText(fragment, isLegalRichText(now) ? mergeText(legal(from), legal(to), now) : legal(to));
}

/** The smallest edit that makes a fragment say this. @param text one that the schema knows */
export function writeText(fragment: Y.XmlFragment, text: RichText): void {
  const node = richTextSchema.nodeFromJSON(text);
  if (fragment.doc === null || isEqualJson(fragmentToRichText(fragment), node.toJSON())) return;
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}

/** Pasted text may be anything: of what the schema refuses, the words are kept. */
export function legal(text: RichText): RichText {
  try {
    richTextSchema.nodeFromJSON(text).check();
    return text;
  } catch {
    return plainRichText(plainText(text));
  }
}

function transactAll(docs: readonly Y.Doc[], fn: () => void, origin: unknown): void {
  const [first, ...rest] = docs;
  if (first === undefined) fn();
  else first.transact(() => transactAll(rest, fn, origin), origin);
}
