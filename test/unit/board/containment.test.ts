import { expect, it } from 'vitest';
import { createGeometry } from '../../../shared/board/containment.ts';
import { type BoardShape, isShape } from '../../../shared/board/read-board.ts';
import { inReadingOrder } from '../../../shared/board/reading-order.ts';
import { arrowBinding, boardOf, note, shape } from './support/records.ts';

const frame = shape('frame', 'frame', { x: 1_000, y: 100, props: { w: 800, h: 600 } });
const zone = (id: string, x: number, y: number, w: number, h: number, form = 'rectangle') =>
  shape(id, 'zone', { parentId: 'shape:frame', x, y, props: { w, h, form } });

/** Where the shape `it` is on a board of these records: ids of frame and zone. */
function placeOfIt(...records: Parameters<typeof boardOf>) {
  const board = boardOf(...records);
  const it = board.get('shape:it');
  if (!isShape(it)) throw new Error('no such shape');
  const { frame: around, zone: within } = createGeometry(board).placeOf(it);
  return [around?.id ?? null, within?.id ?? null];
}

const inZone = ['shape:frame', 'shape:zone'];

it('[BRD9] a shape is in the zone and frame that its centre is in', () => {
  const here = zone('zone', 100, 100, 300, 300);
  expect(placeOfIt(frame, here, note('it', '', { x: 1_100, y: 200 }))).toEqual(inZone);
  // Its corner is in the zone, its centre is not.
  expect(placeOfIt(frame, here, note('it', '', { x: 1_390, y: 490 }))).toEqual(['shape:frame', null]);
  // Its corner is outside, its centre exactly on the edge.
  expect(placeOfIt(frame, here, note('it', '', { x: 1_000, y: 100 }))).toEqual(inZone);
  expect(placeOfIt(frame, here, note('it', '', { x: 0, y: 0 }))).toEqual([null, null]);
});

it('[BRD9] of nested zones the smallest counts, whatever the order', () => {
  const outer = zone('outer', 50, 50, 600, 500);
  const inner = zone('zone', 100, 100, 300, 300);
  const it = note('it', '', { x: 1_150, y: 250 });
  expect(placeOfIt(frame, outer, inner, it)).toEqual(inZone);
  expect(placeOfIt(frame, inner, outer, it)).toEqual(inZone);
});

it('[BRD9] a round zone has no corners', () => {
  const round = zone('zone', 0, 0, 400, 400, 'ellipse');
  expect(placeOfIt(frame, round, note('it', '', { x: 1_100, y: 200 }))).toEqual(inZone);
  expect(placeOfIt(frame, round, note('it', '', { x: 920, y: 20 }))).toEqual(['shape:frame', null]);
});

it('[BRD10] turned shapes and turned parents count as they stand on the page', () => {
  const here = zone('zone', 100, 100, 300, 300);
  // Turned by a quarter about its corner, the note lies to the left of it.
  const turned = note('it', '', { x: 1_300, y: 250, rotation: Math.PI / 2 });
  expect(placeOfIt(frame, here, turned)).toEqual(inZone);
  // A frame turned by half lies to the upper left of its corner.
  const half = { ...frame, rotation: Math.PI } as typeof frame;
  expect(placeOfIt(half, here, note('it', '', { x: 650, y: -250 }))).toEqual(inZone);
  expect(placeOfIt(half, here, note('it', '', { x: 1_150, y: 250 }))).toEqual([null, null]);
});

it('[BRD10] a child stands where its parents put it', () => {
  const group = shape('group', 'group', { x: 1_000, y: 100 });
  const child = note('it', '', { parentId: 'shape:group', x: 150, y: 150 });
  expect(placeOfIt(frame, zone('zone', 100, 100, 300, 300), group, child)).toEqual(inZone);
});

const centreOf = (id: string, ...records: Parameters<typeof boardOf>) => {
  const board = boardOf(...records);
  return createGeometry(board).centreOf(board.get(`shape:${id}`) as BoardShape);
};

it('[BRD11] the centre of ink, of a line and of a scaled note is that of what is drawn', () => {
  const segments = [
    {
      type: 'free',
      points: [
        { x: 0, y: 0 },
        { x: 40, y: -20 },
      ],
    },
  ];
  expect(centreOf('a', shape('a', 'draw', { x: 10, y: 10, props: { segments } }))).toEqual({ x: 30, y: 0 });
  expect(centreOf('a', shape('a', 'draw', { x: 10, y: 10 }))).toEqual({ x: 10, y: 10 });
  expect(centreOf('a', shape('a', 'line'))).toEqual({ x: 50, y: 25 });
  expect(centreOf('a', note('a', '', { props: { scale: 2, growY: 50 } }))).toEqual({ x: 200, y: 250 });
});

it('[BRD11] an arrow is between what it connects, else between its ends', () => {
  const arrow = shape('arrow', 'arrow', { x: 0, y: 0 });
  const far = note('far', '', { x: 1_000, y: 1_000 });
  expect(centreOf('arrow', arrow)).toEqual({ x: 50, y: 0 });
  expect(centreOf('arrow', arrow, far, arrowBinding('arrow', 'end', 'far'))).toEqual({ x: 550, y: 550 });
  expect(centreOf('arrow', arrow, arrowBinding('arrow', 'end', 'gone'))).toEqual({ x: 50, y: 0 });
});

it('[BRD11] shapes that hold each other in a circle still have a centre', () => {
  const a = shape('a', 'group', { parentId: 'shape:b', x: 1 });
  const b = shape('b', 'group', { parentId: 'shape:a', x: 2 });
  expect(centreOf('a', a, b)).toEqual({ x: expect.any(Number), y: 0 });
  const inside = shape('inside', 'arrow', { parentId: 'shape:g' });
  const group = shape('g', 'group');
  expect(centreOf('inside', inside, group, arrowBinding('inside', 'end', 'g'))).toEqual({
    x: expect.any(Number),
    y: 0,
  });
});

it('[BRD12] reading order goes by rows, then from the left', () => {
  const places = [
    { id: 'd', x: 0, y: 300 },
    { id: 'b', x: 210, y: 20 },
    { id: 'c', x: 420, y: 0 },
    { id: 'a', x: 0, y: 40 },
  ];
  expect(inReadingOrder(places, (item) => item).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(inReadingOrder([], (item: { x: number; y: number }) => item)).toEqual([]);
});
