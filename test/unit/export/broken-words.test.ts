import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesByLine, type Rect } from '../../../client/export/collect/broken-words.ts';

/** As a browser breaks a word that is wider than its line: as many letters as fit, one at least. */
function browser(widths: readonly number[], room: number) {
  const lines: number[][] = [[]];
  let left = room;
  for (const [letter, width] of widths.entries()) {
    if (width > left && lines.at(-1)?.length !== 0) {
      lines.push([]);
      left = room;
    }
    lines.at(-1)?.push(letter);
    left -= width;
  }
  let reads = 0;
  const rectsOf = (start: number, end: number): readonly Rect[] => {
    reads += 1;
    return lines.flatMap((letters, line) => {
      const shown = letters.filter((letter) => letter >= start && letter < end);
      const before = letters.filter((letter) => letter < start);
      const width = (some: readonly number[]) => some.reduce((sum, letter) => sum + (widths[letter] ?? 0), 0);
      return shown.length === 0 ? [] : [{ left: width(before), top: line * 20, width: width(shown) }];
    });
  };
  return { lines, rectsOf, reads: () => reads };
}

const endsOf = (widths: readonly number[]): readonly number[] => widths.map((_, index) => index + 1);

test('[PDF45] a word that was broken is told line by line as the browser broke it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 120 }),
      fc.integer({ min: 10, max: 300 }),
      (widths, room) => {
        const { lines, rectsOf } = browser(widths, room);
        const pieces = piecesByLine(endsOf(widths), rectsOf);
        expect(pieces.map(({ start, end }) => [start, end])).toEqual(
          lines.map((letters) => [letters[0], (letters.at(-1) ?? 0) + 1]),
        );
        expect(pieces.map(({ rect }) => rect.top)).toEqual(lines.map((_, index) => index * 20));
      },
    ),
  );
});

test('[PDF45] letters of several signs stay whole', () => {
  const { rectsOf } = browser([10, 0, 10, 0, 10, 0], 20);
  expect(piecesByLine([2, 4, 6], rectsOf).map(({ start, end }) => [start, end])).toEqual([
    [0, 4],
    [4, 6],
  ]);
});

test('[PDF45] the browser is asked for places a few times a line, however long the word', () => {
  const widths = Array.from({ length: 3_000 }, (_, index) => [4, 9, 11, 7, 16, 5, 10][(index * index) % 7] ?? 8);
  const { lines, rectsOf, reads } = browser(widths, 170);
  piecesByLine(endsOf(widths), rectsOf);
  expect(lines.length).toBeGreaterThan(140);
  expect(reads()).toBeLessThan(3 * lines.length);
});
