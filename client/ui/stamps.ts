import type { Organisation } from '../../shared/api/workshops.ts';
import type { OrganisationId } from '../../shared/protocol/ids.ts';

/** How an organisation signs: two letters, a third where two clash, on one of ten colours. */
export interface StampMark {
  readonly name: string;
  readonly initials: string;
  /** 1 to 10, the number of a colour token. */
  readonly hue: number;
  /** The colours have begun again: the eleventh and later stamps wear a ring. */
  readonly ringed: boolean;
}

const hues = 10;

/** Every organisation's stamp. Who joined earlier keeps the shorter initials, so a newcomer never changes a known stamp. */
export function stampsOf(organisations: readonly Organisation[]): ReadonlyMap<OrganisationId, StampMark> {
  const taken = new Set<string>();
  const stamps = new Map<OrganisationId, StampMark>();
  for (const { id, name, colour } of organisations.toSorted((a, b) => a.colour - b.colour)) {
    const initials = firstFree(candidates(name), taken) ?? numbered(name, taken);
    taken.add(initials);
    stamps.set(id, { name, initials, ...colourOf(colour) });
  }
  return stamps;
}

/** @param place 1-based, in the order of joining. */
export const colourOf = (place: number): { readonly hue: number; readonly ringed: boolean } => ({
  hue: ((place - 1) % hues) + 1,
  ringed: place > hues,
});

const firstFree = (options: Iterable<string>, taken: ReadonlySet<string>): string | undefined => {
  for (const option of options) if (!taken.has(option)) return option;
  return undefined;
};

/** Words that carry the name: "of", "at the", "van de" stand back where two others are there to sign with. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capital = words.filter((word) => !/^\p{Ll}/u.test(word));
  return capital.length >= 2 ? capital : words;
}

/** First letter as a capital; "ß" would become two. */
const capital = (letter: string): string => [...letter.toUpperCase()][0] ?? '';

/** Two letters first; then three, from the third word and from what follows inside the words. */
function* candidates(name: string): Iterable<string> {
  const words = wordsOf(name).map((word) => [...word].map(capital));
  const [first = [], second, third] = words;
  if (first[0] === undefined) return;
  const base = first[0] + (second?.[0] ?? first[1] ?? '');
  yield base;
  if (third?.[0] !== undefined) yield base + third[0];
  const rest = second === undefined ? first.slice(2) : [...second.slice(1), ...first.slice(1)];
  for (const letter of rest) yield base + letter;
}

/** For names without letters, and where all their letters are taken. */
function numbered(name: string, taken: ReadonlySet<string>): string {
  const [first] = candidates(name);
  const start = first === undefined ? '#' : ([...first][0] ?? '#');
  let number = first === undefined ? 1 : 2;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}
