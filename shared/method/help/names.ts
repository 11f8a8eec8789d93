import type { HelpBoard } from './help-board.ts';
import { hasWords, plainOf, wordsOf } from './words/matcher.ts';

/** A form of address before a name: somebody in particular is meant. */
const address =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Dr|Meneer|Mevrouw|Monsieur|Madame|Mme|Mlle|Herr|Herrn|Frau|M\.)\.?\s+\p{Lu}[\p{L}\p{M}'-]+/u;

/** Shorter names are also words. */
const shortestName = 3;

/** @returns the person or organisation that a text names, as it is written there or known by; null for none */
export type FindName = (text: string) => string | null;

/**
 * Organisations of the workshop by their whole name, people by a form of address or by the name they joined with. A
 * single name counts with a capital and not as the first word, where every word has one.
 */
export function createNameFinder({ organisations, authors }: HelpBoard): FindName {
  const people = [...new Set([...authors.values()].map(({ name }) => name.trim()))].filter(
    (name) => name.length >= shortestName,
  );
  const whole = [...organisations.map(({ name }) => name), ...people.filter((name) => name.includes(' '))].filter(
    (name) => name.length >= shortestName,
  );
  const single = new Set(people.filter((name) => !name.includes(' ')));
  return (text) => {
    const addressed = address.exec(plainOf(text))?.[0];
    if (addressed !== undefined) return addressed;
    const named = whole.find((name) => hasWords(text, name));
    return (
      named ??
      wordsOf(text)
        .slice(1)
        .find((word) => single.has(word)) ??
      null
    );
  };
}

/** Whether a name is a person's, as far as a form of address tells. */
export const isAddressed = (title: string): boolean => address.test(plainOf(title));

/** Whether a name is a person's: somebody who takes part, or anybody who is addressed. */
export const isPerson = (title: string, { authors }: HelpBoard): boolean =>
  isAddressed(title) || [...authors.values()].some(({ name }) => name.trim() === title.trim());
