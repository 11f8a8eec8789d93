import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item, Scene } from '../../../shared/method/behaviours/behaviour.ts';
import { matrix } from '../../../shared/method/behaviours/matrix.ts';
import {
  boxesOf,
  contains,
  demoScene,
  frameOf,
  itemIn,
  overlapping,
  shuffled,
  zoneOf,
} from './support/layout-scene.ts';

const runs = { numRuns: 60, seed: 20261103 };
const frame = frameOf('root-cause-tree', 'choose');
const zone = zoneOf(frame, 'matrix');
const plot = { x: 124, y: 118, w: 882, h: 705 };
const words = frame.labels.filter(({ box, turn }) => turn === 0 && contains(plot, box)).map(({ box }) => box);
const scene = (items: readonly Item[]): Scene => ({ frame, zones: [zone], items, edges: [] });
const scored = (id: string, reach: number, weight: number, more: Partial<Item> = {}): Item =>
  itemIn(zone, id, Number(id.slice(1)), { fields: { reach, weight }, ...more });
const at = (x: number, y: number) => ({ x: x - 104, y: y - 36, w: 208, h: 72 });

it('[LAY16] a place says a score on each axis, to the nearest half point', () => {
  const drop = (x: number, y: number) => {
    const item = itemIn(zone, 'a1', 1, { box: at(x, y) });
    return matrix.drop(scene([item]), item, zone).fields;
  };
  expect(drop(565, 470.5)).toEqual({ reach: 3, weight: 3 });
  expect(drop(741, 188)).toEqual({ reach: 4, weight: 5 });
  expect(drop(660, 240)).toEqual({ reach: 3.5, weight: 4.5 });
  expect(drop(40, 900)).toEqual({ reach: 1, weight: 1 });
});

it('[LAY17] a card alone has its middle at its scores, inside its quadrant', () => {
  const place = (reach: number, weight: number) => boxesOf(matrix.arrange(scene([scored('a1', reach, weight)]))).a1;
  expect(place(4, 2)).toEqual(at(741, 612));
  // Above 3 is high: a 3 stands left of the middle and below it.
  expect(place(3, 3)).toEqual({ x: 351, y: 477, w: 208, h: 72 });
});

it('[LAY18] the example stands as it was drawn', () => {
  const boxes = boxesOf(matrix.arrange(demoScene('root-cause-tree', 'choose', 'matrix')));
  const drawn = {
    ...{ C1: [349, 292], 'C1.2.1': [286, 370], 'C3.1': [349, 477], 'C1.1.1': [573, 158], 'C2.1': [790, 392] },
    ...{ 'C5.1.1': [790, 236], 'C2.1.1': [573, 314], 'C1.1': [573, 392], 'C3.1.1': [790, 314], C4: [637, 576] },
  };
  const off = Object.entries(drawn).map(([id, [x = 0, y = 0]]) => {
    const box = boxes[`mirror.${id}`];
    return [id, Math.round(Math.hypot((box?.x ?? 0) - x, (box?.y ?? 0) - y))] as const;
  });
  expect(off.filter(([, distance]) => distance > 14)).toEqual([]);
});

it('[LAY19] of cards that want one place, the one with most votes gets it', () => {
  const few = scored('a1', 4, 2, { fields: { reach: 4, weight: 2, votes_people: 1 } });
  const many = scored('a2', 4, 2, { fields: { reach: 4, weight: 2, votes_people: 7 } });
  expect(boxesOf(matrix.arrange(scene([few, many]))).a2).toEqual(at(741, 612));
});

it('[LAY20] a card that was moved to make room keeps its scores when it is let go where it stands', () => {
  const items = Array.from({ length: 8 }, (_, index) => scored(`a${index}`, 4, 4));
  const boxes = boxesOf(matrix.arrange(scene(items)));
  const standing = items.map((item) => ({ ...item, box: boxes[item.id] ?? item.box }));
  for (const item of standing) expect(matrix.drop(scene(standing), item, zone)).toEqual({});
});

it('[LAY21] more than eight of a quadrant become pins', () => {
  const items = Array.from({ length: 12 }, (_, index) => scored(`a${index}`, 4, 4));
  const { placements, overflow } = matrix.arrange(scene([...items, scored('a90', 2, 2)]));
  expect(overflow).toEqual([]);
  expect(placements.filter(({ box }) => box.w === 44 && box.h === 44)).toHaveLength(12);
  expect(boxesOf({ placements, overflow }).a90).toMatchObject({ w: 208 });
});

const score = fc.integer({ min: 2, max: 10 }).map((halves) => halves / 2);
const anyScene = fc
  .array(fc.record({ reach: score, weight: score, votes: fc.nat({ max: 9 }), pinned: fc.nat({ max: 9 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((specs) =>
    scene(
      specs.map(({ reach, weight, votes, pinned }, index) =>
        itemIn(zone, `a${index}`, index, {
          fields: { reach, weight, votes_people: votes },
          pinned: pinned === 0,
          box: at(200 + 12 * index, 200 + 9 * index),
        }),
      ),
    ),
  );

it('[LAY22] no card covers another, a pinned one or a word, and each stays in the quadrant of its scores', () => {
  fc.assert(
    fc.property(anyScene, (any) => {
      const arranged = matrix.arrange(any);
      const pinned = any.items.filter((item) => item.pinned).map(({ box }) => box);
      const boxes = arranged.placements.map(({ box }) => box);
      expect(overlapping(boxes)).toEqual([]);
      for (const box of [...pinned, ...words]) for (const other of boxes) expect(overlapping([box, other])).toEqual([]);
      for (const { id, box } of arranged.placements) {
        const { reach, weight } = any.items.find((item) => item.id === id)?.fields ?? {};
        const quadrant = {
          ...{ x: Number(reach) > 3 ? 565 : 124, w: 441 },
          ...{ y: Number(weight) > 3 ? 118 : 470.5, h: 352.5 },
        };
        expect(contains(quadrant, box)).toBe(true);
      }
      const placed = [...arranged.placements.map(({ id }) => id), ...arranged.overflow];
      expect(placed.sort()).toEqual(any.items.flatMap(({ id, pinned }) => (pinned ? [] : [id])).sort());
    }),
    runs,
  );
});

it('[LAY23] a matrix is arranged the same whatever the order in which it is told, and again from where it stands', () => {
  fc.assert(
    fc.property(
      anyScene.chain((any) => fc.tuple(fc.constant(any), shuffled(any))),
      ([any, told]) => {
        const boxes = boxesOf(matrix.arrange(any));
        expect(boxesOf(matrix.arrange(told))).toEqual(boxes);
        const standing = any.items.map((item) => ({ ...item, box: boxes[item.id] ?? item.box }));
        expect(boxesOf(matrix.arrange(scene(standing)))).toEqual(boxes);
      },
    ),
    runs,
  );
});
