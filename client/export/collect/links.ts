import type { TLShape } from 'tldraw';
import { readUrl } from '../../../shared/read-url.ts';

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Only what a reader of the file may safely follow. As it is written: one that was emptied because it is not safe, and one
 * that is no whole address, would lead to the page on which the file was made.
 */
export function safeLink(written: string): string | null {
  const url = readUrl(written);
  return url !== null && schemes.has(url.protocol) ? url.href : null;
}

/** Where a shape itself leads to, whatever its words do. */
export function linkOfShape({ props }: TLShape): string | null {
  const url = 'url' in props ? props.url : null;
  return typeof url === 'string' ? safeLink(url) : null;
}
