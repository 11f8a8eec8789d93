import { expect, test } from 'vitest';
import { sideBySide } from '../../../client/canvas/pictures/side-by-side.ts';

const right = ({ x, w }: { x: number; w: number }) => x + w;

test('[IMG30] pictures lie side by side around a point, in rows of four, none on another and none made larger', () => {
  const sizes = [
    { width: 4_000, height: 3_000 },
    { width: 100, height: 900 },
    { width: 50, height: 40 },
    null,
    { width: 800, height: 800 },
    { width: 0, height: 0 },
  ];
  const boxes = sideBySide(sizes, { x: 1_000, y: -500 });
  expect(boxes).toHaveLength(6);
  const [first, second, third, fourth, fifth, sixth] = boxes;
  if (!first || !second || !third || !fourth || !fifth || !sixth) throw new Error('fewer than six');
  expect(first).toMatchObject({ w: 480, h: 360 });
  expect(second).toMatchObject({ h: 480 });
  expect(third).toMatchObject({ w: 50, h: 40 });
  for (const [left, next] of [
    [first, second],
    [second, third],
    [third, fourth],
    [fifth, sixth],
  ] as const) {
    expect(next.x).toBeGreaterThan(right(left));
    expect(next.y).toBe(left.y);
  }
  expect(fifth.y).toBeGreaterThan(Math.max(...boxes.slice(0, 4).map(({ y, h }) => y + h)));
  // Around the point.
  expect((first.x + right(fourth)) / 2).toBeCloseTo(1_000);
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h));
  expect((first.y + bottom) / 2).toBeCloseTo(-500);
});
