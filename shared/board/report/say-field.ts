import type { Language } from '../../api/text.ts';
import { type FieldName, type FieldValue, fieldTypes } from '../../method/cards/fields.ts';
import type { Text } from '../../method/template.ts';
import { type ChoiceName, flagWords, valueWords } from '../../method/words/values.ts';
import { OrganisationId } from '../../protocol/ids.ts';
import { locales, sayDay, sayNumber } from './words/words.ts';

export interface FieldReader {
  readonly language: Language;
  /** Name of an organisation by its id; undefined for what is no id, as names of whom nobody has joined are. */
  readonly organisationNamed: (id: string) => string | undefined;
}

/** What a field says to a reader; empty where it says nothing. */
export function sayField(name: FieldName, value: FieldValue | undefined, reader: FieldReader): string {
  if (value === undefined) return '';
  const { language } = reader;
  switch (fieldTypes[name].type) {
    case 'choice': {
      const words: Readonly<Record<string, Text>> = valueWords[name as ChoiceName];
      return words[String(value)]?.[language] ?? String(value);
    }
    case 'score':
    case 'count':
      return sayNumber(Number(value), language);
    case 'date':
      return sayDay(String(value), language);
    case 'flag':
      return flagWords[value === true ? 'yes' : 'no'][language];
    case 'organisation':
      return sayOrganisation(String(value), reader);
    case 'organisations':
      // Two that were merged since have one name.
      return sayList([...new Set(listOf(value).map((entry) => sayOrganisation(entry, reader)))], language);
    case 'tags':
      return listOf(value).join(', ');
    case 'line':
    case 'text':
      return String(value).trim();
  }
}

/** Nothing for an id of nobody, which says nothing to a reader. */
export const sayOrganisation = (idOrName: string, { organisationNamed }: FieldReader): string =>
  organisationNamed(idOrName) ?? (OrganisationId.safeParse(idOrName).success ? '' : idOrName.trim());

const listOf = (value: FieldValue): readonly string[] => (typeof value === 'object' ? value : [String(value)]);

const sayList = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts.filter(Boolean));
