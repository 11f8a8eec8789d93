import { describe, expect, it } from 'vitest';
import type { Edge, Item } from '../../../shared/method/behaviours/behaviour.ts';
import { applyDrop, nextPlace } from '../../../shared/method/behaviours/scene.ts';
import {
  arrange,
  item,
  items,
  outside,
  overlapping,
  sceneOf,
  settled,
  shuffled,
  zoneAt,
  zonesWith,
} from './support/scenes.ts';

const place = zoneAt('lessons-learnt/why/why1');
const because = (child: Item, parent: Item, number = 0): Edge => ({
  id: `${child.id} ${parent.id}`,
  ...{ from: child.cardId, to: parent.cardId, kind: 'causes', order: String(number).padStart(4, '0') },
});
/** The first happened; each other one hangs on the card of its number. */
const treeOf = (...parents: readonly number[]) => {
  const cards = items(place, parents.length + 1);
  const edges = parents.map((parent, index) => because(cards[index + 1] as Item, cards[parent] as Item, index));
  return sceneOf(place, cards, edges);
};

describe('[ARR10] a small tree', () => {
  it('[ARR10] grows to the right: a level for each why, a parent half-way between its first and last child', () => {
    // 0 ← 1 ← 2 ← 3 and 0 ← 4 ← 5 ← 6
    const boxes = arrange(treeOf(0, 1, 2, 0, 4, 5)).placements.map(({ id, box }) => [Number(id.at(-1)), box] as const);
    const at = new Map(boxes);
    expect([0, 1, 2, 3].map((number) => at.get(number)?.x)).toEqual([52, 238, 424, 610]);
    expect([1, 2, 3].map((number) => at.get(number)?.y)).toEqual([233, 233, 233]);
    expect([4, 5, 6].map((number) => at.get(number)?.y)).toEqual([367, 367, 367]);
    expect(at.get(0)).toEqual({ x: 52, y: 300, w: 164, h: 124 });
  });

  it.each(zonesWith('minitree'))('[ARR10] from 1 to 60 cards in $path stand apart inside the body', (where) => {
    for (let count = 1; count <= 60; count++)
      for (const arity of [1, 2, 5]) {
        const cards = items(where, count);
        const edges = cards
          .slice(1)
          .map((card, index) => because(card, cards[Math.floor(index / arity)] as Item, index));
        const scene = sceneOf(where, cards, edges);
        const { placements, overflow } = arrange(scene);
        const boxes = placements.map(({ box }) => box);
        expect(overlapping(boxes)).toEqual([]);
        expect(outside(boxes, where.body)).toEqual([]);
        expect([...placements.map(({ id }) => id), ...overflow].sort()).toEqual(cards.map(({ id }) => id).sort());
        expect(arrange({ ...scene, items: shuffled(cards, count), edges: shuffled(edges, count) })).toEqual({
          placements,
          overflow,
        });
      }
  });

  it('[ARR10] the fifth why is one too many', () => {
    expect(arrange(treeOf(0, 1, 2, 3)).overflow).toEqual(['shape:why1.4']);
  });

  it('[ARR10] a circle is cut open, and nobody is left out', () => {
    const [a, b, c] = items(place, 3) as [Item, Item, Item];
    const { placements } = arrange(sceneOf(place, [a, b, c], [because(a, b, 0), because(b, c, 1), because(c, a, 2)]));
    expect(placements.map(({ id }) => id).sort()).toEqual([a.id, b.id, c.id]);
    expect(overlapping(placements.map(({ box }) => box))).toEqual([]);
  });

  it('[ARR11] dropped on another card, a card becomes its reason', () => {
    const scene = treeOf(0, 1);
    const standing = settled(scene, arrange(scene));
    const [root, why] = standing.items as [Item, Item];
    const newcomer = item(place, 9, { box: { ...why.box, x: why.box.x + 20, y: why.box.y + 20 } });
    const drop = applyDrop({ ...standing, items: [...standing.items, newcomer] }, newcomer.id, place.zone);
    expect(drop.parent).toEqual({ cardId: why.cardId, kind: 'causes' });
    const beside = item(place, 9, { box: { ...root.box, y: place.body.y } });
    expect(
      applyDrop({ ...standing, items: [...standing.items, beside] }, beside.id, place.zone).parent,
    ).toBeUndefined();
  });

  it('[ARR11] never on one that hangs on it', () => {
    const scene = treeOf(0, 1);
    const standing = settled(scene, arrange(scene));
    const [root, , leaf] = standing.items as [Item, Item, Item];
    const onLeaf = standing.items.map((one) => (one === root ? { ...one, box: leaf.box } : one));
    expect(applyDrop({ ...standing, items: onLeaf }, root.id, place.zone).parent).toBeUndefined();
  });

  it('[ARR6] the next card stands below all others, where there is room', () => {
    let scene = sceneOf(place, []);
    for (let number = 0; number < 9; number++) {
      const next = nextPlace(scene, place.zone);
      if (next === null) break;
      scene = { ...scene, items: [...scene.items, item(place, number, { box: next.box })] };
      expect(overlapping(scene.items.map(({ box }) => box))).toEqual([]);
      expect(
        outside(
          scene.items.map(({ box }) => box),
          place.body,
        ),
      ).toEqual([]);
    }
    expect(scene.items.length).toBeGreaterThan(0);
    expect(scene.items.length).toBeLessThan(9);
  });
});
