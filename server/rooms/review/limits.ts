import { noteSize } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isIndexKey } from '../../../shared/board/order.ts';
import { type RichText, textMax } from '../../../shared/board/rich-text.ts';
import { fileLimits } from '../../../shared/protocol/limits.ts';

/** Bounds that no honest board meets. Lengths in board units, texts in UTF-16 code units. */
export const recordLimits = {
  recordsMax: 20_000,
  /** Of what one person writes privately on a board. */
  recordsOfOwnMax: 1_000,
  placeMax: 1_000_000,
  sizeMax: 100_000,
  textMax,
  /** Of what an empty card invites to write. */
  placeholderMax: 1_000,
  /** Of the words on a relation. */
  relationNoteMax: 2_000,
  /** Of drawings that templates bring as text. */
  pathMax: 100_000,
  pointsMax: 20_000,
  propsMaxBytes: 500_000,
  /** Shapes in each other; canvases walk up and down the tree by recursion. */
  depthMax: 50,
  /** One for each end, and what a stale edit may leave for a moment. */
  bindingsOfArrowMax: 16,
} as const;

const ID = /^(?:document|page|shape|binding|asset):[\x21-\x7e]{1,200}$/;
const linkProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * What of a record that keeps the schema is still more than a canvas can bear, or not safe to show.
 * @returns null for nothing.
 */
export function findExcess(record: AnyRecord): string | null {
  if (!ID.test(record.id) || !record.id.startsWith(`${record.typeName}:`)) return 'the id';
  if (typeof record.index === 'string' && !isIndexKey(record.index)) return 'the index';
  if (record.typeName === 'shape' && !isPlace([record.x, record.y, record.rotation])) return 'the place';
  if (typeof record.name === 'string' && record.name.length > recordLimits.textMax) return 'the name';
  const props = record.props as Record<string, unknown> | undefined;
  if (props === undefined) return null;
  const { richText, ...plain } = props;
  return (
    findExcessInSize(record, plain) ??
    findExcessInProps(plain) ??
    (richText === undefined ? null : findExcessInText(richText as RichText))
  );
}

/** Whether this is the place of a shape in its parent, with or without the parent's id. */
export const isPlace = (at: unknown): at is readonly [number, number, number, parentId?: string] =>
  Array.isArray(at) &&
  (at.length === 3 || (at.length === 4 && typeof at[3] === 'string')) &&
  at.slice(0, 3).every((value) => typeof value === 'number' && Math.abs(value) <= recordLimits.placeMax);

export const clampPlace = (value: number): number =>
  Math.min(recordLimits.placeMax, Math.max(-recordLimits.placeMax, value));

/** The shape at the edge of what a board may be, where it is beyond. */
export function withinBounds(record: AnyRecord): AnyRecord {
  if (record.typeName !== 'shape' || isPlace([record.x, record.y, record.rotation])) return record;
  const [x, y, rotation] = [record.x, record.y, record.rotation].map((value) => clampPlace(Number(value)));
  return { ...record, x, y, rotation } as AnyRecord;
}

/** A note has one size, and a text the width that it was given, times what it is scaled by. */
function findExcessInSize({ type }: AnyRecord, { w, h, textSize, scale }: Record<string, unknown>): string | null {
  const scaled = typeof scale === 'number' ? [noteSize * scale, type === 'text' ? Number(w) * scale : 0] : [];
  const isTooLarge = [w, h, textSize, ...scaled].some(
    (side) => typeof side === 'number' && side > recordLimits.sizeMax,
  );
  return isTooLarge ? 'the size' : null;
}

function findExcessInProps(props: Record<string, unknown>): string | null {
  // What each field of a card may hold is the schema's: all of them together are no more than that.
  const { path, fields: _bounded, src, fileSize: _counted, ...others } = props;
  if (isLonger(path, recordLimits.pathMax)) return 'the path';
  // No kind of shape has it: a picture is an asset of its own, and only files bring those.
  if (isLonger(src, fileLimits.pictureMaxCharacters)) return 'the picture';
  if (isLonger(props.placeholder, recordLimits.placeholderMax)) return 'the placeholder';
  if (isLonger(props.note, recordLimits.relationNoteMax)) return 'the note';
  const found = { bytes: 0, text: 0 };
  if (!weigh(others, found)) return 'a number';
  if (found.text > recordLimits.textMax) return 'the text';
  if (found.bytes > recordLimits.propsMaxBytes) return 'the props';
  const segments = (props.segments ?? []) as readonly { readonly points: readonly unknown[] }[];
  const points = segments.reduce((count, segment) => count + segment.points.length, 0);
  return points > recordLimits.pointsMax ? 'the points' : null;
}

const isLonger = (text: unknown, max: number): boolean => typeof text === 'string' && text.length > max;

/**
 * Adds up what a JSON value holds.
 * @returns whether all its numbers are within bounds.
 */
function weigh(value: unknown, found: { bytes: number; text: number }): boolean {
  found.bytes += 8;
  if (typeof value === 'number') return Math.abs(value) <= recordLimits.placeMax;
  if (typeof value === 'string') {
    found.text += value.length;
    found.bytes += value.length;
  } else if (Array.isArray(value)) return value.every((item) => weigh(item, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      found.bytes += name.length;
      if (!weigh(item, found)) return false;
    }
  }
  return true;
}

interface Node {
  readonly text?: string;
  readonly content?: readonly Node[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** The same for a rich text alone. */
export function findExcessInText(richText: RichText): string | null {
  let length = 0;
  let isSafe = true;
  const walk = ({ text = '', content = [], marks = [] }: Node): void => {
    length += text.length;
    for (const { type, attrs } of marks) isSafe &&= type !== 'link' || isSafeLink(attrs?.href);
    for (const node of content) walk(node);
  };
  walk(richText as Node);
  if (length > recordLimits.textMax) return 'the text';
  return isSafe ? null : 'a link';
}

/** As a browser reads it, which skips white space; an address without a scheme is one of the board's own host. */
function isSafeLink(href: unknown): boolean {
  if (href === null || href === undefined) return true;
  if (typeof href !== 'string') return false;
  const base = 'https://board.invalid';
  return !URL.canParse(href, base) || linkProtocols.has(new URL(href, base).protocol);
}
