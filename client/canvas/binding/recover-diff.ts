import { prosemirrorJSONToYXmlFragment, updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { flattenFields, nestFields } from '../../../shared/board/card-fields.ts';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { isPromisedAnonymous, withPromise } from '../../../shared/board/promise.ts';
import { canonicalRichText, fragmentToRichText, type RichText } from '../../../shared/board/rich-text.ts';
import { richTextSchema } from '../../../shared/board/rich-text-schema.ts';
import { isPrivate } from '../private-shapes.ts';
import { textOf, withText } from './recover-log.ts';

const placeKeys = ['x', 'y', 'rotation'] as const;
const keptKeys: ReadonlySet<string> = new Set([
  'id',
  'typeName',
  'type',
  'meta',
  'props',
  'parentId',
  'index',
  ...placeKeys,
]);

/**
 * The same change, as one of the board as it is now. It has not reached the others yet, so it counts as the latest word
 * on each value that it changes, as it would have if it had arrived when it was made; all other values stay as they are.
 * Texts are merged. A rebase of the result then sees to parents, bindings and what is gone.
 */
export function ontoNow(get: (id: string) => AnyRecord | undefined, diff: Diff): Diff {
  const updated: Diff['updated'] = {};
  for (const [id, [from, to]] of Object.entries(diff.updated)) {
    const now = get(id);
    if (now !== undefined) updated[id] = [now, change(now, from, to)];
  }
  return { ...diff, updated };
}

function change(now: AnyRecord, from: AnyRecord, to: AnyRecord): AnyRecord {
  const next: Record<string, unknown> = { ...now };
  for (const key of keysOf(from, to)) if (!keptKeys.has(key) && !isEqualJson(from[key], to[key])) next[key] = to[key];
  // A place is one in a parent: where somebody has put the shape into another one, it means nothing.
  const isMoved = placeKeys.some((key) => from[key] !== to[key]);
  const isReparented = from.parentId !== to.parentId;
  if (isReparented || from.index !== to.index) next.index = to.index;
  if (isReparented) next.parentId = to.parentId;
  if (isReparented || (isMoved && now.parentId === from.parentId)) for (const key of placeKeys) next[key] = to[key];
  if (to.props === undefined) return next as AnyRecord;

  const flat = (record: AnyRecord) => flattenFields(record.type, record.props as Record<string, unknown>);
  const [before, then] = [flat(from), flat(to)];
  const props: Record<string, unknown> = { ...flat(now) };
  for (const key of keysOf(before, then)) {
    if (key === 'richText' || isEqualJson(before[key], then[key])) continue;
    if (then[key] === undefined) delete props[key];
    else props[key] = then[key];
  }
  const changed: AnyRecord = { ...(next as AnyRecord), props: nestFields(now.type, props) };
  const text = mergeTexts(textOf(from), textOf(to), textOf(now));
  return text === undefined ? changed : withText(changed, text);
}

/**
 * The change as it is to be made again, with the promise under which it was made; what others see by now says nothing of
 * that any more.
 * @param given the change as it was made
 */
export function withPromises(get: (id: string) => AnyRecord | undefined, change: Diff, given: Diff): Diff {
  const updated: Diff['updated'] = { ...change.updated };
  for (const [id, [from, to]] of Object.entries(given.updated)) {
    const now = get(id);
    if (now === undefined || !isPrivate(now) || isPromisedAnonymous(from) || !isPromisedAnonymous(to)) continue;
    const [before, after] = updated[id] ?? [now, now];
    updated[id] = [before, withPromise(after)];
  }
  return { ...change, updated };
}

const keysOf = (a: object, b: object): Set<string> => new Set([...Object.keys(a), ...Object.keys(b)]);

/**
 * Three-way merge: what `now` says, with what was done from `from` to `to`.
 * @returns undefined where nothing has to be done.
 */
export function mergeTexts(
  from: RichText | undefined,
  to: RichText | undefined,
  now: RichText | undefined,
): RichText | undefined {
  if (from === undefined || to === undefined || now === undefined) return undefined;
  if (isSameText(from, to) || isSameText(now, to)) return undefined;
  if (isSameText(now, from)) return to;
  if ([from, to, now].some((text) => canonicalRichText(text) === null)) return undefined;
  const base = new Y.Doc();
  // Fixed ids: the same texts merge the same way wherever it happens.
  base.clientID = 1;
  prosemirrorJSONToYXmlFragment(richTextSchema, from, base.getXmlFragment('text'));
  const [mine, theirs] = [edited(base, 3, to), edited(base, 2, now)];
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  return fragmentToRichText(theirs.getXmlFragment('text'));
}

/** Documents spell a text otherwise than whoever wrote it. */
export const isSameText = (a: RichText, b: RichText): boolean =>
  isEqualJson(a, b) || isEqualJson(canonicalRichText(a) ?? a, canonicalRichText(b) ?? b);

function edited(base: Y.Doc, clientId: number, text: RichText): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  const node = richTextSchema.nodeFromJSON(text);
  updateYFragment(doc, doc.getXmlFragment('text'), node, { mapping: new Map(), isOMark: new Map() });
  return doc;
}

/**
 * What a replica that came from a browser's copy says other than the server, record by record: for work of an earlier
 * page, of which no diffs are left. Only right while the replica has all that the server had when it was refused.
 */
export function unsentOfCopy(replica: Y.Doc, fresh: Y.Doc): readonly Diff[] {
  const [mine, theirs] = [recordsOf(replica), recordsOf(fresh)];
  const read = (records: typeof mine, id: string) => {
    const groups = records.get(id);
    return groups === undefined ? undefined : (joinRecord(id, groups) ?? undefined);
  };
  // A map remembers the keys that it once had.
  const wasThere = (id: string) => (mine as unknown as { _map: ReadonlyMap<string, unknown> })._map.has(id);
  const diffs: Diff[] = [];
  for (const id of new Set([...mine.keys(), ...theirs.keys()])) {
    const [to, from] = [read(mine, id), read(theirs, id)];
    if (to !== undefined && from === undefined) diffs.push({ ...emptyDiff(), added: { [id]: to } });
    else if (to === undefined && from !== undefined && wasThere(id))
      diffs.push({ ...emptyDiff(), removed: { [id]: from } });
    else if (to !== undefined && from !== undefined && !isEqualJson({ ...from, meta: null }, { ...to, meta: null }))
      diffs.push({ ...emptyDiff(), updated: { [id]: [from, to] } });
  }
  const depth = (diff: Diff): number => {
    const [record] = Object.values(diff.added);
    if (record === undefined) return 0;
    if (record.typeName === 'binding') return Number.POSITIVE_INFINITY;
    const seen = new Set<unknown>();
    for (let { parentId } = record; typeof parentId === 'string' && !seen.has(parentId); ) {
      seen.add(parentId);
      parentId = read(mine, parentId)?.parentId;
    }
    return seen.size;
  };
  // Parents before what is in them, and bindings last.
  return diffs.sort((a, b) => Math.min(depth(a), 1e6) - Math.min(depth(b), 1e6));
}
