import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import {
  type AnyRecord,
  createGroups,
  type RecordGroups,
  rewriteGroups,
  splitRecord,
} from '../../../shared/board/groups.ts';
import { fragmentToRichText, type RichText, richTextToFragment } from '../../../shared/board/rich-text.ts';
import { richTextSchema } from '../../../shared/board/rich-text-schema.ts';
import { legal } from '../../../shared/board/write.ts';

/** Makes the document say exactly this of a record, and touches nothing that says so already. Call it in a transaction. */
export function writeRecord(records: Y.Map<Groups>, id: string, record: AnyRecord | undefined): void {
  if (record === undefined) {
    if (records.has(id)) records.delete(id);
    return;
  }
  const wanted = splitRecord(record);
  const groups = records.get(id);
  if (groups instanceof Y.Map) writeGroups(groups, wanted);
  else records.set(id, createGroups(wanted.rich === undefined ? wanted : { ...wanted, rich: legal(wanted.rich) }));
}

function writeGroups(groups: Groups, { rich, ...plain }: RecordGroups): void {
  const { flags } = plain;
  const strange = Object.keys((groups.get('flags') ?? {}) as object).some((name) => !Object.hasOwn(flags ?? {}, name));
  if (flags !== undefined && strange) groups.set('flags', flags);
  rewriteGroups(groups, plain);
  if (rich !== undefined) writeRich(groups, rich);
  else if (groups.has('rich')) groups.delete('rich');
}

function writeRich(groups: Groups, rich: RichText): void {
  const fragment = groups.get('rich');
  const text = legal(rich);
  if (fragment instanceof Y.XmlFragment && !(fragment instanceof Y.XmlElement)) {
    if (isEqualJson(fragmentToRichText(fragment), rich)) return;
    const node = richTextSchema.nodeFromJSON(text);
    if (fragment.doc === null) return;
    updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
    if (isEqualJson(fragmentToRichText(fragment), node.toJSON())) return;
  }
  groups.set('rich', richTextToFragment(text));
}
