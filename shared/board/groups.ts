import type { UnknownRecord } from '@tldraw/store';
import * as Y from 'yjs';
import type { Groups } from './document.ts';
import { fragmentToRichText, type RichText, richTextToFragment } from './rich-text.ts';

/**
 * A record as the parts that merge independently:
 * `base` type, parent, order, ends of bindings · `at` [x, y, rotation] · `flags` lock and opacity · `props` the rest ·
 * `rich` rich text, per character · `meta` written by the server alone. The last writer of a group wins.
 */
export interface RecordGroups {
  readonly base: Readonly<Record<string, unknown>>;
  readonly at?: readonly [x: number, y: number, rotation: number];
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

export function splitRecord(record: AnyRecord): RecordGroups {
  const base: Record<string, unknown> = {};
  for (const key of baseKeys) if (record[key] !== undefined) base[key] = record[key];
  const { richText, ...props } = (record.props ?? {}) as Record<string, unknown>;
  for (const name of Object.keys(measuredOf(record.type))) delete props[name];
  return {
    base,
    ...(record.typeName === 'shape' && {
      at: [record.x as number, record.y as number, record.rotation as number] as const,
      flags: { isLocked: record.isLocked as boolean, opacity: record.opacity as number },
    }),
    ...(record.props !== undefined && { props }),
    ...(richText !== undefined && { rich: richText as RichText }),
    meta: (record.meta ?? {}) as Record<string, unknown>,
  };
}

/**
 * Puts a record together again.
 * @param local the same record as this canvas holds it; its measured props are kept.
 * @returns null while the record has no `base`, which a concurrent delete can leave behind.
 */
export function joinRecord(id: string, groups: Groups, local?: AnyRecord): AnyRecord | null {
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
    record.props = { ...props, ...own, ...(rich instanceof Y.XmlFragment && { richText: fragmentToRichText(rich) }) };
  }
  return record as unknown as AnyRecord;
}

/** A new record as shared types, not yet part of a document. Who writes `meta` is the caller's business. */
export function createGroups({ rich, ...plain }: RecordGroups): Groups {
  const groups: Groups = new Y.Map(Object.entries(plain));
  if (rich !== undefined) groups.set('rich', richTextToFragment(rich));
  return groups;
}
