import type { Language } from '../../../shared/api/text.ts';
import { type FieldName, type FieldValue, fieldTypes } from '../../../shared/method/cards/fields.ts';
import type { Text } from '../../../shared/method/template.ts';
import { type ChoiceName, flagWords, valueWords } from '../../../shared/method/words/values.ts';
import { localeOf } from '../../i18n/message.ts';
import type { People } from './people.ts';

/** What a card's values are read with. */
export interface ValueReader {
  readonly language: Language;
  readonly people: People;
}

/** What a field says on a card's face; empty where it says nothing. */
export function valueText(name: FieldName, value: FieldValue | undefined, reader: ValueReader): string {
  if (value === undefined) return '';
  const { language, people } = reader;
  const organisation = (idOrName: string): string => people.stamp(idOrName)?.name ?? '';
  switch (fieldTypes[name].type) {
    case 'choice':
      return choiceText(name as ChoiceName, String(value), language);
    case 'score':
    case 'count':
      return formatNumber(Number(value), language);
    case 'date':
      return formatDay(String(value), language, { day: 'numeric', month: 'short', year: 'numeric' });
    case 'flag':
      return flagWords[value === true ? 'yes' : 'no'][language];
    case 'organisation':
      return organisation(String(value));
    case 'organisations':
      return [...new Set(listOf(value).map(organisation))].filter(Boolean).join(', ');
    case 'tags':
      return listOf(value).join(', ');
    case 'line':
    case 'text':
      return String(value);
  }
}

const listOf = (value: FieldValue): readonly string[] => (typeof value === 'object' ? value : [String(value)]);

function choiceText(name: ChoiceName, value: string, language: Language): string {
  const words: Readonly<Record<string, Text>> = valueWords[name];
  return words[value]?.[language] ?? value;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param day `2026-10-15` */
export function formatDay(day: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const key = `${language} ${Object.values(parts).join(' ')}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf[language], { ...parts, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(at);
}

const numberFormats = new Map<Language, Intl.NumberFormat>();

export function formatNumber(value: number, language: Language): string {
  let format = numberFormats.get(language);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf[language]);
    numberFormats.set(language, format);
  }
  return format.format(value);
}
