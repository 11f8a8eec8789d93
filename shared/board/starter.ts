import type { TLRecord } from '@tldraw/tlschema';
import { isShape, richTextOf } from './read-board.ts';
import { plainText } from './rich-text.ts';

/**
 * Whether a shape still says only what its template put there; such ghosts are left out of exports and counts. A card
 * invites with its placeholder and is a ghost while it has no words; a box of plain text begins with the words.
 */
export function isUntouchedStarter(record: TLRecord): boolean {
  const text = richTextOf(record);
  if (text === undefined) return false;
  if (isShape(record) && record.type === 'card') return record.props.placeholder !== '' && plainText(text) === '';
  const { starter } = record.meta;
  return typeof starter === 'string' && plainText(text) === starter;
}
