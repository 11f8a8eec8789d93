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

/** "5 minutes ago", "yesterday", "3 weeks ago", by the days of the calendar. Null: less than a minute ago. */
export function formatAgo(atMs: number, nowMs: number, language: Language): string | null {
  const minutes = Math.floor((nowMs - atMs) / 60_000);
  if (minutes < 1) return null;
  const format = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' });
  const days = Math.round((startOfDayMs(nowMs) - startOfDayMs(atMs)) / 86_400_000);
  // Late in the evening is not yet "yesterday" to whoever is still at it.
  if (minutes < 60) return format.format(-minutes, 'minute');
  if (days === 0 || minutes < 6 * 60) return format.format(-Math.floor(minutes / 60), 'hour');
  if (days < 14) return format.format(-days, 'day');
  if (days < 60) return format.format(-Math.floor(days / 7), 'week');
  if (days < 365) return format.format(-Math.floor(days / 30), 'month');
  return format.format(-Math.floor(days / 365), 'year');
}

/** "Jonas, Els and Rik" in the language in use. */
export const formatList = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf[language], { type: 'unit', style: 'short' }).format(items);
