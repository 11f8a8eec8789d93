import { expect, it } from 'vitest';
import { rings } from '../../../shared/method/behaviours/rings.ts';
import { cellOf } from '../../../shared/method/behaviours/rings-geometry.ts';
import { mapRings } from '../../../shared/method/behaviours/rings-map.ts';
import { tree } from '../../../shared/method/behaviours/tree.ts';
import { actorMapDemo } from '../../../shared/method/demo/actor-map.ts';
import type { Route, RoutePlace, RouteRelation } from '../../../shared/method/routes/route.ts';
import { createRouter } from '../../../shared/method/routes/router.ts';
import type { Box } from '../../../shared/method/template.ts';
import { boxesOf, demoScene, zoneOf } from './support/layout-scene.ts';

const relation = (id: string, from: string, to: string, more: Partial<RouteRelation> = {}): RouteRelation => ({
  ...{ id, from, to, kind: 'relates', tie: 'collaboration', strength: 2, state: 'working', direction: 'one-way' },
  order: id,
  ...more,
});
const place = (cardId: string, box: Box, layout: RoutePlace['layout'] = 'rings'): RoutePlace => ({
  cardId,
  box,
  layout,
  frameId: 'f',
});
const node = (x: number, y: number): Box => ({ x, y, w: 176, h: 64 });
const inTree = (x: number, y: number): Box => ({ x, y, w: 280, h: 166 });
const route = (places: readonly RoutePlace[], one: RouteRelation, others: readonly RouteRelation[] = []): Route => {
  const found = createRouter(places, [one, ...others])(one.id);
  if (found === null) throw new Error('no way');
  return found;
};
const between = (more: Partial<RouteRelation> = {}, distance = 500): Route =>
  route([place('a', node(0, 0)), place('b', node(distance, 0))], relation('r', 'a', 'b', more));

it('[LAY49] what hangs on a card shares one bus half-way between the lanes, with its head at the cause’s end', () => {
  const places = [
    place('p', inTree(500, 0), 'tree'),
    place('a', inTree(200, 215), 'tree'),
    place('b', inTree(800, 215), 'tree'),
  ];
  const [a, b] = [relation('1', 'a', 'p', { kind: 'causes' }), relation('2', 'b', 'p', { kind: 'causes' })];
  const { points, strokeWidth, haloWidth, heads, tone } = route(places, a, [b]);
  expect(points).toEqual([
    { x: 340, y: 215 },
    { x: 340, y: 190.5 },
    { x: 640, y: 190.5 },
    { x: 640, y: 166 },
  ]);
  expect([strokeWidth, haloWidth, tone]).toEqual([3.5, 0, 'cause']);
  expect(heads.startsWith('M640 166')).toBe(true);
  expect(route(places, b, [a]).points.map(({ y }) => y)).toEqual([215, 190.5, 190.5, 166]);
});

it('[LAY50] an effect’s line goes up from what leads to it', () => {
  const places = [place('p', inTree(500, 215), 'tree'), place('e', inTree(500, 0), 'tree')];
  const { points, tone, heads } = route(places, relation('1', 'p', 'e', { kind: 'leads_to' }));
  expect([points[0], points.at(-1), tone]).toEqual([{ x: 640, y: 215 }, { x: 640, y: 166 }, 'effect']);
  expect(heads.startsWith('M640 166')).toBe(true);
});

it('[LAY51] second lines are thin, beside the middle, and run on tracks of their own under the lane of the parents', () => {
  const places = [
    ...['p', 'q', 'r'].map((id, index) => place(id, inTree(300 * index, 0), 'tree')),
    ...['a', 'b'].map((id, index) => place(id, inTree(300 * index, 215), 'tree')),
  ];
  const links = [
    ['a', 'p'],
    ['a', 'q'],
    ['b', 'q'],
    ['b', 'r'],
  ].map(([from = '', to = ''], index) => relation(`${index}`, from, to, { kind: 'causes' }));
  const router = createRouter(places, links);
  expect(links.map(({ id }) => router(id)?.strokeWidth)).toEqual([3.5, 2, 3.5, 2]);
  expect(router('1')?.points).toEqual([
    { x: 100, y: 215 },
    { x: 100, y: 180 },
    { x: 480, y: 180 },
    { x: 480, y: 166 },
  ]);
  expect(router('3')?.points[1]?.y).toBe(188);
});

