import { describe, expect, it } from 'vitest';
import { mergeText } from '../../../shared/board/merge-text.ts';
import { canonicalRichText, plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';

const say = (from: string, to: string, now: string) =>
  plainText(mergeText(plainRichText(from), plainRichText(to), plainRichText(now)));

const paragraph = (...words: readonly (string | [mark: string, text: string])[]) => ({
  type: 'paragraph',
  attrs: { dir: 'auto' },
  content: words.map((word) =>
    typeof word === 'string'
      ? { type: 'text', text: word }
      : { type: 'text', text: word[1], marks: [{ type: word[0] }] },
  ),
});
const text = (...content: readonly object[]): RichText => canonicalRichText({ type: 'doc', content }) as RichText;

describe('[CAN84] a change of a text is made in the text as it is by now', () => {
  for (const [from, to, now, wanted] of [
    ['one two', 'one two three', 'zero one two', 'zero one two three'],
    ['one two', 'two', 'one two!', 'two!'],
    ['one two three', 'one 2 three', 'one two three four', 'one 2 three four'],
    ['one', 'one and mine', 'one and theirs', 'one and theirs and mine'],
    ['one', 'uno', 'one', 'uno'],
    ['one', 'one', 'uno', 'uno'],
    ['one', 'one two', 'one two', 'one two'],
    ['one', 'one\ntwo', 'zero\none', 'zero\none\ntwo'],
    ['', 'set', 'typed', 'typedset'],
    ['abc', '', 'abc', ''],
    ['😀 a', '😀 a b', '😀😀 a', '😀😀 a b'],
  ] as const)
    it(`[CAN84] "${from}" → "${to}", where it says "${now}"`, () => {
      expect(say(from, to, now)).toBe(wanted.trim());
    });

  it('[CAN84] marks of both stay, letters stand there once', () => {
    const from = text(paragraph('one two'));
    const mine = text(paragraph(['bold', 'one'], ' two'));
    const theirs = text(paragraph('one ', ['italic', 'two'], '!'));
    expect(mergeText(from, mine, theirs)).toEqual(text(paragraph(['bold', 'one'], ' ', ['italic', 'two'], '!')));
    const alsoOne = text(paragraph(['italic', 'one'], ' two'));
    expect(plainText(mergeText(from, mine, alsoOne))).toBe('one two');
  });

  it('[CAN84] a paragraph that became a list takes along what was typed in it', () => {
    const list = (...items: readonly string[]) => ({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
    });
    const merged = mergeText(
      text(paragraph('a'), paragraph('b')),
      text(list('a', 'b')),
      text(paragraph('a!'), paragraph('b')),
    );
    expect(merged).toEqual(text(list('a!', 'b')));
  });

  it('[CAN84] changes that do not go together end with the one that is being made', () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] };
    const grown = {
      type: 'bulletList',
      content: ['a', 'b'].map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
    };
    const to = text(paragraph('c'));
    const merged = mergeText(text(list), to, text(grown));
    expect(() => canonicalRichText(merged)).not.toThrow();
    expect(canonicalRichText(merged)).not.toBeNull();
    expect(plainText(merged)).toContain('c');
  });

  it('[CAN84] a long text takes changes at both of its ends; one that is written anew is taken as it is', () => {
    const long = (seed: string) => Array.from({ length: 2_500 }, (_, n) => seed[n % seed.length]).join('');
    const text = long('ab');
    expect(say(text, `${text} mine`, `>${text}<`)).toBe(`>${text}< mine`);
    expect(say(text, long('cde'), `>${text}<`)).toBe(long('cde'));
  });

  it('[CAN84] whatever two people change, both changes are in it as long as they are apart', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    const random = seededRandom(seed);
    const letters = () => String.fromCharCode(97 + Math.floor(random() * 3)).repeat(1 + Math.floor(random() * 3));
    for (let round = 0; round < 200; round++) {
      const left = Array.from({ length: Math.floor(random() * 8) }, letters).join('');
      const right = Array.from({ length: Math.floor(random() * 8) }, letters).join('');
      const [from, to, now] = [`${left}|${right}`, `${left}|${letters()}`, `${letters()}|${right}`];
      expect(say(from, to, now), `SEED=${seed}: ${from} → ${to}, now ${now}`).toBe(
        `${now.split('|')[0]}|${to.split('|')[1]}`,
      );
    }
  });
});

/** mulberry32 */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
