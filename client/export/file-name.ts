import type { Language } from '../../shared/api/text.ts';
import { localeOf } from '../i18n/message.ts';

/** Longest name every system takes, with room for a number that the browser may add. Characters. */
const longest = 180;
// What Windows, macOS or Linux refuse in a name, and control signs.
const refused = /[\\/:*?"<>|\p{Cc}]/gu;

/** "Full Plates - Root cause tree - 25 Nov 2026.pdf" */
export function exportFileName(
  facts: { readonly workshop: string; readonly board: string; readonly atMs: number; readonly language: Language },
  extension: 'pdf' | 'csv' | 'json',
): string {
  const date = new Intl.DateTimeFormat(localeOf[facts.language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(facts.atMs);
  const clean = (text: string): string => text.replace(refused, ' ').replace(/\s+/gu, ' ').trim();
  const day = ` - ${clean(date)}`;
  const name = Array.from(`${clean(facts.workshop)} - ${clean(facts.board)}`)
    .slice(0, longest - day.length)
    .join('');
  return `${name.trim()}${day}.${extension}`;
}