it('[LAY52] in the example the one card with two parents hangs where it is drawn', () => {
  const scene = demoScene('root-cause-tree', 'tree', 'tree');
  const boxes = boxesOf(tree.arrange(scene));
  const places = Object.entries(boxes).map(([id, box]) => place(id, box, 'tree'));
  const links = scene.edges.map(({ id, from, to, kind, order }) => relation(id, from, to, { kind, order }));
  const router = createRouter(places, links);
  const thin = links.filter(({ id }) => router(id)?.strokeWidth === 2).map(({ from, to }) => [from, to]);
  expect(thin).toEqual([['C5.1.1', 'C1.1']]);
  expect(links.every(({ id, from, to }) => router(id) !== null || !boxes[from] || !boxes[to])).toBe(true);
});

it('[LAY53] a line that feeds back is dashed, magenta, and leaves below the card at a quarter of the gap', () => {
  const places = [place('a', inTree(900, 0), 'tree'), place('b', inTree(300, 215), 'tree')];
  const { points, dash, tone } = route(places, relation('1', 'a', 'b', { kind: 'feeds_back' }));
  expect([dash, tone]).toEqual([[10, 8], 'voice']);
  expect(points[0]).toEqual({ x: 980, y: 166 });
  expect(points[1]?.y).toBeCloseTo(166 + 49 * 0.24);
  expect(points.at(-1)).toEqual({ x: 500, y: 215 });
});

it('[LAY54] a tree to the right has its buses upright', () => {
  const places = [place('a', inTree(0, 100), 'minitree'), place('b', inTree(400, 300), 'minitree')];
  const { points } = route(places, relation('1', 'b', 'a', { kind: 'causes' }));
  expect(points).toEqual([
    { x: 400, y: 383 },
    { x: 340, y: 383 },
    { x: 340, y: 183 },
    { x: 280, y: 183 },
  ]);
});

it('[LAY55] strength is width, state is form and, for new and broken, a sign as well', () => {
  expect([1, 2, 3].map((strength) => between({ strength }).strokeWidth)).toEqual([3, 5.5, 8.5]);
  expect(between({ state: 'working' })).toMatchObject({ dash: [], disc: null });
  expect(between({ state: 'weak' })).toMatchObject({ dash: [16, 12], disc: null });
  expect(between({ state: 'new' })).toMatchObject({ dash: [2, 13], disc: { sign: 'plus' } });
  const broken = between({ state: 'broken' });
  expect(broken.disc?.sign).toBe('cross');
  expect(broken.path.split('L').length).toBeGreaterThan(10);
});

it('[LAY56] heads say the direction, and a short line has none', () => {
  const heads = (more: Partial<RouteRelation>, distance?: number) =>
    between(more, distance).heads.split('M').length - 1;
  expect(heads({})).toBe(1);
  expect(heads({ direction: 'both' })).toBe(2);
  expect(heads({}, 230)).toBe(0);
});

it('[LAY57] a line begins and ends at the edges of its cards, and two that touch have none', () => {
  const { points } = between();
  expect(points[0]?.x).toBeGreaterThanOrEqual(176);
  expect(points.at(-1)?.x).toBeLessThanOrEqual(500);
  expect(createRouter([place('a', node(0, 0)), place('b', node(170, 10))], [relation('r', 'a', 'b')])('r')).toBeNull();
  expect(createRouter([place('a', node(0, 0))], [relation('r', 'a', 'a')])('r')).toBeNull();
});

const isUnder = ({ points }: Route, boxes: readonly Box[]): boolean =>
  points.some((point) =>
    boxes.some(({ x, y, w, h }) => point.x > x && point.x < x + w && point.y > y && point.y < y + h),
  );

it('[LAY58] of its bends a line takes the one that runs under fewest actors', () => {
  const inTheWay = node(350, 20);
  const places = [place('a', node(0, 0)), place('b', node(700, 0)), place('c', inTheWay)];
  expect(isUnder(route(places, relation('r', 'a', 'b')), [inTheWay])).toBe(false);
  const boxes = boxesOf(rings.arrange(demoScene('actor-map', 'map', 'rings')));
  const lines = actorMapDemo.relations.map(({ from, to, tie = 'money' }, index) =>
    relation(`${index}`, from, to, { tie }),
  );
  const router = createRouter(
    Object.entries(boxes).map(([id, box]) => place(id, box)),
    lines,
  );
  const under = lines.filter(({ id, from, to }) => {
    const others = Object.entries(boxes).flatMap(([other, box]) => (other === from || other === to ? [] : [box]));
    const found = router(id);
    return found !== null && isUnder(found, others);
  });
  expect(under).toEqual([]);
});

