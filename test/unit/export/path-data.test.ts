import { describe, expect, test } from 'vitest';
import { parsePath, plainPath } from '../../../client/export/path-data.ts';

describe('path data', () => {
  test('[PDF1] a smooth curve bends by the control point before it, reflected once', () => {
    expect(plainPath('M0 0 q 50 -80 100 0 t 100 0 t 100 0')).toBe('M0 0Q50 -80 100 0Q150 80 200 0Q250 -80 300 0');
    expect(plainPath('M0 0C10 20 30 20 40 0S70 -20 80 0')).toBe('M0 0C10 20 30 20 40 0C50 -20 70 -20 80 0');
  });

  test('[PDF1] a smooth curve after another kind of command starts straight', () => {
    expect(plainPath('M10 10T20 20')).toBe('M10 10Q10 10 20 20');
    expect(plainPath('M0 0Q5 5 10 0S20 5 30 0')).toBe('M0 0Q5 5 10 0C10 0 20 5 30 0');
  });

  test('[PDF1] relative commands, repeated numbers and missing separators read as SVG says', () => {
    expect(plainPath('m10-10 5 5h10v-5z m1,1')).toBe('M10 -10L15 -5L25 -5L25 -10ZM11 -9');
    expect(plainPath('M.5.5L1e1-2.5E0')).toBe('M0.5 0.5L10 -2.5');
    expect(parsePath('M0 0a5 5 0 0110 0')).toEqual([
      { type: 'M', x: 0, y: 0 },
      { type: 'A', rx: 5, ry: 5, turnDegrees: 0, large: false, sweep: true, x: 10, y: 0 },
    ]);
  });

  test('[PDF1] an arc without radius is a line, and nothing is nothing', () => {
    expect(plainPath('M0 0A0 5 0 0 1 10 0')).toBe('M0 0L10 0');
    expect(plainPath('')).toBe('');
  });

  test('[PDF1] data that is cut off is an error, not half a drawing', () => {
    expect(() => plainPath('M0 0L10')).toThrow(RangeError);
    expect(() => plainPath('10 10')).toThrow(RangeError);
  });
});
