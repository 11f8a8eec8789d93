import type { Organisation } from '../../../../shared/api/workshops.ts';
import { foldText } from '../../../../shared/fold-text.ts';

const wordsOf = (name: string): readonly string[] => foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shorter names than this many letters are too easily alike. */
const lettersMin = 3;

/**
 * Pairs of organisations that may be one under two names: the same letters, one mistyped letter, one cut short
 * ("City", "City of M.", "City of Merelbrugge"), or initials ("WWF"). The one that joined earlier stands first.
 */
export function likelyDuplicates(
  organisations: readonly Organisation[],
): readonly { readonly first: Organisation; readonly second: Organisation }[] {
  const ordered = organisations.toSorted((a, b) => a.colour - b.colour);
  return ordered.flatMap((first, place) =>
    ordered.slice(place + 1).flatMap((second) => (areAlike(first.name, second.name) ? [{ first, second }] : [])),
  );
}

function areAlike(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const [lettersOne, lettersTwo] = [one.join(''), two.join('')];
  if (Math.min(lettersOne.length, lettersTwo.length) < Math.min(lettersMin, 2)) return false;
  return (
    lettersOne === lettersTwo ||
    isMistyped(lettersOne, lettersTwo) ||
    isCutShort(one, two) ||
    isCutShort(two, one) ||
    areInitials(a, b) ||
    areInitials(b, a)
  );
}

/** Every word of the shorter one begins the word in its place. */
const isCutShort = (short: readonly string[], long: readonly string[]): boolean =>
  (short[0]?.length ?? 0) >= lettersMin &&
  short.length <= long.length &&
  short[0] === long[0] &&
  short.every((word, place) => long[place]?.startsWith(word) === true);

/** "WWF", "UvA": as long as a name has words, or those of its words that carry it. */
function areInitials(short: string, long: string): boolean {
  const [only, ...others] = wordsOf(short);
  if (only === undefined || others.length > 0 || only.length < 2) return false;
  const words = long.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capital = words.filter((word) => !/^\p{Ll}/u.test(word));
  const initials = (of: readonly string[]) => foldText(of.map((word) => [...word][0] ?? '').join(''));
  return words.length > 1 && (only === initials(words) || only === initials(capital));
}

/** One letter more, less or other, or two that changed places; in names long enough for that to be no accident. */
function isMistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
