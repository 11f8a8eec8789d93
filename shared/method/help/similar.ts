import type { CardView } from '../board-view.ts';
import { helpSettings } from './settings.ts';
import { plainOf, wordsOf } from './words/matcher.ts';

/** The same for titles that say the same but for capitals, punctuation and spaces. */
export const sameKey = (title: string): string =>
  wordsOf(plainOf(title))
    .map((word) => word.toLowerCase())
    .join(' ');

/**
 * Pairs of cards that say nearly the same, the older card first; of many that say the same, each with the first. Of words
 * in both, a share of the words in either; short titles only when they are the same.
 */
export function similarPairs(cards: readonly CardView[]): readonly (readonly [CardView, CardView])[] {
  const first = new Map<string, Entry>();
  const pairs: (readonly [CardView, CardView])[] = [];
  for (const card of cards.toSorted(byAge)) {
    const key = sameKey(card.title);
    const same = first.get(key);
    if (same !== undefined) pairs.push([same.card, card]);
    else if (key !== '') first.set(key, { card, key, words: new Set(key.split(' ')) });
  }
  const entries = [...first.values()];
  const frequency = new Map<string, number>();
  for (const { words } of entries) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const seen = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { words } = entry;
    if (words.size < helpSettings.sameWordsFrom) continue;
    const rarest = [...words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
    // Two sets that share enough share one of the rarest of each: only those are looked up.
    const prefix = rarest
      .slice(0, words.size - Math.ceil(helpSettings.sameWords * words.size) + 1)
      .filter((word) => (frequency.get(word) ?? 0) <= tooCommon);
    for (const other of new Set(prefix.flatMap((word) => seen.get(word) ?? [])))
      if (isSimilar(words, other.words)) pairs.push([other.card, entry.card]);
    for (const word of prefix) {
      const own = seen.get(word);
      if (own === undefined) seen.set(word, [entry]);
      else own.push(entry);
    }
  }
  return pairs;
}

/** A word in more titles than this tells nothing apart; it keeps boards of one pattern fast. */
const tooCommon = 60;

interface Entry {
  readonly card: CardView;
  readonly key: string;
  readonly words: ReadonlySet<string>;
}

function isSimilar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared) >= helpSettings.sameWords;
}

/** By when it was made, then by id: so that all agree on which card stays. */
const byAge = (a: CardView, b: CardView): number =>
  (a.createdAtMs ?? 0) - (b.createdAtMs ?? 0) || (a.id < b.id ? -1 : 1);
