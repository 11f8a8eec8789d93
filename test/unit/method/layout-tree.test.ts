import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Drop, Edge, Item, Scene } from '../../../shared/method/behaviours/behaviour.ts';
import { tree } from '../../../shared/method/behaviours/tree.ts';
import {
  boxesOf,
  contains,
  demoScene,
  edge,
  frameOf,
  itemIn,
  overlapping,
  settled,
  shuffled,
  zoneOf,
} from './support/layout-scene.ts';

const runs = { numRuns: 60, seed: 20261103 };
const frame = frameOf('root-cause-tree', 'tree');
const zones = frame.zones.filter(({ layout }) => layout === 'tree');
const lane = (id: string) => zoneOf(frame, id);
const trunk = itemIn(lane('trunk'), 'P', 0);
const scene = (items: readonly Item[], edges: readonly Edge[] = []): Scene => ({ frame, zones, items, edges });
const causes = (count: number, zoneId = 'c1'): Item[] =>
  Array.from({ length: count }, (_, index) => itemIn(lane(zoneId), `C${index + 1}`, index + 1));
/** Each to the parent with the number given; 0 is the trunk. */
const hanging = (parents: readonly number[]): Edge[] =>
  parents.map((parent, index) => edge(`C${index + 1}`, parent === 0 ? 'P' : `C${parent}`, 'causes'));
const dropOn = (of: Scene, id: string, zoneId: string, at: { x: number; y: number }): Drop => {
  const item = of.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  const dropped = { ...item, zoneId, box: { ...item.box, x: at.x - item.box.w / 2, y: at.y - item.box.h / 2 } };
  return tree.drop({ ...of, items: of.items.map((one) => (one.id === id ? dropped : one)) }, dropped, lane(zoneId));
};
const middle = (of: Scene, id: string) => {
  const box = of.items.find((one) => one.id === id)?.box;
  if (box === undefined) throw new Error(`no item ${id}`);
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
};

it('[LAY1] the example stands as it was drawn', () => {
  const boxes = boxesOf(tree.arrange(demoScene('root-cause-tree', 'tree', 'tree')));
  const drawn = {
    ...{ P: [688, 521], C1: [458, 682], C2: [923, 682], C3: [1233, 682], C4: [1533, 682], C5: [1833, 682] },
    ...{ 'C1.1': [303, 897], 'C1.2': [613, 897], 'C2.1': [923, 897], 'C3.1': [1233, 897], 'C5.1': [1833, 897] },
    ...{ 'C1.1.1': [303, 1112], 'C1.2.1': [613, 1112], 'C2.1.1': [923, 1112], 'C3.1.1': [1233, 1112] },
    ...{ 'C5.1.1': [1833, 1112], E1: [768, 322], E2: [1068, 322], E3: [1368, 322], 'E1.1': [768, 122] },
  };
  for (const [id, [x = 0, y = 0]] of Object.entries(drawn)) {
    expect([id, Math.abs((boxes[id]?.x ?? 0) - x) <= 4, Math.abs((boxes[id]?.y ?? 0) - y) <= 2]).toEqual([
      id,
      true,
      true,
    ]);
  }
  expect(Object.keys(boxes)).toHaveLength(Object.keys(drawn).length);
});

it('[LAY2] nodes are as wide as so many leaves leave room for, and twelve leaves fit', () => {
  const size = (count: number) => {
    const all = causes(count);
    return boxesOf(tree.arrange(scene([trunk, ...all], hanging(all.map(() => 0))))).C1;
  };
  expect(size(3)).toMatchObject({ w: 280, h: 166 });
  expect(size(7)).toMatchObject({ w: 263, h: 166 });
  expect(size(9)).toMatchObject({ w: 205, h: 168 });
  expect(size(12)).toMatchObject({ w: 155, h: 190 });
});

it('[LAY3] a card with two parents is drawn under the deeper one', () => {
  const all = causes(4);
  const edges = [...hanging([0, 1, 0, 3]), edge('C4', 'C2', 'causes')];
  const boxes = boxesOf(tree.arrange(scene([trunk, ...all], edges)));
  expect(boxes.C4?.y).toBeGreaterThan(boxes.C2?.y ?? Number.POSITIVE_INFINITY);
  expect(boxes.C4?.x).toBe(boxes.C2?.x);
});

