import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeOutline, type Outline } from '../../../client/export/write/encode-outline.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** A simple glyph of the `glyf` table, as its specification has it. */
function decode(bytes: Uint8Array): Point[][] {
  const view = new DataView(bytes.buffer);
  const count = view.getInt16(0);
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(10 + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2 + 2 + view.getUint16(10 + count * 2);
  const flags = Array.from({ length: total }, () => view.getUint8(at++));
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [axis(2, 16), axis(4, 32)];
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, onCurve: (flag & 1) === 1 }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

const place = fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 }));
const step = fc.oneof(
  place.map((args) => ({ command: 'lineTo', args })),
  fc.tuple(place, place).map(([a, b]) => ({ command: 'quadraticCurveTo', args: [...a, ...b] })),
);
const contour = fc
  .tuple(place, fc.array(step, { minLength: 1, maxLength: 12 }))
  .map(([start, steps]) => [{ command: 'moveTo', args: start }, ...steps, { command: 'closePath', args: [] }]);

function told({ commands }: Outline): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    for (let at = 0; at < args.length; at += 2)
      contours.at(-1)?.push({
        ...{ x: args[at] ?? 0, y: args[at + 1] ?? 0 },
        onCurve: command !== 'quadraticCurveTo' || at === 2,
      });
  }
  return contours;
}

test('[SCR12] an outline that was written is the same when it is read', () => {
  fc.assert(
    fc.property(fc.array(contour, { minLength: 1, maxLength: 4 }), (contours) => {
      const outline = { commands: contours.flat() };
      const bytes = encodeOutline(outline);
      expect(bytes.length % 4).toBe(0);
      expect(decode(bytes)).toEqual(told(outline));
    }),
    { seed: 20261125 },
  );
});

test('[SCR12] an empty outline takes no bytes', () => {
  expect(encodeOutline({ commands: [] })).toHaveLength(0);
});
