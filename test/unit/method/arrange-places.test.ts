import { describe, expect, it } from 'vitest';
import { nextPlace } from '../../../shared/method/behaviours/scene.ts';
import {
  arrange,
  item,
  items,
  outside,
  overlapping,
  sceneOf,
  settled,
  shuffled,
  unlike,
  zoneAt,
  zonesWith,
} from './support/scenes.ts';

const filled = unlike(zonesWith('grid', 'single', 'slots', 'rows', 'form'));
const counts = Array.from({ length: 60 }, (_, index) => index + 1);

describe('[ARR1] cards that fill places', () => {
  it.each(filled)('[ARR1] from 1 to 60 in $path stand apart inside the body, the rest goes on elsewhere', (place) => {
    for (const count of counts) {
      const { placements, overflow } = arrange(sceneOf(place, items(place, count)));
      const boxes = placements.map(({ box }) => box);
      expect(overlapping(boxes), String(count)).toEqual([]);
      expect(outside(boxes, place.body), String(count)).toEqual([]);
      expect(boxes.length).toBeGreaterThan(0);
      expect([...placements.map(({ id }) => id), ...overflow]).toEqual(items(place, count).map(({ id }) => id));
    }
  });

  it.each(filled)('[ARR2] the order in which cards of $path are listed does not matter', (place) => {
    for (const count of [1, 7, 23]) {
      const scene = sceneOf(place, items(place, count));
      const again = { ...scene, items: shuffled(scene.items, count) };
      expect(arrange(again)).toEqual(arrange(scene));
    }
  });

  it.each(filled)('[ARR2] what stands in $path stays when nothing has changed', (place) => {
    for (const count of [1, 5, 12]) {
      const scene = sceneOf(place, items(place, count));
      const first = arrange(scene);
      if (first.overflow.length === 0) expect(arrange(settled(scene, first))).toEqual(first);
    }
  });
});

describe('[ARR3] a grid', () => {
  it('[ARR3] sixty notes in three columns: 20 shown and 8 moved, 18, 14', () => {
    const shown = (zone: string, count: number) => {
      const place = zoneAt(`actor-map/who/${zone}`);
      const { placements, overflow } = arrange(sceneOf(place, items(place, count)));
      return [placements.length, overflow.length];
    };
    expect(shown('known', 28)).toEqual([20, 8]);
    expect(shown('unlikely', 18)).toEqual([18, 0]);
    expect(shown('missing', 14)).toEqual([14, 0]);
  });

  it('[ARR3] takes the largest step that holds all cards', () => {
    const place = zoneAt('actor-map/who/known');
    const look = (count: number) => {
      const [first] = arrange(sceneOf(place, items(place, count))).placements;
      return [first?.box.w, first?.box.h, first?.textSize];
    };
    expect([1, 8].map(look)).toEqual([
      [228, 150, 20],
      [228, 150, 20],
    ]);
    expect([9, 10].map(look)).toEqual([
      [228, 112, 18],
      [228, 112, 18],
    ]);
    expect([11, 14].map(look)).toEqual([
      [228, 82, 16],
      [228, 82, 16],
    ]);
    expect([15, 21, 22].map(look)).toEqual([
      [148, 92, 16],
      [148, 92, 16],
      [148, 92, 16],
    ]);
  });

  it('[ARR3] cards are never wider than 1.6 times the least, except alone in their row', () => {
    for (const place of zonesWith('grid'))
      for (const { box } of arrange(sceneOf(place, items(place, 2))).placements)
        expect(box.w === place.body.w || box.w <= 300 * 1.6, place.path).toBe(true);
  });

  it('[ARR4] a card comes where it was dropped among the others', () => {
    const place = zoneAt('actor-map/who/known');
    const scene = sceneOf(place, items(place, 5));
    const standing = settled(scene, arrange(scene));
    const order = (x: number, y: number) => {
      const moved = standing.items.map((one) =>
        one.id === 'shape:known.4' ? { ...one, box: { ...one.box, x, y } } : one,
      );
      return arrange({ ...standing, items: moved })
        .placements.map(({ id }) => id.at(-1))
        .join('');
    };
    // Cards stand at x 52 and 290, y 340, 500 and 660.
    expect(order(20, 330)).toBe('40123');
    expect(order(175, 345)).toBe('04123');
    expect(order(400, 338)).toBe('01423');
    expect(order(170, 420)).toBe('01423');
    expect(order(200, 590)).toBe('01234');
  });

  it('[ARR5] a pinned card stays, and no other comes under it', () => {
    const place = zoneAt('visioning/threads/all');
    const pinned = item(place, 99, { pinned: true, box: { x: 100, y: 400, w: 200, h: 150 } });
    for (const count of counts.slice(0, 20)) {
      const { placements } = arrange(sceneOf(place, [...items(place, count), pinned]));
      expect(placements.map(({ id }) => id)).not.toContain(pinned.id);
      expect(overlapping([pinned.box, ...placements.map(({ box }) => box)])).toEqual([]);
    }
  });

  it('[ARR5] ghosts are not moved and take no place', () => {
    const place = zoneAt('visioning/threads/all');
    const scene = sceneOf(place, [item(place, 0, { isGhost: true }), item(place, 1)]);
    expect(arrange(scene).placements).toEqual(arrange(sceneOf(place, [item(place, 1)])).placements);
  });
});

describe('[ARR6] the next place', () => {
  it.each(filled)('[ARR6] of $path is free until there is none, and nobody moves', (place) => {
    let scene = sceneOf(place, []);
    for (let number = 0; number < 60; number++) {
      const next = nextPlace(scene, place.zone);
      if (next === null) {
        expect(number).toBeGreaterThan(0);
        return;
      }
      const boxes = [...scene.items.map(({ box }) => box), next.box];
      expect(overlapping(boxes)).toEqual([]);
      expect(outside(boxes, place.body)).toEqual([]);
      scene = { ...scene, items: [...scene.items, item(place, number, { box: next.box })] };
    }
    expect.unreachable('sixty cards in one size');
  });

  it('[ARR6] is of the size that cards have there, and takes the gap that one has left', () => {
    const place = zoneAt('actor-map/who/known');
    const scene = sceneOf(place, items(place, 12));
    const standing = settled(scene, arrange(scene));
    const [, second, ...others] = standing.items;
    const next = nextPlace({ ...standing, items: [standing.items[0] ?? item(place, 0), ...others] }, place.zone);
    expect(next?.box).toEqual(second?.box);
    expect(next?.textSize).toBe(16);
  });

  it('[ARR6] a ghost is in nobody’s way', () => {
    const place = zoneAt('actor-map/who/known');
    const free = nextPlace(sceneOf(place, []), place.zone);
    const box = free?.box ?? place.body;
    expect(nextPlace(sceneOf(place, [item(place, 0, { isGhost: true, box })]), place.zone)).toEqual(free);
  });
});