it('[LAY4] a loop, whoever closed it, and an edge that feeds back place nothing', () => {
  const all = causes(3);
  const calm = hanging([0, 1, 2]);
  const arranged = tree.arrange(scene([trunk, ...all], calm));
  expect(tree.arrange(scene([trunk, ...all], [...calm, edge('C1', 'C3', 'feeds_back')]))).toEqual(arranged);
  expect(tree.arrange(scene([trunk, ...all], [...calm, edge('C1', 'C3', 'causes')])).placements).toHaveLength(4);
});

it('[LAY5] siblings stand in the order in which they were made', () => {
  const all = causes(5);
  const boxes = boxesOf(tree.arrange(scene([trunk, ...[...all].reverse()], hanging(all.map(() => 0)))));
  const xs = all.map(({ id }) => boxes[id]?.x ?? 0);
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
});

it('[LAY6] a card that hangs on nothing stays in its lane', () => {
  const loose = itemIn(lane('c3'), 'loose', 9);
  const box = boxesOf(tree.arrange(scene([trunk, ...causes(2), loose], hanging([0, 0])))).loose;
  expect(box && contains(lane('c3').box, box)).toBe(true);
});

it('[LAY7] a pinned card stays, and the others make room for it', () => {
  const all = causes(4);
  const free = boxesOf(tree.arrange(scene([trunk, ...all], hanging([0, 0, 0, 0]))));
  const pinned = {
    ...itemIn(lane('c1'), 'C4', 4),
    pinned: true,
    box: { ...(free.C1 ?? trunk.box), x: (free.C1?.x ?? 0) + 40 },
  };
  const boxes = boxesOf(tree.arrange(scene([trunk, ...all.slice(0, 3), pinned], hanging([0, 0, 0, 0]))));
  expect(boxes.C4).toBeUndefined();
  expect(overlapping([...Object.values(boxes), pinned.box])).toEqual([]);
});

it('[LAY8] below the last lane cards go elsewhere, and of too many leaves the deepest go first', () => {
  const chain = causes(6);
  expect(tree.arrange(scene([trunk, ...chain], hanging([0, 1, 2, 3, 4, 5]))).overflow).toEqual(['C5', 'C6']);
  const wide = causes(14);
  const parents = [0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 10, 10, 10, 10];
  const { placements, overflow } = tree.arrange(scene([trunk, ...wide], hanging(parents)));
  expect(overflow).toEqual([]);
  expect(placements).toHaveLength(15);
  const more = causes(16);
  expect(tree.arrange(scene([trunk, ...more], hanging([...parents, 10, 10]))).overflow).toEqual([
    ...['C11', 'C12', 'C13', 'C14', 'C15', 'C16'],
  ]);
});

it('[LAY9] ghosts stay where the template has them; one that was asked for below a card stands below it', () => {
  const ghost = itemIn(lane('c1'), 'ghost', 1, { isGhost: true });
  const trunkGhost = { ...trunk, isGhost: true };
  expect(tree.arrange(scene([trunkGhost, ghost], [edge('ghost', 'P', 'causes')]))).toEqual({
    placements: [],
    overflow: [],
  });
  const child = itemIn(lane('c1'), 'child', 3, { isGhost: true });
  const items = [trunk, ghost, ...causes(1), child];
  const edges = [edge('ghost', 'P', 'causes'), ...hanging([0]), edge('child', 'C1', 'causes')];
  const boxes = boxesOf(tree.arrange(scene(items, edges)));
  expect(Object.keys(boxes).sort()).toEqual(['C1', 'P', 'child']);
  expect(contains(lane('c2').box, boxes.child ?? trunk.box)).toBe(true);
});

it('[LAY10] dropped on a card it hangs on that card; in the first lane on the trunk; in a later one on the nearest before', () => {
  const start = scene([trunk, ...causes(3)], hanging([0, 0, 1]));
  const now = settled(start, tree.arrange(start));
  expect(dropOn(now, 'C3', 'c1', middle(now, 'C2'))).toEqual({ parent: { cardId: 'C2', kind: 'causes' } });
  expect(dropOn(now, 'C3', 'c1', { x: 2000, y: 760 })).toEqual({ parent: { cardId: 'P', kind: 'causes' } });
  const right = { x: middle(now, 'C2').x + 60, y: 980 };
  expect(dropOn(now, 'C3', 'c2', right)).toEqual({ parent: { cardId: 'C2', kind: 'causes' } });
  expect(dropOn(now, 'C3', 'c2', { x: middle(now, 'C1').x, y: 980 })).toEqual({});
  expect(dropOn(now, 'C3', 'c4', { x: 1000, y: 1400 })).toEqual({ parent: null });
});

