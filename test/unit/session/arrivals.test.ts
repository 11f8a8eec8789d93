import { pino } from 'pino';
import { expect, it } from 'vitest';
import { arrive } from '../../../server/session/arrivals.ts';
import { localBox } from '../../../shared/board/containment.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { overlaps } from '../../../shared/method/behaviours/arrange.ts';
import { card } from '../board/support/cards.ts';

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
