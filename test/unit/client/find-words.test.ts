import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsAll, stretchesOf, wordsOf } from '../../../client/pages/board/tools/find-words.ts';

const marked = (text: string, query: string): readonly string[] =>
  stretchesOf(text, wordsOf(query)).map(([from, to]) => text.slice(from, to));

it('[TOL11] words are found without regard to case, accents and order', () => {
  expect(marked('Le café Élan ferme à CINQ heures', 'cinq elan cafe')).toEqual(['café', 'Élan', 'CINQ']);
  expect(marked('Cafe\u0301 👍🏽 straße', 'café stra')).toEqual(['Cafe\u0301', 'stra']);
  expect(marked('aaaa', 'aa a')).toEqual(['aa', 'aa']);
  expect(holdsAll(['Shops order too much', 'by Anna'], wordsOf('anna SHOPS'))).toBe(true);
  expect(holdsAll(['Shops order too much'], wordsOf('anna shops'))).toBe(false);
  expect(wordsOf('  ')).toEqual([]);
});

it('[TOL12] what is marked of a text are stretches of it, in order and apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 6 }), (text, query) => {
      let end = 0;
      for (const [from, to] of stretchesOf(text, wordsOf(query))) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        end = to;
      }
    }),
    { seed: 11 },
  );
});