/** Points of a line as it is drawn: its corners, and its curves in small steps. */
function drawnPoints(path: string): readonly { x: number; y: number }[] {
  let from = { x: 0, y: 0 };
  return [...path.matchAll(/([MLQ])([^MLQ]+)/g)].flatMap(([, command, text = '']) => {
    const [x1 = 0, y1 = 0, x2 = x1, y2 = y1] = text.trim().split(/\s+/).map(Number);
    const [start, bend, end] = [from, { x: x1, y: y1 }, { x: x2, y: y2 }];
    from = end;
    if (command === 'M') return [end];
    const mid = command === 'Q' ? bend : { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return Array.from({ length: 101 }, (_, index) => {
      const t = index / 100;
      const at = (axis: 'x' | 'y') => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * mid[axis] + t * t * end[axis];
      return { x: at('x'), y: at('y') };
    });
  });
}

it('[LAY61] a line goes around what is written on the map, and where every way would cross it, under it', () => {
  const places = [place('a', node(0, 0)), place('b', node(700, 0))];
  const crossed = (name: Box, more: Partial<RouteRelation> = {}): boolean => {
    const line = relation('r', 'a', 'b', more);
    const found = createRouter(places, [line], [name])('r');
    if (found === null) throw new Error('no way');
    const drawn = drawnPoints(found.path);
    // Both cards are reached all the same.
    expect(drawn.some(({ x }) => x < 250) && drawn.some(({ x }) => x > 600)).toBe(true);
    return isUnder({ ...found, points: drawn }, [name]);
  };
  const [short, tall] = [
    { x: 320, y: 60, w: 230, h: 34 },
    { x: 420, y: -400, w: 34, h: 860 },
  ];
  expect(isUnder(route(places, relation('r', 'a', 'b')), [short])).toBe(true);
  const around = createRouter(places, [relation('r', 'a', 'b')], [short])('r');
  expect(around?.path.match(/M/g)).toHaveLength(1);
  expect(crossed(short)).toBe(false);
  for (const state of ['working', 'weak', 'new', 'broken'] as const) expect(crossed(tall, { state })).toBe(false);
  const { disc } = createRouter(places, [relation('r', 'a', 'b', { state: 'new' })], [tall])('r') ?? {};
  expect(Math.abs((disc?.x ?? 437) - 437)).toBeGreaterThan(17 + 14);
});

it('[LAY61] where what is written fills the way between two cards, the sign stays in the middle of it', () => {
  const places = [place('a', node(0, 0)), place('b', node(276, 0))];
  const name = { x: 186, y: -200, w: 80, h: 500 };
  const { disc, points } = createRouter(places, [relation('r', 'a', 'b', { state: 'new' })], [name])('r') ?? {};
  expect(disc?.x).toBeCloseTo(((points?.[0]?.x ?? 0) + (points?.at(-1)?.x ?? 0)) / 2, 0);
});

it('[LAY61] no line of the example crosses the name of a ring or a kind', () => {
  const scene = demoScene('actor-map', 'map', 'rings');
  const boxes = boxesOf(rings.arrange(scene));
  const { titles, pills } = mapRings(
    zoneOf(scene.frame, scene.zones[0]?.id ?? '').box,
    scene.items.map(({ id, fields }) => ({ id, cell: cellOf(fields), pinned: null })),
  ).rings;
  const lines = actorMapDemo.relations.map(({ from, to, tie = 'money' }, index) =>
    relation(`${index}`, from, to, { tie }),
  );
  const router = createRouter(
    Object.entries(boxes).map(([id, box]) => place(id, box)),
    lines,
    [...titles, ...pills],
  );
  const crossing = lines.filter(({ id }) => {
    const found = router(id);
    return found !== null && isUnder({ ...found, points: drawnPoints(found.path) }, [...titles, ...pills]);
  });
  expect(lines.length).toBeGreaterThan(8);
  expect(crossing).toEqual([]);
});

it('[LAY59] a thousand ways are found within 50 ms of work', () => {
  const places = Array.from({ length: 200 }, (_, index) =>
    place(`c${index}`, node((index % 20) * 300, Math.floor(index / 20) * 200), 'free'),
  );
  const relations = Array.from({ length: 1000 }, (_, index) =>
    relation(`r${index}`, `c${index % 200}`, `c${(index * 7 + 13) % 200}`),
  );
  const work = () => {
    const start = process.cpuUsage();
    const router = createRouter(places, relations);
    for (const { id } of relations) router(id);
    return process.cpuUsage(start).user / 1000;
  };
  expect(Math.min(...Array.from({ length: 8 }, work))).toBeLessThan(50);
});
