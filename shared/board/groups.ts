import type { UnknownRecord } from '@tldraw/store';
import * as Y from 'yjs';
import { flattenFields, nestFields } from './card-fields.ts';
import type { Groups } from './document.ts';
import { isEqualJson } from './equal.ts';
import { fragmentToRichText, type RichText, richTextToFragment } from './rich-text.ts';

/**
 * A record as the parts that merge independently:
 * `base` type, parent, order, ends of bindings · `at` [x, y, rotation] · `flags` lock and opacity · `props` the rest ·
 * `rich` rich text, per character · `meta` written by the server alone. The last writer of a group wins.
 *
 * In a document a record has more keys than these once it is edited: `index`, `isLocked`, `opacity` and `prop:<name>` hold
 * what was changed since it was made and win over the groups, so that a size and a colour, a new parent and an order, or a
 * lock and an opacity, changed by two people at the same time, both survive. The fields of a card are props of their own,
 * `field:<name>`.
 */
export interface RecordGroups {
  readonly base: Readonly<Record<string, unknown>>;
  /** With the parent that the place is in, where it was written by a canvas: `base` may have got another one meanwhile. */
  readonly at?: readonly [x: number, y: number, rotation: number, parentId?: string];
  readonly flags?: { readonly isLocked: boolean; readonly opacity: number };
  readonly props?: Readonly<Record<string, unknown>>;
  readonly rich?: RichText;
  /** Left out by whoever may not write it. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Any tldraw record of document scope, before or after validation. */
export interface AnyRecord extends UnknownRecord {
  readonly [key: string]: unknown;
}

const baseKeys = ['typeName', 'type', 'parentId', 'index', 'name', 'gridSize', 'fromId', 'toId'] as const;

/**
 * Props that each canvas measures for itself and that are therefore never shared, with the value a record has before it
 * was measured.
 */
const measured: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  note: { growY: 0, fontSizeAdjustment: 0 },
  geo: { growY: 0 },
};
const measuredOf = (type: unknown): Readonly<Record<string, number>> =>
  typeof type === 'string' && Object.hasOwn(measured, type) ? (measured[type] ?? {}) : {};

/** The record without what each canvas measures for itself. */
export function withoutMeasured(record: AnyRecord): AnyRecord {
  const names = Object.keys(measuredOf(record.type));
  if (names.length === 0) return record;
  const props = { ...(record.props as Record<string, unknown>) };
  for (const name of names) delete props[name];
  return { ...record, props } as AnyRecord;
}

/** The record with each measured prop as it is before anybody has measured it. */
export const unmeasured = (record: AnyRecord): AnyRecord =>
  record.props === undefined
    ? record
    : ({ ...record, props: { ...record.props, ...measuredOf(record.type) } } as AnyRecord);

export function splitRecord(record: AnyRecord): RecordGroups {
  const base: Record<string, unknown> = {};
  for (const key of baseKeys) if (record[key] !== undefined) base[key] = record[key];
  const { richText, ...props } = { ...flattenFields(record.type, (record.props ?? {}) as Record<string, unknown>) };
  for (const name of Object.keys(measuredOf(record.type))) delete props[name];
  return {
    base,
    ...(record.typeName === 'shape' && {
      at: [record.x as number, record.y as number, record.rotation as number, record.parentId as string] as const,
      flags: { isLocked: record.isLocked as boolean, opacity: record.opacity as number },
    }),
    ...(record.props !== undefined && { props }),
    ...(richText !== undefined && { rich: richText as RichText }),
    meta: (record.meta ?? {}) as Record<string, unknown>,
  };
}

/** What gets a key of its own once it is changed, beside each prop, and the group it is in before. */
const changedKeys = { index: 'base', isLocked: 'flags', opacity: 'flags' } as const;
const propPrefix = 'prop:';

/** The group that a key adds to, and the name it has there; null for a group. */
function homeOf(key: string): readonly [group: string, name: string] | null {
  if (key.startsWith(propPrefix)) return ['props', key.slice(propPrefix.length)];
  return Object.hasOwn(changedKeys, key) ? [changedKeys[key as keyof typeof changedKeys], key] : null;
}

