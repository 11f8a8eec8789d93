import type { Language } from '../../../../shared/api/text.ts';
import { localeOf } from '../../../i18n/message.ts';

const dayKey = (atMs: number): string => new Date(atMs).toDateString();

const startOfDayMs = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);

/** "14:32". */
export const formatTime = (atMs: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf[language], { timeStyle: 'short' }).format(atMs);

/** "today", "yesterday", "Monday 23 November", "3 November 2025". */
export function formatDay(atMs: number, nowMs: number, language: Language): string {
  const locale = localeOf[language];
  // Rounded, because a day has 23 or 25 hours where clocks change.
  const days = Math.round((startOfDayMs(atMs) - startOfDayMs(nowMs)) / 86_400_000);
  if (days === 0 || days === -1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? { weekday: 'long' } : { year: 'numeric' }),
  }).format(atMs);
}

/** "today, 14:32", "Monday 23 November, 14:32": one exact moment, however long ago. */
export const formatPoint = (atMs: number, nowMs: number, language: Language): string =>
  `${formatDay(atMs, nowMs, language)}, ${formatTime(atMs, language)}`;

export interface Day<Item> {
  readonly key: string;
  readonly atMs: number;
  readonly items: readonly Item[];
}

/** Items by the calendar day of whoever reads them, in the order they come in. */
export function groupByDay<Item>(items: readonly Item[], atMsOf: (item: Item) => number): readonly Day<Item>[] {
  const days = new Map<string, { readonly atMs: number; readonly items: Item[] }>();
  for (const item of items) {
    const atMs = atMsOf(item);
    const day = days.get(dayKey(atMs));
    if (day === undefined) days.set(dayKey(atMs), { atMs, items: [item] });
    else day.items.push(item);
  }
  return [...days].map(([key, { atMs, items: ofDay }]) => ({ key, atMs, items: ofDay }));
}
