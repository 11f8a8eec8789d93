import type { Language } from '../api/text.ts';
import { fillDates } from './dates.ts';
import type { Text } from './template.ts';

/** What a text of the method says depends on the board's language and the day it was made. */
export interface Said {
  readonly language: Language;
  readonly createdAtMs: number;
}

/** French sets these signs apart; a line must not begin or end with one. */
const frenchSpace = / (?=[?!:;»])|(?<=«) /g;
const noBreakSpace = '\u00a0';

/** For a name that is never broken into lines. */
export const nameOf = (text: Text, { language, createdAtMs }: Said): string =>
  fillDates(text[language], language, createdAtMs);

/** For text that is broken into lines. */
export const say = (text: Text, said: Said): string => spaced(nameOf(text, said), said.language);

export const spaced = (words: string, language: Language): string =>
  language === 'fr' ? words.replace(frenchSpace, noBreakSpace) : words;
