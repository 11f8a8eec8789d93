import type { Language } from '../../shared/api/text.ts';
import { localeOf } from './message.ts';

/** "September 2026". */
export const formatMonth = (atMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], { month: 'long', year: 'numeric' }).format(atMs);

/** "14:32". */
export const formatTime = (atMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], { timeStyle: 'short' }).format(atMs);

const startOfDayMs = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);

/** "today, 14:32", "yesterday, 09:05", "3 November", "3 November 2025". */
export function formatMoment(atMs: number, nowMs: number, language: Language): string {
  const locale = localeOf[language];
  // Rounded, because a day has 23 or 25 hours where clocks change.
  const days = Math.round((startOfDayMs(atMs) - startOfDayMs(nowMs)) / 86_400_000);
  if (days === 0 || days === -1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
    return `${day}, ${formatTime(atMs, language)}`;
  }
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(atMs);
}

/** "Jonas, Els and Rik" in the language in use. */
export const formatList = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf[language], { type: 'unit', style: 'short' }).format(items);
