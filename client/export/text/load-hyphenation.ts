import type { Language } from '../../../shared/api/text.ts';
import { type Hyphenate, hyphenateWith } from '../compose/hyphenate.ts';

/** Patterns are up to 150 kB, packed: only those of the report's language are fetched. */
const patterns = {
  en: () => import('hyphen/en-gb/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  de: () => import('hyphen/de-1996/index.js'),
} as const satisfies Readonly<Record<Language, () => Promise<{ readonly default: unknown }>>>;

const softHyphen = '\u00ad';

export async function loadHyphenation(language: Language): Promise<Hyphenate> {
  const { default: rules } = await patterns[language]();
  const known = new Map<string, readonly string[]>();
  const hyphenate = hyphenateWith((letters) =>
    rules.hyphenateSync(letters, { hyphenChar: softHyphen }).split(softHyphen),
  );
  return (word) => {
    const found = known.get(word) ?? hyphenate(word);
    known.set(word, found);
    return found;
  };
}
