import type { Language } from '../api/text.ts';

/** Days a template may name; all follow from the day the board is made. Counted in UTC, so that every server agrees. */
export const dateNames = ['today', 'in90Days', 'inOneYear', 'halfWay', 'yearBefore', 'visionDate'] as const;
export type DateName = (typeof dateNames)[number];

const dayMs = 86_400_000;

/** The vision date is the end of the year four years ahead: far enough that an impact is more than a milestone. */
function datesFrom(createdAtMs: number): Record<DateName, Date> {
  const today = new Date(createdAtMs);
  const year = today.getUTCFullYear();
  const visionDate = new Date(Date.UTC(year + 4, 11, 31));
  const nextYear = new Date(today);
  nextYear.setUTCFullYear(year + 1);
  return {
    today,
    in90Days: new Date(createdAtMs + 90 * dayMs),
    inOneYear: nextYear,
    halfWay: new Date(Date.UTC(year + 2, 11, 31)),
    yearBefore: new Date(Date.UTC(year + 3, 11, 31)),
    visionDate,
  };
}

/** Days as people of that language write them. */
export function fillDates(text: string, language: Language, createdAtMs: number): string {
  if (!text.includes('{')) return text;
  const locale = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' }[language];
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const dates = datesFrom(createdAtMs);
  return text.replace(/\{(\w+)\}/g, (_, name: DateName) => format.format(dates[name]));
}
