import type { TLShape } from '@tldraw/tlschema';

type IndexKey = TLShape['index'];

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Place `position` (from 0) of a sequence of tldraw's fractional index keys: a0 … az, b00 … bzz. tldraw's own helper adds
 * random jitter, and what the server seeds has to be the same each time.
 * @throws RangeError beyond 3,906 places.
 */
export function indexKeyAt(position: number): IndexKey {
  const base = digits.length;
  if (position < base) return `a${digits[position]}` as IndexKey;
  const rest = position - base;
  if (rest >= base * base) throw new RangeError(`no index key for place ${position}`);
  return `b${digits[Math.floor(rest / base)]}${digits[rest % base]}` as IndexKey;
}

const FIRST_POSITIVE = 'a'.charCodeAt(0);
const LAST_NEGATIVE = 'Z'.charCodeAt(0);

/** Digits, with the letter that says how many, of a key's part before the fraction. NaN for what is no key. */
function integerLength(key: string): number {
  if (/^[a-y]/.test(key)) return key.charCodeAt(0) - FIRST_POSITIVE + 2;
  if (/^[B-Z]/.test(key)) return LAST_NEGATIVE - key.charCodeAt(0) + 2;
  return Number.NaN;
}

/** Longer than inserting ten thousand times at one place makes a key. */
const KEY_MAX = 1_000;

/** Stricter than tldraw's validator, which lets any sign stand in the fraction. */
export const isIndexKey = (key: string): boolean =>
  /^[0-9A-Za-z]+$/.test(key) && key.length <= KEY_MAX && key.length >= integerLength(key);

/** Above any number of places that people can have filled one after the other: a hundred thousand million. */
export const isFarUp = (key: string): boolean => key > 'g';

/** The next key above all that begin with the whole part of this one: short however often it is asked for. */
export function indexKeyAbove(key: string): IndexKey {
  const length = integerLength(key);
  const figures = [...key.slice(1, length)].map((digit) => digits.indexOf(digit));
  for (let place = figures.length - 1; place >= 0; place--) {
    const figure = (figures[place] ?? 0) + 1;
    figures[place] = figure % digits.length;
    if (figure < digits.length) return `${key[0]}${spell(figures)}` as IndexKey;
  }
  const head = String.fromCharCode(key.charCodeAt(0) + 1);
  const room = integerLength(head);
  if (key[0] === 'Z') return 'a0' as IndexKey;
  return (Number.isNaN(room) ? `${key}V` : head.padEnd(room, '0')) as IndexKey;
}

const spell = (figures: readonly number[]): string => figures.map((figure) => digits[figure]).join('');

/**
 * Keys behind one and before another, evenly spread, the same for the same input.
 * @param above null: nothing comes behind
 * @returns null where there is no room: nothing is between a0 and a00.
 */
export function indexKeysBetween(below: string, above: string | null, count: number): IndexKey[] | null {
  const rest = above?.startsWith(below) ? above.slice(below.length) : null;
  const start = rest === null ? '' : shortestBelow(rest);
  if (start === null) return null;
  let width = 1;
  while (digits.length ** width <= count) width++;
  const step = digits.length ** width / (count + 1);
  return Array.from({ length: count }, (_, number) => {
    let left = Math.floor(step * (number + 1));
    const figures: number[] = [];
    for (let place = 0; place < width; place++, left = Math.floor(left / digits.length))
      figures.unshift(left % digits.length);
    // The last sign is never 0: nothing would fit between such a key and the one without it.
    const last = figures.at(-1) === 0 ? 'V' : '';
    return `${below}${start}${spell(figures)}${last}` as IndexKey;
  });
}

/**
 * Keys of siblings as they lie on each other, told apart: the first of those that are equal keeps its key, the others come
 * right behind. Where there is no room the next ones move on too.
 * @param keys none before a smaller one
 */
export function keysApart(keys: readonly string[]): string[] {
  const apart = [...keys];
  for (let start = 0; start < keys.length; ) {
    const key = keys[start] as string;
    let end = start + 1;
    while (end < keys.length && keys[end] === key) end++;
    let behind = indexKeysBetween(key, keys[end] ?? null, end - start - 1);
    while (behind === null) {
      // Nothing fits before the next one, which is its own length ahead: it moves along.
      end++;
      behind = indexKeysBetween(key, keys[end] ?? null, end - start - 1);
    }
    apart.splice(start + 1, behind.length, ...behind);
    start = end;
  }
  return apart;
}

/** A fraction before this one, and not the beginning of it; null where there is none. */
function shortestBelow(fraction: string): string | null {
  const zeros = /^0*/.exec(fraction)?.[0] ?? '';
  const first = fraction[zeros.length];
  if (first === undefined) return null;
  return zeros + (digits[Math.floor(digits.indexOf(first) / 2)] ?? '0');
}
