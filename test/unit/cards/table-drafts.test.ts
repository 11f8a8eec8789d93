import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caretAfter, mergeDraft } from '../../../client/cards/panel/merge-draft.ts';

test('[TAB13] two people who write in one title at the same time both keep their words', () => {
  expect(mergeDraft('cold room', 'cold room full', 'the cold room')).toBe('the cold room full');
  expect(mergeDraft('cold room', 'warm room', 'cold store')).toBe('warm store');
  expect(mergeDraft('abc', 'abXc', 'abYc')).toBe('abYXc');
  expect(mergeDraft('abc', 'abc', 'x')).toBe('x');
  expect(mergeDraft('abc', 'x', 'abc')).toBe('x');
});

test('[TAB13] what either adds at a place of its own is in the end, whatever it is', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (before, middle, after) => {
      const base = `${before}|${middle}|${after}`;
      const mine = `${before}|${middle}|M${after}`;
      const theirs = `T${before}|${middle}|${after}`;
      expect(mergeDraft(base, mine, theirs)).toBe(`T${before}|${middle}|M${after}`);
      expect(mergeDraft(base, theirs, mine)).toBe(`T${before}|${middle}|M${after}`);
    }),
    { seed: 11, numRuns: 500 },
  );
});

test('[TAB14] a caret stays between the characters it stood between', () => {
  expect(caretAfter('cold room', 'the cold room', 5)).toBe(9);
  expect(caretAfter('cold room', 'cold store room', 4)).toBe(4);
  expect(caretAfter('cold room', 'room', 7)).toBe(2);
  expect(caretAfter('cold room', 'cold', 9)).toBe(4);
});
