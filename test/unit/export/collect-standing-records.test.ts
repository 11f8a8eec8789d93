import type { TLRecord } from 'tldraw';
import { describe, expect, test } from 'vitest';
import { standingRecords } from '../../../client/export/stage/standing-records.ts';

const record = (typeName: string, id: string, rest: object = {}): TLRecord =>
  ({ typeName, id, ...rest }) as unknown as TLRecord;
const page = record('page', 'page:page');
const shape = (name: string, parent: string): TLRecord => record('shape', `shape:${name}`, { parentId: parent });
const standing = (...records: readonly TLRecord[]): readonly TLRecord[] =>
  standingRecords(new Map(records.map((each) => [each.id, each])));
const parents = (records: readonly TLRecord[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    records.flatMap((each) => (each.typeName === 'shape' ? [[each.id.slice('shape:'.length), each.parentId]] : [])),
  );

describe('records that a stage holds', () => {
  test('[COL2] what belongs to a screen is passed over, pages come first', () => {
    const kept = standing(
      record('camera', 'camera:1'),
      shape('b', 'page:page'),
      record('instance', 'instance:1'),
      page,
    );
    expect(kept.map(({ id }) => id)).toEqual(['page:page', 'shape:b']);
  });

  test('[COL2] of shapes that are parents of each other one stands on the page, and what hangs on them stays', () => {
    const kept = standing(
      page,
      shape('c', 'shape:a'),
      shape('a', 'shape:b'),
      shape('b', 'shape:c'),
      shape('d', 'shape:c'),
    );
    expect(parents(kept)).toEqual({ a: 'page:page', b: 'shape:c', c: 'shape:a', d: 'shape:c' });
  });

  test('[COL2] a shape that is its own parent stands on the page', () => {
    expect(parents(standing(page, shape('a', 'shape:a')))).toEqual({ a: 'page:page' });
  });

  test('[COL2] an arrow keeps the bindings whose shapes are there', () => {
    const bound = (id: string, toId: string): TLRecord => record('binding', id, { fromId: 'shape:arrow', toId });
    const kept = standing(
      page,
      shape('arrow', 'page:page'),
      shape('a', 'page:page'),
      bound('binding:1', 'shape:a'),
      bound('binding:2', 'shape:gone'),
    );
    expect(kept.filter(({ typeName }) => typeName === 'binding').map(({ id }) => id)).toEqual(['binding:1']);
  });
});
