import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexKeyAbove, indexKeyAt, indexKeysBetween, isIndexKey } from '../../../shared/board/order.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { note } from '../board/support/records.ts';

const isLegal = (index: string) => {
  try {
    boardSchema.types.shape.validate(note('n', '', { index }));
    return isIndexKey(index);
  } catch {
    return false;
  }
};

const digit = fc.constantFrom(...'0123456789ABCXYZabcxyz');
const heads: readonly (readonly [string, number])[] = [
  ['a', 1],
  ['b', 2],
  ['c', 3],
  ['Z', 1],
  ['Y', 2],
];
const key = fc
  .tuple(fc.constantFrom(...heads), fc.array(digit, { maxLength: 5 }), fc.array(digit, { minLength: 3, maxLength: 3 }))
  .map(([[head, figures], fraction, whole]) => `${head}${whole.slice(0, figures).join('')}${fraction.join('')}`);

describe('[REV30] index keys', () => {
  it('[REV30] between two keys are legal, apart, in order, and the same each time', () => {
    fc.assert(
      fc.property(key, fc.option(key), fc.integer({ min: 1, max: 200 }), (one, two, count) => {
        fc.pre(one !== two);
        const [below, above] = two === null ? [one, null] : [one, two].sort();
        if (below === undefined || above === undefined) throw new Error('nothing to go between');
        const keys = indexKeysBetween(below, above, count);
        // No key is between another and the same with zeros behind.
        if (keys === null) return above?.startsWith(below) === true && /^0+$/.test(above.slice(below.length));
        const all = [below, ...keys, ...(above === null ? [] : [above])];
        expect(all.every((index, at) => at === 0 || index > (all[at - 1] ?? ''))).toBe(true);
        expect(keys.every(isLegal)).toBe(true);
        expect(indexKeysBetween(below, above, count)).toEqual(keys);
        return keys.length === count;
      }),
    );
  });

  it('[REV30] above a key are higher, and stay short however many there are', () => {
    let index: string = indexKeyAt(0);
    for (let count = 0; count < 5_000; count++) {
      const next = indexKeyAbove(index);
      if (!(next > index && isIndexKey(next))) throw new Error(`${next} above ${index}`);
      index = next;
    }
    expect(index).toHaveLength(4);
    for (const below of ['a0V', 'az', 'bzz', 'Z0', 'Zz', 'Yzz', 'y'.padEnd(27, 'z')]) {
      expect(indexKeyAbove(below) > below).toBe(true);
      expect(isLegal(indexKeyAbove(below))).toBe(true);
    }
  });

  it('[REV30] are told from what is none', () => {
    for (const index of ['a0', 'a1V', 'b00', 'Zz', 'a00']) expect(isIndexKey(index)).toBe(true);
    for (const index of ['', 'a', 'b0', 'a!', '00', 'a0 ', 'zzz', `a0${'V'.repeat(1_000)}`])
      expect(isIndexKey(index)).toBe(false);
  });
});
