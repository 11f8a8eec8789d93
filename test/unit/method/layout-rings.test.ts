import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Item, Scene } from '../../../shared/method/behaviours/behaviour.ts';
import { rings } from '../../../shared/method/behaviours/rings.ts';
import { cellOf } from '../../../shared/method/behaviours/rings-geometry.ts';
import { mapRings, type RingMap } from '../../../shared/method/behaviours/rings-map.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import {
  boxesOf,
  contains,
  demoScene,
  edge,
  frameOf,
  itemIn,
  overlapping,
  shuffled,
  zoneOf,
} from './support/layout-scene.ts';

const runs = { numRuns: 15, seed: 20261117 };
const frame = frameOf('actor-map', 'map');
const zone = zoneOf(frame, 'map');
const scene = (items: readonly Item[], edges: Scene['edges'] = []): Scene => ({ frame, zones: [zone], items, edges });
const actor = (id: string, number: number, org_type: string, map_ring: string): Item =>
  itemIn(zone, id, number, { fields: { org_type, map_ring } });
const mapOf = ({ items }: Scene): RingMap =>
  mapRings(
    zone.box,
    items.map(({ id, fields }) => ({ id, cell: cellOf(fields), pinned: null })),
  );

/** The eighteen actors with which the map was tried, beside the twelve of the example. */
const more: readonly (readonly [string, string])[] = [
  ...([
    ['B', 'core'],
    ['B', 'needed'],
    ['B', 'wider'],
    ['P', 'core'],
    ['P', 'needed'],
    ['P', 'wider'],
  ] as const),
  ...([
    ['N', 'core'],
    ['N', 'needed'],
    ['N', 'needed'],
    ['S', 'needed'],
    ['S', 'core'],
    ['K', 'needed'],
  ] as const),
  ...([
    ['K', 'wider'],
    ['C', 'affected'],
    ['C', 'affected'],
    ['C', 'needed'],
    ['F', 'wider'],
    ['O', 'needed'],
  ] as const),
];
const demo = demoScene('actor-map', 'map', 'rings');
const thirty = scene(
  [...demo.items, ...more.map(([type, ring], index) => actor(`M${index}`, 500 + index, type, ring))],
  demo.edges,
);

/** Corners and edges of a box, in the plane where the rings are circles. */
const radiusOf = (x: number, y: number): number => Math.hypot((x - 924) / (840 / 664), y - 814);

it('[LAY24] the example has the rings, wedges and places that were drawn', () => {
  const { rings: drawn } = mapOf(demo);
  expect(drawn.radii.map((radius, ring) => Math.abs(radius - ([158, 347, 511, 664][ring] ?? 0)) <= 3)).toEqual([
    ...[true, true, true, true],
  ]);
  const degrees = drawn.ends.map((end, wedge) => ((end - (drawn.ends[wedge - 1] ?? 0)) * 180) / Math.PI);
  expect(degrees.map((width, wedge) => Math.abs(width - ([59, 59, 59, 59, 35, 27, 35, 27][wedge] ?? 0)) <= 2)).toEqual(
    Array.from({ length: 8 }, () => true),
  );
  const boxes = boxesOf(rings.arrange(demo));
  const places = {
    ...{ VT: [838, 794], KO: [845, 527], CM: [1115, 659], DS: [1115, 905], RK: [845, 1037], FS: [1310, 573] },
    ...{ KF: [854, 1209], WC: [452, 1083], LF: [320, 651], DV: [576, 216], WD: [1116, 252], MR: [348, 342] },
  };
  // Two actors of one cell: which of them stands where depends on whose line is shorter by a hair.
  const pair = ['DV', 'WD'].map((id) => boxes[id]);
  const nearest = (id: string, x: number, y: number): number =>
    Math.min(
      ...(id === 'DV' || id === 'WD' ? pair : [boxes[id]]).map((box) =>
        Math.hypot((box?.x ?? 0) - x, (box?.y ?? 0) - y),
      ),
    );
  const off = Object.entries(places).map(([id, [x = 0, y = 0]]) => [id, Math.round(nearest(id, x, y))] as const);
  expect(off.filter(([, distance]) => distance > 30)).toEqual([]);
});

it('[LAY25] a ring is deeper and a wedge wider the more actors it has, never below its least', () => {
  const few = mapOf(demo).rings;
  const many = mapOf(
    scene([...demo.items, ...Array.from({ length: 6 }, (_, index) => actor(`B${index}`, 700 + index, 'B', 'wider'))]),
  ).rings;
  const width = ({ ends }: typeof few, wedge: number) => (ends[wedge] ?? 0) - (ends[wedge - 1] ?? 0);
  const depth = ({ radii }: typeof few, ring: number) => (radii[ring] ?? 0) - (radii[ring - 1] ?? 0);
  expect(width(many, 0)).toBeGreaterThan(width(few, 0));
  expect(depth(many, 3)).toBeGreaterThan(depth(few, 3));
  for (const one of [few, many, mapOf(thirty).rings])
    for (const wedge of one.ends.keys()) expect(width(one, wedge)).toBeGreaterThanOrEqual((24.999 * Math.PI) / 180);
});

it('[LAY26] twelve and thirty actors stand apart, and apart from the names of rings and kinds', () => {
  for (const of of [demo, thirty]) {
    const { placements, overflow } = rings.arrange(of);
    const { pills, titles } = mapOf(of).rings;
    expect(overflow).toEqual([]);
    expect(placements).toHaveLength(of.items.length);
    expect(overlapping([...placements.map(({ box }) => box), ...pills, ...titles])).toEqual([]);
  }
});

