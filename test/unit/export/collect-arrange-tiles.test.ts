import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Arrangement, arrangeTiles, type Room, type Sheet } from '../../../client/export/collect/arrange-tiles.ts';

const paper: Room = { room: { width: 780, height: 440 }, gap: 16, head: 28 };
const a4 = { width: 1600, height: 1131 };
const a3 = { width: 2240, height: 1584 };
const inRow = (sizes: readonly { readonly width: number; readonly height: number }[], y = 0): Sheet[] =>
  sizes.map((size, index) => ({ ...size, at: { x: index * 2500, y } }));
const linesOf = ({ placed }: Arrangement): number[] => {
  const tops = placed.map(({ y }) => y);
  return [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
};

describe('overview of a board', () => {
  test('[COL4] a row that fills the paper stays a row', () => {
    expect(linesOf(arrangeTiles(inRow([a4, a4]), paper))).toEqual([2]);
  });

  test('[COL4] a long row is folded into lines of about one length, in its order', () => {
    const arranged = arrangeTiles(inRow([a4, a4, a4, a4, a4]), paper);
    expect(linesOf(arranged)).toEqual([3, 2]);
    const [first, , , fourth] = arranged.placed;
    expect(fourth?.x).toBe(first?.x);
    expect(fourth?.y).toBeGreaterThan(first?.y ?? Number.POSITIVE_INFINITY);
  });

  test('[COL4] sheets drawn for large paper and for small are of one height, and fill the paper', () => {
    const { placed, width, height } = arrangeTiles(inRow([a4, a3, a4, a3, a4]), paper);
    expect(new Set(placed.map((place) => place.height.toFixed(3))).size).toBe(1);
    expect(width > paper.room.width * 0.95 || height > paper.room.height * 0.95).toBe(true);
  });

  test('[COL4] rows of the board are not mixed, and what stands outside all frames comes last', () => {
    const sheets: Sheet[] = [{ ...a4, at: null }, ...inRow([a4, a3], 2000), ...inRow([a4, a4], 0)];
    const { placed } = arrangeTiles(sheets, paper);
    const [outside, ...rest] = placed;
    const [top, bottom] = [rest.slice(2), rest.slice(0, 2)];
    expect(Math.max(...top.map(({ y }) => y))).toBeLessThan(Math.min(...bottom.map(({ y }) => y)));
    expect(outside?.y).toBe(bottom[0]?.y);
    expect(outside?.x).toBeGreaterThan(Math.max(...bottom.map(({ x }) => x)));
  });

  test('[COL4] of forms that are about as large, the one that fills the width is taken', () => {
    const nine = inRow(Array.from({ length: 9 }, () => a4));
    expect(linesOf(arrangeTiles(nine, { room: { width: 757, height: 388 }, gap: 14, head: 16 }))).toEqual([5, 4]);
  });

  test('[COL4] frames below each other fill a lying sheet in several columns', () => {
    const column = Array.from({ length: 12 }, (_, index): Sheet => ({ ...a4, at: { x: 0, y: index * 1400 } }));
    expect(linesOf(arrangeTiles(column, paper))).toEqual([4, 4, 4]);
  });

  test('[COL4] however many frames there are, each has its place', () => {
    const many = inRow(Array.from({ length: 400 }, () => a4));
    const { placed } = arrangeTiles(many, paper);
    expect(placed.length).toBe(400);
    expect(Math.min(...placed.map(({ width }) => width))).toBeGreaterThan(1);
  });

  test('[COL4] whatever the board looks like: every sheet in its proportions, inside the paper, with room for its name, none over another', () => {
    const sheet = fc.record({
      width: fc.integer({ min: 300, max: 6000 }),
      height: fc.integer({ min: 300, max: 6000 }),
      at: fc.option(fc.record({ x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) })),
    });
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 24 }), (sheets) => {
        const { placed, width, height } = arrangeTiles(sheets, paper);
        expect(width).toBeLessThan(paper.room.width + 0.001);
        expect(height).toBeLessThan(paper.room.height + 0.001);
        for (const [index, place] of placed.entries()) {
          const { width: wide = 0, height: high = 1 } = sheets[index] ?? {};
          expect(place.width / place.height).toBeCloseTo(wide / high, 5);
          expect(place.y).toBeGreaterThan(paper.head - 0.001);
          expect(place.x + place.width).toBeLessThan(width + 0.001);
          for (const other of placed.slice(index + 1)) {
            const beside = place.x + place.width <= other.x || other.x + other.width <= place.x;
            const above =
              place.y + place.height <= other.y - paper.head || other.y + other.height <= place.y - paper.head;
            expect(beside || above).toBe(true);
          }
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
