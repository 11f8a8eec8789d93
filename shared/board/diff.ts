import type { RecordsDiff } from '@tldraw/store';
import type { TLRecord } from '@tldraw/tlschema';
import type { AnyRecord } from './groups.ts';

/** Changes of a store with records as plain data; the same shape as tldraw's RecordsDiff. */
export interface Diff {
  added: Record<string, AnyRecord>;
  updated: Record<string, [from: AnyRecord, to: AnyRecord]>;
  removed: Record<string, AnyRecord>;
}

export const emptyDiff = (): Diff => ({ added: {}, updated: {}, removed: {} });

// tldraw types records by what they are, the binding treats them all alike.
export const toTldraw = (diff: Diff): RecordsDiff<TLRecord> => diff as unknown as RecordsDiff<TLRecord>;

export const isEmptyDiff = (diff: Diff): boolean => {
  for (const part of [diff.added, diff.updated, diff.removed]) for (const _id in part) return false;
  return true;
};

/** The part of a diff that concerns records which `keep` accepts. */
export function filterDiff(diff: Diff, keep: (record: AnyRecord) => boolean): Diff {
  const kept = emptyDiff();
  for (const record of Object.values(diff.added)) if (keep(record)) kept.added[record.id] = record;
  for (const pair of Object.values(diff.updated)) if (keep(pair[1])) kept.updated[pair[1].id] = pair;
  for (const record of Object.values(diff.removed)) if (keep(record)) kept.removed[record.id] = record;
  return kept;
}

export const reverseDiff = ({ added, updated, removed }: Diff): Diff => ({
  added: removed,
  updated: Object.fromEntries(Object.entries(updated).map(([id, [from, to]]) => [id, [to, from]])),
  removed: added,
});

/** Several diffs, in order, as one. Only for diffs with nobody else's change between them. */
export function squashDiffs(diffs: readonly Diff[]): Diff {
  const all = emptyDiff();
  for (const { added, updated, removed } of diffs) {
    for (const [id, record] of Object.entries(added)) {
      const before = all.removed[id];
      delete all.removed[id];
      if (before === undefined) all.added[id] = record;
      else all.updated[id] = [before, record];
    }
    for (const [id, [from, to]] of Object.entries(updated)) {
      const before = all.updated[id];
      if (all.added[id] !== undefined) all.added[id] = to;
      else
        all.updated[id] = before === undefined ? [from, to] : [withTextOf(before[0], from), withTextOf(to, before[1])];
    }
    for (const [id, record] of Object.entries(removed)) {
      const before = all.updated[id]?.[0] ?? record;
      delete all.updated[id];
      if (all.added[id] !== undefined) delete all.added[id];
      else all.removed[id] = before;
    }
  }
  return all;
}

/**
 * A diff that says nothing of the texts of the records it changes. For changes whose texts are in the document already:
 * by the time of the flush the document may say more than they do, and their texts would take that away.
 */
export function withoutTexts(diff: Diff): Diff {
  const updated = Object.entries(diff.updated).map(([id, [from, to]]): [string, [AnyRecord, AnyRecord]] => [
    id,
    [withoutText(from), withoutText(to)],
  ]);
  return { ...diff, updated: Object.fromEntries(updated) };
}

/** The record, with the other's text where it says nothing of its own. */
function withTextOf(record: AnyRecord, other: AnyRecord): AnyRecord {
  const [props, { richText }] = [record, other].map(({ props }) => (props ?? {}) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  if (richText === undefined || props.richText !== undefined) return record;
  return { ...record, props: { ...props, richText } } as AnyRecord;
}

function withoutText(record: AnyRecord): AnyRecord {
  if (record.props === undefined) return record;
  const { richText: _text, ...props } = record.props as Record<string, unknown>;
  return { ...record, props } as AnyRecord;
}
