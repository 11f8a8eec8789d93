import type { TLRecord } from '@tldraw/tlschema';
import { richTextOf } from './read-board.ts';
import { plainText } from './rich-text.ts';

/** Whether a shape still says only what its template put there; such ghosts are left out of exports and counts. */
export function isUntouchedStarter(record: TLRecord): boolean {
  const { starter } = record.meta;
  const text = richTextOf(record);
  return typeof starter === 'string' && text !== undefined && plainText(text) === starter;
}
