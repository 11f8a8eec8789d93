import type { Language } from '../../api/text.ts';
import { titleMax } from '../cards/kinds.ts';
import type { Text } from '../template.ts';
import type { Finding, HelpParam, HelpText, Suggestion } from './finding.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' };

/** A French sign never begins a line. */
const frenchSpace = / (?=[?!:;»%])|(?<=«) /g;

function wordsOf(param: HelpParam, language: Language): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return String(param);
  if (!isList(param)) return param[language];
  const parts = param.map((part) => (typeof part === 'string' ? part : part[language]));
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts);
}

const isList = (param: HelpParam): param is readonly (string | Text)[] => Array.isArray(param);

function fill(text: Text, params: Finding['params'], language: Language): string {
  const words = language === 'fr' ? text.fr.replace(frenchSpace, '\u00a0') : text[language];
  return words.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const param = params[name];
    return param === undefined ? hole : wordsOf(param, language);
  });
}

/** What a finding says to a reader of this language. */
export function sayFinding(
  { params }: Pick<Finding, 'params'>,
  { chip, about, action }: HelpText,
  language: Language,
): { readonly chip: string; readonly about: string; readonly action: string | null } {
  return {
    chip: fill(chip, params, language),
    about: fill(about, params, language),
    action: action === undefined ? null : fill(action, params, language),
  };
}

/** The title of a card that a suggestion adds: no longer than a title may be, whatever it asks about. */
export function sayTitle({ title, about }: Extract<Suggestion, { type: 'add' }>, language: Language): string {
  const room = titleMax - fill(title, { title: '' }, language).length;
  return fill(title, { title: about.length > room ? `${about.slice(0, room - 1)}…` : about }, language);
}

/** On a card that takes another one in. */
export const sayMerged = (text: Text, who: string, title: string, language: Language): string =>
  fill(text, { who, title }, language);
