import type { Language } from '../../shared/api/text.ts';
import { localeOf } from '../i18n/message.ts';

/** Longest name every system takes, with room for a number that the browser may add. Characters. */
const longest = 180;
// What Windows, macOS or Linux refuse in a name, and control signs.
const refused = /[\\/:*?"<>|\p{Cc}]/gu;

export type FileExtension = 'pdf' | 'png' | 'svg' | 'csv' | 'zip' | 'md' | 'json' | 'tldr';

interface NamedAfter {
  readonly workshop: string;
  /** Null for a file of the whole workshop. */
  readonly board: string | null;
  readonly atMs: number;
  readonly language: Language;
}

/** "Full Plates - Root cause tree - 25 Nov 2026.pdf" */
export function exportFileName({ workshop, board, atMs, language }: NamedAfter, extension: FileExtension): string {
  // The day that the report has on its cover.
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const date = new Intl.DateTimeFormat(localeOf[language], parts).format(atMs);
  const clean = (text: string): string => text.replace(refused, ' ').replace(/\s+/gu, ' ').trim();
  const day = ` - ${clean(date)}`;
  const name = Array.from(board === null ? clean(workshop) : `${clean(workshop)} - ${clean(board)}`)
    .slice(0, longest - day.length)
    .join('');
  return `${name.trim()}${day}.${extension}`;
}

/** Somebody's own name, with the ending that opens the file; the proposed one where nothing is left of it. */
export function ownFileName(name: string, proposed: string): string {
  const extension = proposed.slice(proposed.lastIndexOf('.'));
  const trimmed = name.replace(refused, ' ').trim();
  const bare = trimmed.toLowerCase().endsWith(extension) ? trimmed.slice(0, -extension.length).trim() : trimmed;
  return bare === '' ? proposed : `${bare}${extension}`;
}
