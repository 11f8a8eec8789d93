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
