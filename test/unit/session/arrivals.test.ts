import { pino } from 'pino';
import { expect, it } from 'vitest';
import { arrive } from '../../../server/session/arrivals.ts';
import { atFreePlaces } from '../../../server/session/free-places.ts';
import { localBox } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { overlaps } from '../../../shared/method/behaviours/arrange.ts';
import { card } from '../board/support/cards.ts';
import { shape } from '../board/support/records.ts';

const boxOf = (record: AnyRecord) => {
  const { w, h } = localBox(record as unknown as BoardShape);
  return { x: Number(record.x), y: Number(record.y), w, h };
};

it('[BRK28] of more cards than are arranged none lies on another, whoever wrote them where; those in sight of their place stay near it', () => {
  const groups = ['a', 'b', 'c'].map((group) =>
    Array.from({ length: 150 }, (_, at) =>
      // Each group in the same fifteen places.
      card(`${group}${at}`, `Card ${at}`, {}, { kind: 'problem', x: (at % 15) * 300, y: 200 }),
    ),
  );
  const board = new Map(
    [card('there', 'There', {}, { kind: 'problem', x: 0, y: 200 })].map((one) => [one.id as string, one]),
  );
  const { arrivals, around } = arrive(
    board,
    groups.map((records) => ({ records })),
    { template: null, log: pino({ level: 'silent' }), isLoose: () => false },
  );
  const come = arrivals.flatMap((part) => Object.values(part));
  expect(come).toHaveLength(450);
  expect(Object.keys(around.updated)).toEqual([]);
  const boxes = [...board.values(), ...come].map(boxOf);
  const stacked = boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlaps(box, other)));
  expect(stacked).toEqual([]);
  // Where nothing lay it is where it was written.
  expect(come.find(({ id }) => id === 'shape:a1')).toMatchObject({ x: 300, y: 200 });
});

const mapOf = (records: readonly AnyRecord[]) => new Map(records.map((one) => [one.id as string, one]));
/** All on one spot. */
const pile = (count: number) => Array.from({ length: count }, (_, at) => card(`p${at}`, 'Piled', {}, { x: 0, y: 0 }));

it('[BRK29] finding places for a pile costs hardly more the higher it is, and none of it lies on another', () => {
  const [some, many] = [500, 2_000].map((count) => {
    const come = pile(count);
    return atFreePlaces(mapOf(come), come);
  });
  expect(many?.looks).toBeLessThan(1.5 * (some?.looks ?? 0));
  const boxes = some?.records.map(boxOf) ?? [];
  expect(boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlaps(box, other)))).toEqual([]);
});

it('[BRK29] what is as large as a board, or lies in heaps that hide each other, takes no more than a bounded time', () => {
  const huge = ['note', 'text'].map((type) => shape(type, type, { props: { scale: 1_000_000 } }));
  const wide = shape('wide', 'geo', { props: { w: 100_000, h: 100_000 } });
  const little = shape('little', 'note', { x: 50, y: 50 });
  expect(atFreePlaces(mapOf([...huge, wide, little]), []).looks).toBe(0);
  const { records, looks } = atFreePlaces(mapOf([...huge, wide, little]), [wide, little]);
  expect(records).toEqual([wide, little]);
  expect(looks).toBeLessThan(100);
  const heap = Array.from({ length: 3_000 }, (_, at) =>
    shape(`h${at}`, 'geo', { x: at % 331, y: at % 337, props: { w: 1_999, h: 1_999 } }),
  );
  const come = Array.from({ length: 3_000 }, (_, at) =>
    shape(`c${at}`, 'geo', { x: at % 347, y: at % 349, props: { w: 1_000 + (at % 7), h: 1_000 } }),
  );
  const heaped = atFreePlaces(mapOf([...heap, ...come]), come);
  expect(heaped.looks).toBeLessThan(4_000_000);
  const boxes = heaped.records.map(boxOf);
  const lying = heap.slice(0, 300).map(boxOf);
  expect(boxes.filter((box) => lying.some((other) => overlaps(box, other)))).toEqual([]);
});
