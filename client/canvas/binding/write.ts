import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';
import { createGroups, type RecordGroups, splitRecord } from '../../../shared/board/groups.ts';
import {
  fragmentToRichText,
  plainRichText,
  plainText,
  type RichText,
  richTextSchema,
} from '../../../shared/board/rich-text.ts';
import type { Diff } from './diff.ts';
import { isEqualJson } from './equal.ts';
import type { LayeredRecords } from './layers.ts';

/** Groups that a canvas writes. `meta` is the server's, `rich` is written per character. */
const plainGroups = ['base', 'at', 'flags', 'props'] as const satisfies readonly (keyof RecordGroups)[];

/**
 * Writes one person's changes into the documents: of each record the groups that differ, and nothing else.
 *
 * Invariants: `meta` is never written. A record that is gone from the documents is not written back by an update.
 * @returns ids whose text went in as JSON; the fragment may spell it differently.
 */
export function writeDiff(records: LayeredRecords, diff: Diff, origin: unknown): Set<string> {
  const spelled = new Set<string>();
  const write = () => {
    for (const record of Object.values(diff.added)) {
      const { meta: _server, rich, ...plain } = splitRecord(record);
      records
        .home(record.id)
        .set(record.id, createGroups(rich === undefined ? plain : { ...plain, rich: legal(rich) }));
      if (rich !== undefined) spelled.add(record.id);
    }
    for (const [from, to] of Object.values(diff.updated)) {
      const groups = records.find(to.id);
      if (groups !== undefined && updateGroups(groups, splitRecord(from), splitRecord(to))) spelled.add(to.id);
    }
    for (const id in diff.removed) {
      const home = records.home(id);
      if (home.has(id)) home.delete(id);
    }
  };
  transactAll(records.docs, write, origin);
  return spelled;
}

/** @returns whether the text was written. */
function updateGroups(groups: Groups, from: RecordGroups, to: RecordGroups): boolean {
  for (const name of plainGroups) if (!isEqualJson(from[name], to[name])) groups.set(name, to[name]);
  if (to.rich === undefined || isEqualJson(from.rich, to.rich)) return false;
  const fragment = groups.get('rich');
  if (!(fragment instanceof Y.XmlFragment)) return false;
  writeText(fragment, to.rich);
  return true;
}

/** The smallest edit that makes a fragment say this; used for texts that do not come from the editor bound to it. */
function writeText(fragment: Y.XmlFragment, text: RichText): void {
  const node = richTextSchema.nodeFromJSON(legal(text));
  if (fragment.doc === null || isEqualJson(fragmentToRichText(fragment), node.toJSON())) return;
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}

/** Pasted text may be anything: of what the schema refuses, the words are kept. */
function legal(text: RichText): RichText {
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
