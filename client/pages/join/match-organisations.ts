import type { Organisation } from '../../../shared/api/workshops.ts';
import { foldText } from '../../../shared/fold-text.ts';

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const folded = (text: string): string => foldText(tidy(text));

/** Whether the server takes both for one organisation: it matches without case, but with accents. */
export const sameOrganisation = (a: string, b: string): boolean => tidy(a).toLowerCase() === tidy(b).toLowerCase();

/** Organisations whose name holds the text; those that begin with it come first. All of them for an empty text. */
export function matchOrganisations(organisations: readonly Organisation[], text: string): readonly Organisation[] {
  const wanted = folded(text);
  const rank = (name: string): number => {
    const place = folded(name).indexOf(wanted);
    return place <= 0 ? place : folded(name)[place - 1] === ' ' ? 1 : 2;
  };
  return organisations
    .filter(({ name }) => rank(name) >= 0)
    .toSorted((a, b) => rank(a.name) - rank(b.name) || a.colour - b.colour);
}