it('[LAY11] an effect hangs on what leads to it', () => {
  const effects = [itemIn(lane('direct'), 'E1', 1), itemIn(lane('far'), 'E2', 2)];
  const now = scene([trunk, ...effects], [edge('P', 'E1', 'leads_to')]);
  expect(dropOn(now, 'E2', 'direct', { x: 1900, y: 400 })).toEqual({ parent: { cardId: 'P', kind: 'leads_to' } });
  expect(dropOn(now, 'E2', 'far', { x: 600, y: 200 })).toEqual({ parent: { cardId: 'E1', kind: 'leads_to' } });
});

it('[LAY12] dropped on a card that hangs on it, it feeds back instead of closing a loop', () => {
  const start = scene([trunk, ...causes(3)], hanging([0, 1, 2]));
  const now = settled(start, tree.arrange(start));
  expect(dropOn(now, 'C1', 'c3', middle(now, 'C3'))).toEqual({ parent: { cardId: 'C3', kind: 'feeds_back' } });
  // In the lane below its own child there is nothing else that it could hang on.
  expect(dropOn(now, 'C1', 'c3', { x: 300, y: 1190 })).toEqual({ parent: null });
});

/** Up to sixty causes and effects, linked, pinned and loose in any way, loops included. */
const anyScene: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      zone: fc.constantFrom('c1', 'c1', 'c2', 'c3', 'c4', 'direct', 'far'),
      parents: fc.array(fc.nat({ max: 59 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((specs) => {
    const items = specs.map(({ zone }, index) => itemIn(lane(zone), `C${index}`, index));
    const edges = specs.flatMap(({ parents }, index) =>
      parents.map((parent): Edge => {
        const [from, to] = [items[index], parent < items.length && parent !== index ? items[parent] : trunk];
        return from?.kind === 'effect'
          ? edge(to?.id ?? 'P', from.id, 'leads_to')
          : edge(from?.id ?? '', to?.id ?? 'P', 'causes');
      }),
    );
    return scene([trunk, ...items], edges);
  });

it('[LAY13] no two cards overlap, each is in a lane of its side, and none is lost', () => {
  fc.assert(
    fc.property(anyScene, (any) => {
      const { placements, overflow } = tree.arrange(any);
      expect(overlapping(placements.map(({ box }) => box))).toEqual([]);
      for (const { id, box } of placements) {
        const kind = any.items.find((item) => item.id === id)?.kind;
        expect(zones.some((zone) => zone.cardKind === kind && contains(zone.box, box))).toBe(true);
      }
      expect([...placements.map(({ id }) => id), ...overflow].sort()).toEqual(any.items.map(({ id }) => id).sort());
    }),
    runs,
  );
});

it('[LAY14] a tree is arranged the same whatever the order in which it is told, and again from where it stands', () => {
  fc.assert(
    fc.property(
      anyScene.chain((any) => fc.tuple(fc.constant(any), shuffled(any))),
      ([any, told]) => {
        const arranged = tree.arrange(any);
        expect(boxesOf(tree.arrange(told))).toEqual(boxesOf(arranged));
        const linked = any.edges.length > 0 ? settled(any, arranged) : any;
        expect(boxesOf(tree.arrange(linked))).toEqual(boxesOf(arranged));
      },
    ),
    runs,
  );
});

it('[LAY15] a card let go where the tree had put it hangs on what it hung on', () => {
  const chainsOnly = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 12 }).map((numbers) => {
    const parents = numbers.map((number, index) => (number <= index ? number : 0));
    return scene([trunk, ...causes(parents.length)], hanging(parents));
  });
  fc.assert(
    fc.property(chainsOnly, (any) => {
      const now = settled(any, tree.arrange(any));
      for (const { id } of tree.arrange(any).placements) {
        const zoneId = now.items.find((item) => item.id === id)?.zoneId ?? '';
        expect(dropOn(now, id, zoneId, middle(now, id))).toEqual({});
      }
    }),
    runs,
  );
});