/** The groups of a record as they are by now. Keys that add to no group stay what they are. */
export function foldGroups(groups: Groups): Map<string, unknown> {
  const folded = new Map<string, unknown>(groups.entries());
  for (const [key, value] of groups) {
    const [group, name] = homeOf(key) ?? [];
    const before = group === undefined ? undefined : folded.get(group);
    if (group === undefined || name === undefined || !isPlain(before)) continue;
    folded.delete(key);
    const { [name]: _before, ...rest } = before;
    folded.set(group, value === undefined ? rest : { ...rest, [name]: value });
  }
  return folded;
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * Puts a record together again, at its place in the parent that the place was written for.
 * @param local the same record as this canvas holds it; its measured props are kept.
 * @returns null while the record has no `base`, which a concurrent delete can leave behind.
 */
export function joinRecord(id: string, written: Groups, local?: AnyRecord): AnyRecord | null {
  const groups = foldGroups(written);
  const base = groups.get('base') as RecordGroups['base'] | undefined;
  if (base === undefined) return null;
  const record: Record<string, unknown> = { ...base, id, meta: groups.get('meta') ?? {} };
  const at = groups.get('at') as RecordGroups['at'];
  if (at !== undefined) [record.x, record.y, record.rotation] = at;
  Object.assign(record, groups.get('flags'));
  const props = groups.get('props') as RecordGroups['props'];
  if (props !== undefined) {
    const rich = groups.get('rich');
    const localProps = (local?.props ?? {}) as Record<string, unknown>;
    const own: Record<string, unknown> = {};
    for (const [name, unmeasured] of Object.entries(measuredOf(base.type))) own[name] = localProps[name] ?? unmeasured;
    record.props = {
      ...nestFields(base.type, props),
      ...own,
      ...(rich instanceof Y.XmlFragment && { richText: fragmentToRichText(rich) }),
    };
  }
  return record as unknown as AnyRecord;
}

/**
 * Writes the change of a record into its groups, except for text and `meta`. What says the same is left alone, so that what
 * others write there at the same time stays.
 */
export function changeGroups(groups: Groups, from: RecordGroups, to: RecordGroups): void {
  const { index: _from, ...fromBase } = from.base;
  const { index: _to, ...toBase } = to.base;
  if (!isEqualJson(fromBase, toBase)) groups.set('base', to.base);
  if (!isEqualJson(from.at, to.at)) groups.set('at', to.at);
  for (const [key, group] of Object.entries(changedKeys)) {
    const [before, after] = [from[group], to[group]].map(
      (holder) => (holder as Record<string, unknown> | undefined)?.[key],
    );
    if (!isEqualJson(before, after)) groups.set(key, after);
  }
  const [before, after] = [from.props ?? {}, to.props ?? {}];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!isEqualJson(before[name], after[name])) groups.set(propPrefix + name, after[name]);
}

/**
 * Makes the groups say exactly this, whatever they said, except for text. Only what differs is written, as by a canvas.
 */
export function rewriteGroups(groups: Groups, plain: Omit<RecordGroups, 'rich'>): void {
  const now = foldGroups(groups);
  for (const [name, value] of Object.entries(plain)) {
    const isReadable = name === 'at' || name === 'meta' || isPlain(now.get(name));
    if (!isReadable || ((name === 'at' || name === 'meta') && !isEqualJson(now.get(name), value)))
      groups.set(name, value);
  }
  for (const name of [...now.keys()]) if (name !== 'rich' && !Object.hasOwn(plain, name)) groups.delete(name);
  const from = Object.fromEntries([...foldGroups(groups)]) as unknown as RecordGroups;
  changeGroups(groups, from, plain);
}

/** The parent for which the place of a shape was written, where its document says so. */
export function placedIn(groups: Groups): string | undefined {
  const parentId = (groups.get('at') as readonly unknown[] | undefined)?.[3];
  return typeof parentId === 'string' ? parentId : undefined;
}

/** Parent and index of a shape, by themselves; undefined where the record has none. */
export function slotOf(groups: Groups): { readonly parentId: string; readonly index: string } | undefined {
  const base = groups.get('base');
  if (!isPlain(base)) return undefined;
  const [parentId, index] = [base.parentId, groups.get('index') ?? base.index];
  return typeof parentId === 'string' && typeof index === 'string' ? { parentId, index } : undefined;
}

/** A new record as shared types, not yet part of a document. Who writes `meta` is the caller's business. */
export function createGroups({ rich, ...plain }: RecordGroups): Groups {
  const groups: Groups = new Y.Map(Object.entries(plain));
  if (rich !== undefined) groups.set('rich', richTextToFragment(rich));
  return groups;
}
