import { describe, expect, test } from 'vitest';
import { type Readable, readingOrder } from '../../../client/export/collect/reading-order.ts';

const at = (id: string, type: string, x: number, y: number, width = 100, height = 100): Readable => ({
  id,
  type,
  box: { x, y, width, height },
});
const orderOf = (shapes: readonly Readable[]): string[] =>
  [...readingOrder(shapes)].sort(([, a], [, b]) => a - b).map(([id]) => id);

describe('reading order', () => {
  test('[PDF15] heading first, then zone by zone with what is in it', () => {
    const shapes = [
      at('note right', 'note', 620, 300),
      at('note left below', 'note', 60, 500),
      at('zone right', 'zone', 600, 110, 500, 900),
      at('note left above', 'note', 300, 200),
      at('slot', 'zone', 640, 420, 300, 100),
      at('zone left', 'zone', 40, 108, 500, 900),
      at('heading', 'heading', 0, 0, 1600, 88),
      at('foot', 'label', 40, 1090, 400, 30),
    ];
    expect(orderOf(shapes)).toEqual([
      'heading',
      'zone left',
      'note left above',
      'note left below',
      'zone right',
      'note right',
      'slot',
      'foot',
    ]);
  });

  test('[CLU25] what is in a cluster is read together after its name, where the name stands', () => {
    const shapes = [
      at('zone', 'zone', 0, 100, 900, 900),
      at('a1', 'card', 10, 150),
      at('b1', 'card', 310, 150),
      at('a2', 'card', 10, 300),
      at('b2', 'card', 310, 300),
      at('loose', 'card', 10, 500),
      at('other zone', 'zone', 1000, 100, 900, 900),
    ];
    const names = [
      { id: 'B', box: { x: 300, y: 120, width: 120, height: 30 }, ids: ['b1', 'b2'] },
      { id: 'A', box: { x: 0, y: 120, width: 120, height: 30 }, ids: ['a1', 'a2'] },
    ];
    const order = [...readingOrder(shapes, names)].sort(([, a], [, b]) => a - b).map(([id]) => id);
    expect(order).toEqual(['zone', 'A', 'a1', 'a2', 'B', 'b1', 'b2', 'loose', 'other zone']);
  });

  test('[PDF15] without zones shapes are read in rows, and equal places in one fixed order', () => {
    const shapes = [
      at('d', 'note', 0, 300),
      at('b', 'note', 300, 20),
      at('c', 'note', 300, 20),
      at('a', 'note', 0, 10),
    ];
    expect(orderOf(shapes)).toEqual(['a', 'b', 'c', 'd']);
    expect(orderOf(shapes.toReversed())).toEqual(['a', 'b', 'c', 'd']);
  });
});
