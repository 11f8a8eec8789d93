import { foldText } from '../../../../shared/fold-text.ts';
/** A stretch of a text, from one place up to another. */
export type Stretch = readonly [from: number, to: number];

/** Letters as they are compared, with the place in the text that each of them is from. */
interface Folded {
  readonly letters: string;
  /** One more than letters: the end of the text. */
  readonly places: readonly number[];
}

/** Without regard to case and accents. */
function fold(text: string): Folded {
  let letters = '';
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = foldText(sign);
    for (let index = 0; index < plain.length; index++) places.push(at);
    letters += plain;
    at += sign.length;
  }
  return { letters, places: [...places, at] };
}

/** The words somebody looks for, as they are compared. */
export const wordsOf = (query: string): readonly string[] => [
  ...new Set(
    fold(query)
      .letters.split(/\s+/)
      .filter((word) => word !== ''),
  ),
];

/** Where any of the words is in a text, in order and without overlaps. @param words of `wordsOf`. */
export function stretchesOf(text: string, words: readonly string[]): readonly Stretch[] {
  const { letters, places } = fold(text);
  const found: Stretch[] = [];
  for (const word of words)
    for (let at = letters.indexOf(word); at !== -1; at = letters.indexOf(word, at + word.length))
      found.push([places[at] ?? 0, places[at + word.length] ?? text.length]);
  const apart: Stretch[] = [];
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last !== undefined && from < last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

/** Whether every word is somewhere in the texts. */
export function holdsAll(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.map((text) => fold(text).letters);
  return words.every((word) => all.some((letters) => letters.includes(word)));
}