it('[LAY27] where an actor is let go says ring and kind, in the centre the ring alone', () => {
  const drop = (x: number, y: number) => {
    const item = { ...actor('new', 900, 'B', 'wider'), box: { x: x - 88, y: y - 32, w: 176, h: 64 } };
    return rings.drop(scene([...demo.items, item]), item, zone).fields;
  };
  expect(drop(924, 814)).toEqual({ map_ring: 'affected' });
  expect(drop(924, 560)).toEqual({ map_ring: 'core', org_type: 'B' });
  expect(drop(1400, 650)).toEqual({ map_ring: 'needed', org_type: 'P' });
  expect(drop(60, 120)).toMatchObject({ map_ring: 'wider' });
});

it('[LAY28] actors of one cell change places where that makes their lines shorter', () => {
  const [near, far] = [actor('near', 1, 'N', 'needed'), actor('far', 2, 'N', 'needed')];
  const hub = actor('hub', 3, 'S', 'core');
  const before = boxesOf(rings.arrange(scene([near, far, hub])));
  const lengths = (boxes: typeof before, id: string) =>
    Math.hypot((boxes[id]?.x ?? 0) - (boxes.hub?.x ?? 0), (boxes[id]?.y ?? 0) - (boxes.hub?.y ?? 0));
  const [closer, other] = lengths(before, 'near') < lengths(before, 'far') ? ['near', 'far'] : ['far', 'near'];
  expect(boxesOf(rings.arrange(scene([near, far, hub], [edge(closer, 'hub', 'relates')])))).toEqual(before);
  const after = boxesOf(rings.arrange(scene([near, far, hub], [edge(other, 'hub', 'relates')])));
  expect(after[other]).toEqual(before[closer]);
});

it('[LAY29] a pinned actor stays, and the others keep clear of it', () => {
  const pinned = { ...actor('fast', 0, 'B', 'core'), pinned: true, box: { x: 830, y: 520, w: 176, h: 64 } };
  const { placements } = rings.arrange(scene([...demo.items, pinned]));
  expect(placements.map(({ id }) => id)).not.toContain('fast');
  expect(overlapping([...placements.map(({ box }) => box), pinned.box])).toEqual([]);
});

it('[LAY30] of more than 36 actors each cell shows three', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => actor(`A${index}`, index, index < 20 ? 'B' : 'N', 'needed'));
  const { placements, overflow } = rings.arrange(scene(crowd));
  expect(placements.map(({ id }) => id)).toEqual(['A0', 'A1', 'A2', 'A20', 'A21', 'A22']);
  expect(overflow).toHaveLength(34);
});

const anyScene = fc
  .array(fc.tuple(fc.constantFrom(...fieldTypes.org_type.values), fc.constantFrom(...fieldTypes.map_ring.values)), {
    minLength: 1,
    maxLength: 60,
  })
  .map((specs) =>
    scene(specs.map(([type, ring], index) => actor(`A${String(index).padStart(2, '0')}`, index, type, ring))),
  );

it('[LAY31] no two actors overlap, each is inside of its ring and wedge, none is lost, and letting it go changes nothing', () => {
  fc.assert(
    fc.property(anyScene, (any) => {
      const { placements, overflow } = rings.arrange(any);
      const { rings: drawn } = mapOf(any);
      expect(overlapping(placements.map(({ box }) => box))).toEqual([]);
      expect([...placements.map(({ id }) => id), ...overflow].sort()).toEqual(any.items.map(({ id }) => id));
      for (const { id, box } of placements) {
        const item = any.items.find((one) => one.id === id);
        const { ring } = cellOf(item?.fields ?? {});
        expect(contains(zone.box, box)).toBe(true);
        for (const [x, y] of [
          [box.x, box.y],
          [box.x + box.w, box.y + box.h],
        ] as const)
          expect(radiusOf(x, y)).toBeLessThanOrEqual(drawn.radii[ring] ?? 0);
      }
      const boxes = new Map(placements.map(({ id, box }) => [id, box]));
      const standing = scene(any.items.map((item) => ({ ...item, box: boxes.get(item.id) ?? item.box })));
      const [first] = standing.items.filter(({ id }) => boxes.has(id));
      if (first !== undefined) expect(first.fields).toMatchObject(rings.drop(standing, first, zone).fields ?? {});
    }),
    runs,
  );
});

it('[LAY32] a map is arranged the same whatever the order in which it is told', () => {
  fc.assert(
    fc.property(
      anyScene.chain((any) => fc.tuple(fc.constant(any), shuffled(any))),
      ([any, told]) => {
        const boxes = boxesOf(rings.arrange(any));
        expect(boxesOf(rings.arrange(told))).toEqual(boxes);
      },
    ),
    { ...runs, numRuns: 10 },
  );
});

it('[LAY60] a layout is back as it was once what was added is taken away', () => {
  const before = rings.arrange(demo);
  const added = scene([...demo.items, actor('added', 900, 'F', 'core')], demo.edges);
  expect(rings.arrange(added)).not.toEqual(before);
  expect(
    rings.arrange(
      scene(
        added.items.filter(({ id }) => id !== 'added'),
        demo.edges,
      ),
    ),
  ).toEqual(before);
});

it('[LAY33] thirty actors are placed within 150 ms of work', () => {
  const times = Array.from({ length: 5 }, (_, index) => {
    const items = thirty.items.map((item) => ({ ...item, id: `${item.id}.${index}` }));
    const start = process.cpuUsage();
    rings.arrange({ ...thirty, items });
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(150);
});
