/** The parts of a word, in order, between which a line may end with a hyphen; a word that is not parted is one. */
export type Hyphenate = (word: string) => readonly string[];

/** For words of a language whose rules are not known. */
export const unparted: Hyphenate = (word) => [word];

/** Points of hyphenation as the language has them, in a word of letters alone. */
export type FindHyphens = (word: string) => readonly string[];

/** What stands before and behind the letters of a word stays with them: quotes, an article that is cut short, a comma. */
const lettersWithin = /^((?:.*[^\p{L}\p{M}])?)(\p{L}[\p{L}\p{M}]{5,})([^\p{L}\p{M}]*)$/su;
/** Names of firms and abbreviations have rules of their own. */
const capitalWithin = /^.+\p{Lu}/u;
/** Letters that go on to the next line at least, and that stay at least. */
const least = { before: 2, behind: 3 } as const;

/** Parts that are too short to be read stay with their neighbours. */
export const hyphenateWith =
  (find: FindHyphens): Hyphenate =>
  (word) => {
    const [, before, letters, behind] = lettersWithin.exec(word) ?? [];
    if (letters === undefined || capitalWithin.test(letters)) return [word];
    const parts: string[] = [];
    for (const part of find(letters)) {
      const last = parts.at(-1);
      if (last !== undefined && last.length < least.before) parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
    const end = parts.at(-1);
    if (parts.length > 1 && end !== undefined && end.length < least.behind)
      parts.splice(-2, 2, parts.slice(-2).join(''));
    return parts.map(
      (part, index) => `${index === 0 ? (before ?? '') : ''}${part}${index === parts.length - 1 ? (behind ?? '') : ''}`,
    );
  };
