import type { Language } from '../../../api/text.ts';
import type { Withheld } from '../../export/withheld.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Counted, ReportTexts } from './texts.ts';

export const reportTexts: Readonly<Record<Language, ReportTexts>> = { en, nl, fr, de };

export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' };

const everywhere = <Format>(make: (locale: string) => Format): Readonly<Record<Language, Format>> => ({
  en: make(locales.en),
  nl: make(locales.nl),
  fr: make(locales.fr),
  de: make(locales.de),
});

// Making one takes longer than all else that a cell of a table takes.
const numbers = everywhere((locale) => new Intl.NumberFormat(locale));
const days = everywhere(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

export const sayNumber = (value: number, language: Language): string => numbers[language].format(value);

/** @param day `2026-10-15`, or a point in time of which the day in UTC is meant. */
export function sayDay(day: string | number, language: Language): string {
  const at = typeof day === 'number' ? day : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return String(day);
  return days[language].format(at);
}

/** The short form of tables, which no line ends within. @param day `2026-10-15` */
export function sayShortDay(day: string, language: Language): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], parts).format(at).replace(/\s/gu, '\u00a0');
}

export function sayCount(text: Counted, count: number, language: Language): string {
  const isOne = new Intl.PluralRules(locales[language]).select(count) === 'one';
  return (isOne ? text.one : text.other).replace('{count}', sayNumber(count, language));
}

const lists = everywhere((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const kindsWithheld = ['cards', 'notes', 'pictures', 'drawings'] as const satisfies readonly (keyof Withheld)[];

/** “41 cards, 12 notes and 3 pictures”. @returns null for nothing */
export function sayWithheld(withheld: Withheld, language: Language): string | null {
  const texts = reportTexts[language].front.withheld;
  const said = kindsWithheld
    .filter((kind) => withheld[kind] > 0)
    .map((kind) => sayCount(texts[kind], withheld[kind], language));
  return said.length === 0 ? null : lists[language].format(said);
}

/** A value behind what it is. */
export const labelled = (label: string, value: string, language: Language): string =>
  language === 'fr' ? `${label}\u00a0: ${value}` : `${label}: ${value}`;
