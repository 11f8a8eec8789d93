import * as Y from 'yjs';
import { nestFields } from '../../../shared/board/card-fields.ts';
import { type AnyRecord, foldGroups, unmeasured, withoutMeasured } from '../../../shared/board/groups.ts';
import { validateRecord } from '../../../shared/board/read-board.ts';
import {
  canonicalRichText,
  fragmentToRichText,
  isLegalRichText,
  type RichText,
} from '../../../shared/board/rich-text.ts';
import { propNamesOf } from '../../../shared/board/schema.ts';
import { legal } from '../../../shared/board/write.ts';
import { findExcess, findExcessInText, isPlace } from './limits.ts';
import type { TouchedGroups } from './touched.ts';

/** What the document says of a record. */
export type Reading =
  | {
      readonly status: 'good';
      /** Without measured props. */
      readonly record: AnyRecord;
      /** Whether the document says it as it should: nothing unknown beside it, the text as a fragment. */
      readonly isTidy: boolean;
    }
  | { readonly status: 'bad'; readonly reason: string };

type Plain = Readonly<Record<string, unknown>>;

const layouts: Readonly<Record<string, { readonly groups: readonly string[]; readonly base: readonly string[] }>> = {
  document: { groups: ['base', 'meta'], base: ['typeName', 'name', 'gridSize'] },
  page: { groups: ['base', 'meta'], base: ['typeName', 'name', 'index'] },
  shape: { groups: ['base', 'at', 'flags', 'props', 'meta'], base: ['typeName', 'type', 'parentId', 'index'] },
  binding: { groups: ['base', 'props', 'meta'], base: ['typeName', 'type', 'fromId', 'toId'] },
  asset: { groups: ['base', 'props', 'meta'], base: ['typeName', 'type'] },
};

class BadRecord extends Error {}

/** Reads all of a record and holds it against the schema and the limits. Changes nothing. */
export function readRecord(id: string, groups: unknown): Reading {
  try {
    return read(id, groups);
  } catch (error) {
    // Whatever went wrong in reading it would go wrong in every canvas.
    return { status: 'bad', reason: error instanceof Error ? error.message : String(error) };
  }
}

function read(id: string, raw: unknown): Reading {
  if (!(raw instanceof Y.Map)) throw new BadRecord('the record is no map');
  const groups = foldGroups(raw);
  const rawBase = plain(groups.get('base'), 'base');
  const layout = layouts[String(rawBase.typeName)];
  if (layout === undefined || !Object.hasOwn(layouts, String(rawBase.typeName))) throw new BadRecord('the type');
  const tidy = new Tidiness();
  const base = tidy.pick(rawBase, layout.base);
  const names = propNamesOf(base.typeName, base.type);
  const hasText = base.typeName === 'shape' && names?.has('richText') === true;
  tidy.expect(groups.keys(), hasText ? [...layout.groups, 'rich'] : layout.groups);

  const record: Record<string, unknown> = { ...base, id, meta: plain(groups.get('meta') ?? {}, 'meta') };
  if (base.typeName === 'shape') {
    const at = groups.get('at');
    if (!isPlace(at)) throw new BadRecord('the place');
    [record.x, record.y, record.rotation] = at;
    Object.assign(record, tidy.pick(plain(groups.get('flags'), 'flags'), ['isLocked', 'opacity']));
  }
  if (layout.groups.includes('props')) {
    const written = plain(groups.get('props'), 'props');
    // Fields under one key of theirs would come back when one of them is taken away.
    if (base.type === 'card') tidy.isTidy &&= !Object.hasOwn(written, 'fields');
    const props = nestFields(base.type, written);
    const { richText, ...picked } = names === undefined ? props : tidy.pick(props, [...names]);
    if (hasText) tidy.isTidy &&= richText === undefined;
    record.props = hasText ? { ...picked, richText: textOf(groups.get('rich'), richText, tidy) } : picked;
  }
  const whole = record as unknown as AnyRecord;
  validateRecord(unmeasured(whole));
  const excess = findExcess(whole);
  if (excess !== null) throw new BadRecord(excess);
  return { status: 'good', record: withoutMeasured(whole), isTidy: tidy.isTidy };
}

/** The fragment's text; where there is none, the one that a program put into the props. */
function textOf(rich: unknown, inProps: unknown, tidy: Tidiness): RichText {
  if (isFragment(rich)) return fragmentToRichText(rich);
  if (rich !== undefined) throw new BadRecord('the text is no fragment');
  const { type, content } = plain(inProps, 'text') as { type?: unknown; content?: unknown };
  if (typeof type !== 'string' || !Array.isArray(content)) throw new BadRecord('the text');
  tidy.isTidy = false;
  const text = legal({ type, content });
  return canonicalRichText(text) ?? text;
}

const isFragment = (value: unknown): value is Y.XmlFragment =>
  value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);

/** Notes whether anything was left out. */
class Tidiness {
  isTidy = true;

  pick(from: Plain, names: readonly string[]): Plain {
    this.expect(Object.keys(from), names);
    return Object.fromEntries(names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name]]));
  }

  expect(found: Iterable<string>, names: readonly string[]): void {
    for (const name of found) this.isTidy &&= names.includes(name);
  }
}

function plain(value: unknown, name: string): Plain {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPlain || value instanceof Y.AbstractType) throw new BadRecord(`no ${name}`);
  return value as Plain;
}

/**
 * The same where few groups have changed: a move or a keystroke costs no more than itself.
 * @param before the record as it was
 */
export function readChanged(id: string, groups: unknown, before: AnyRecord, touched: TouchedGroups): Reading {
  if (touched === 'all' || !(groups instanceof Y.Map)) return readRecord(id, groups);
  let record = before;
  for (const name of touched) {
    const value = groups.get(name);
    if (name === 'at' && before.typeName === 'shape') {
      if (!isPlace(value)) return { status: 'bad', reason: 'the place' };
      record = { ...record, x: value[0], y: value[1], rotation: value[2] } as AnyRecord;
    } else if (name === 'rich' && isFragment(value) && Object.hasOwn(before.props ?? {}, 'richText')) {
      const richText = readText(value);
      if (richText === null) return { status: 'bad', reason: 'the text' };
      record = { ...record, props: { ...(record.props as object), richText } } as AnyRecord;
    } else return readRecord(id, groups);
  }
  return { status: 'good', record, isTidy: true };
}

function readText(fragment: Y.XmlFragment): RichText | null {
  try {
    const text = fragmentToRichText(fragment);
    return isLegalRichText(text) && findExcessInText(text) === null ? text : null;
  } catch {
    return null;
  }
}
