import type { Language } from '../../shared/api/text.ts';

/** A text that depends on a number, by the categories of Intl.PluralRules; `other` stands in for those left out. */
export interface Plural {
  readonly one: string;
  readonly many?: string;
  readonly other: string;
}
export type Message = string | Plural;

/** Names between braces in a message. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type ParamsOf<M> = M extends string
  ? { readonly [Name in NamesIn<M>]: string | number }
  : M extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? { readonly count: number } & { readonly [Name in Exclude<NamesIn<One | Other>, 'count'>]: string | number }
    : never;

/** Nothing for a message without names, else one object with all of them. */
export type ArgumentsOf<M> = [keyof ParamsOf<M>] extends [never] ? [] : [params: ParamsOf<M>];

/** An area in another language than English: the same keys, plural where English is. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Plural;
};

/** English dates are written the way Europe does. */
export const localeOf: Record<Language, string> = { en: 'en-GB', nl: 'nl', fr: 'fr', de: 'de' };

const once = <Value>(make: (language: Language) => Value) => {
  const made = new Map<Language, Value>();
  return (language: Language): Value => {
    const value = made.get(language) ?? make(language);
    made.set(language, value);
    return value;
  };
};
const pluralRules = once((language) => new Intl.PluralRules(localeOf[language]));
const numberFormat = once((language) => new Intl.NumberFormat(localeOf[language]));

/** Fills a message. A name without a value stays visible in braces: a hole in the text would hide the mistake. */
export function formatMessage(
  message: Message,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  let text: string;
  if (typeof message === 'string') text = message;
  else {
    const category = pluralRules(language).select(Number(params.count));
    text = (category === 'one' || category === 'many' ? message[category] : undefined) ?? message.other;
  }
  return spaced(text, language).replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? numberFormat(language).format(value) : value;
  });
}

/** French sets a space before these signs, and no line may begin with them. */
const spaced = (text: string, language: Language): string =>
  language === 'fr'
    ? text
        .replace(/ ([?!;»])/g, '\u202f$1')
        .replace(/« /g, '«\u202f')
        .replaceAll(' :', '\u00a0:')
    : text;
