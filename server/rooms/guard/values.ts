import type { Bytes } from './bytes.ts';
import { refuse } from './refusal.ts';

/** Names that would reach an object's prototype when somebody copies them carelessly. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Printable characters; ids of template parts contain slashes, names of marks may end in a hash. */
const NAME = /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u;

const NAME_MAX_BYTES = 800;
const VALUE_TEXT_MAX_BYTES = 500_000;
const VALUE_DEPTH_MAX = 16;
const FORMAT_MAX_BYTES = 8_000;

export function readName(bytes: Bytes): string {
  const name = bytes.text(NAME_MAX_BYTES);
  return NAME.test(name) && !forbiddenNames.has(name) ? name : refuse('key');
}

/** Tags of lib0's self-describing values. */
const Tag = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  false: 121,
  true: 120,
  text: 119,
  object: 118,
  array: 117,
} as const;

/** Passes over one plain JSON value; binary data and big integers are none. */
export function skipValue(bytes: Bytes, depth = 0): void {
  if (depth > VALUE_DEPTH_MAX) refuse('value-depth');
  switch (bytes.byte()) {
    case Tag.undefined:
    case Tag.null:
    case Tag.false:
    case Tag.true:
      return;
    case Tag.integer:
      bytes.skipInt();
      return;
    case Tag.float32:
      bytes.skip(4);
      return;
    case Tag.float64:
      bytes.skip(8);
      return;
    case Tag.text:
      bytes.text(VALUE_TEXT_MAX_BYTES);
      return;
    case Tag.object:
      for (let left = bytes.count(2); left > 0; left--) {
        if (forbiddenNames.has(bytes.text(NAME_MAX_BYTES))) refuse('key');
        skipValue(bytes, depth + 1);
      }
      return;
    case Tag.array:
      for (let left = bytes.count(1); left > 0; left--) skipValue(bytes, depth + 1);
      return;
    default:
      refuse('content');
  }
}

/** Passes over the value of a formatting mark, which Yjs V1 keeps as JSON text. */
export function skipFormatValue(bytes: Bytes): void {
  const text = bytes.text(FORMAT_MAX_BYTES);
  // Before the parser, so without telling brackets in strings from others: marks have few of either.
  if ((text.match(/[[{]/g)?.length ?? 0) > VALUE_DEPTH_MAX) refuse('value-depth');
  try {
    JSON.parse(text, (name, value: unknown) => (forbiddenNames.has(name) ? refuse('key') : value));
  } catch {
    refuse('content');
  }
}
