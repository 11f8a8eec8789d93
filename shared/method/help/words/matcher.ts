import { Language } from '../../../api/text.ts';

/** A word or some words in a row; `~` at the end stands for any ending, `'` joins on to what follows. */
interface Trigger {
  readonly words: string;
  /** Only within the first three words. */
  readonly opening: boolean;
}

export interface TriggerList {
  readonly anywhere?: readonly string[];
  readonly opening?: readonly string[];
  /** On boards in these languages not looked for: there the same letters are an everyday word. */
  readonly notOn?: readonly Language[];
}

export type TriggerWords = Readonly<Record<Language, readonly TriggerList[]>>;

/** @returns the words that were found, as they are written, or null */
export type FindWords = (text: string, boardLanguage: Language) => string | null;

const openingWords = 3;
const letter = '[\\p{L}\\p{M}\\p{N}]';

/**
 * Looks for words of all four languages, for cards stay in the language they were written in. Whole words only, with or
 * without capitals, however an apostrophe is typed.
 */
export function createMatcher(words: TriggerWords): FindWords {
  const byLanguage = new Map<Language, readonly { readonly pattern: RegExp; readonly opening: boolean }[]>();
  const patternsFor = (boardLanguage: Language) => {
    const known = byLanguage.get(boardLanguage);
    if (known !== undefined) return known;
    const triggers = Language.options.flatMap((language) =>
      words[language].filter(({ notOn = [] }) => !notOn.includes(boardLanguage)).flatMap(triggersOf),
    );
    const made = [false, true].flatMap((opening) => {
      const own = triggers.filter((trigger) => trigger.opening === opening);
      return own.length === 0 ? [] : [{ pattern: patternOf(own), opening }];
    });
    byLanguage.set(boardLanguage, made);
    return made;
  };
  return (text, boardLanguage) => {
    const plain = plainOf(text);
    for (const { pattern, opening } of patternsFor(boardLanguage)) {
      const found = pattern.exec(plain);
      if (found === null) continue;
      const end = found.index + found[0].length;
      if (!opening || countWords(plain.slice(0, end)) <= openingWords) return found[0];
    }
    return null;
  };
}

const triggersOf = ({ anywhere = [], opening = [] }: TriggerList): Trigger[] => [
  ...anywhere.map((words) => ({ words, opening: false })),
  ...opening.map((words) => ({ words, opening: true })),
];

function patternOf(triggers: readonly Trigger[]): RegExp {
  const parts = triggers.map(({ words }) => {
    const open = words
      .replace(/~$/, '')
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(' ', '\\s+');
    if (words.endsWith('~')) return `${open}${letter}*`;
    return words.endsWith("'") ? open : `${open}(?!${letter})`;
  });
  return new RegExp(`(?<!${letter})(?:${parts.join('|')})`, 'iu');
}

/** One way of writing apostrophes and accents. */
export const plainOf = (text: string): string => text.normalize('NFC').replace(/[’ʼ‘`´]/g, "'");

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
export const wordsOf = (text: string): readonly string[] => text.match(word) ?? [];
export const countWords = (text: string): number => wordsOf(text).length;

/** Whether these words stand in a text, whole and in a row. */
export function hasWords(text: string, words: string): boolean {
  const plain = plainOf(words).trim();
  return plain !== '' && patternOf([{ words: plain.replace(/\s+/g, ' '), opening: false }]).test(plainOf(text));
}
