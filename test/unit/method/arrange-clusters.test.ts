import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../shared/method/behaviours/arrange.ts';
import type { Arrangement, Item, Scene } from '../../../shared/method/behaviours/behaviour.ts';
import { panelLook, panelsOf } from '../../../shared/method/behaviours/clusters.ts';
import { nextPlace, type PlacedScene, planScene } from '../../../shared/method/behaviours/scene.ts';
import { pagePitch } from '../../../shared/method/behaviours/scene-continuation.ts';
import type { FrameView } from '../../../shared/method/board-view.ts';
import type { Box, Zone } from '../../../shared/method/template.ts';
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
  type ZonePlace,
  zoneAt,
  zonesWith,
} from './support/scenes.ts';

const grids = unlike(zonesWith('grid'));
const threads = zoneAt('visioning/threads/all');
const liked = zoneAt('lessons-learnt/lens-4l/liked');

/** `a a b -`: one card per letter, in the cluster of that name. */
const named = (place: ZonePlace, letters: string): readonly Item[] =>
  letters.split('').map((letter, number) => item(place, number, { fields: letter === '-' ? {} : { cluster: letter } }));

const boxes = ({ placements }: Arrangement): readonly Box[] => placements.map(({ box }) => box);
const panels = (scene: Scene, arranged: Arrangement) => {
  const shown = new Set(arranged.placements.map(({ id }) => id));
  const { items: now, frame, zones } = settled(scene, arranged);
  return panelsOf(
    now.filter(({ id, pinned }) => pinned || shown.has(id)),
    zones[0] as Zone,
    frame.paper,
  );
};
const order = ({ placements, overflow }: Arrangement): string =>
  [...placements.map(({ id }) => id), ...overflow].map((id) => id.split('.').at(-1)).join(' ');

/** Any cards of a zone, in up to four clusters, some of them pinned where they lie. */
const anyCards = (place: ZonePlace, pinnedMost: number) =>
  fc
    .array(
      fc.record({
        cluster: fc.constantFrom('a', 'b', 'c', 'd', null),
        x: fc.integer({ min: 0, max: Math.max(0, place.body.w - 200) }),
        y: fc.integer({ min: 0, max: Math.max(0, place.body.h - 90) }),
      }),
      { minLength: 1, maxLength: 26 },
    )
    .map((cards) =>
      cards.map(({ cluster, x, y }, number) =>
        item(place, number, {
          fields: cluster === null ? {} : { cluster },
          pinned: number < pinnedMost && number % 2 === 1,
          box: { x: place.body.x + x, y: place.body.y + y, w: 140, h: 80 },
        }),
      ),
    );

describe('cards that belong together', () => {
  it.each(grids)('[CLU1] without a cluster cards of $path stand as ever', (place) => {
    for (const count of [1, 6, 19]) {
      const scene = sceneOf(place, items(place, count));
      const spaces = scene.items.map((one) => ({ ...one, fields: { cluster: '  ' } }));
      expect(arrange({ ...scene, items: spaces })).toEqual(arrange(scene));
    }
  });

  it('[CLU27] of one name are one cluster, however its accents and spaces were typed', () => {
    const names = ['Énergie et  chaleur', 'E\u0301nergie et chaleur ', '\u00a0Énergie et\tchaleur'];
    const plain = items(liked, names.length);
    const scene = sceneOf(
      liked,
      plain.map((one, at) => ({ ...one, fields: { cluster: names[at] ?? '' } })),
    );
    expect(panels(scene, arrange(scene)).map(({ name, ids }) => [name, ids.length])).toEqual([
      ['Énergie et chaleur', 3],
    ]);
  });

  it('[CLU2] stand as a block of about as many columns as rows under a line for the name, the others last', () => {
    const scene = sceneOf(liked, named(liked, '-a-aba-b'));
    const arranged = arrange(scene);
    expect(order(arranged)).toBe('1 3 5 4 7 0 2 6');
    const [a, b] = panels(scene, arranged);
    expect([a?.name, b?.name, a?.ids.length, b?.ids.length]).toEqual(['a', 'b', 3, 2]);
    // Beside each other on one shelf, two columns each.
    expect(a?.box.y).toBe(b?.box.y);
    const columns = (ids: readonly string[] = []) =>
      new Set(arranged.placements.filter(({ id }) => ids.includes(id)).map(({ box }) => box.x)).size;
    expect([columns(a?.ids), columns(b?.ids)]).toEqual([2, 2]);
    const names = [a, b].flatMap((panel) => (panel === undefined ? [] : [panel.head]));
    expect(names.every(({ h }) => h === panelLook.A4.head)).toBe(true);
    expect(overlapping([...names, ...boxes(arranged)])).toEqual([]);
  });

  it('[CLU2] blocks follow each other as their first cards lie', () => {
    const scene = sceneOf(threads, named(threads, 'aabb'));
    const standing = settled(scene, arrange(scene));
    const [first] = standing.items;
    const moved = standing.items.map((one) =>
      one.id === 'shape:all.3' ? { ...one, box: { ...one.box, y: (first?.box.y ?? 0) - 90 } } : one,
    );
    expect(order(arrange(standing))).toBe('0 1 2 3');
    expect(order(arrange({ ...standing, items: moved }))).toBe('3 2 0 1');
  });

  it('[CLU3] are as large as all of them fit, one size for all', () => {
    const sizes = (letters: string) => {
      const { placements } = arrange(sceneOf(threads, named(threads, letters)));
      return [...new Set(placements.map(({ box, textSize }) => `${textSize} ${box.w}×${box.h}`))];
    };
    expect(sizes('aab')).toEqual(['20 326×150']);
    expect(sizes('aaabbb')).toEqual(['18 326×112']);
    expect(sizes('aaabbbccc-')).toHaveLength(1);
    expect(sizes('aaabbbccc-')[0]).toMatch(/^16 /);
  });

  it.each(grids)('[CLU4] never lie on each other in $path, on a name or outside, however they come', (place) => {
    fc.assert(
      fc.property(anyCards(place, 0), fc.integer({ min: 1, max: 99 }), (cards, seed) => {
        const scene = sceneOf(place, cards);
        const arranged = arrange(scene);
        const seen = panels(scene, arranged);
        expect(overlapping([...boxes(arranged), ...seen.map(({ head }) => head)])).toEqual([]);
        expect(overlapping(seen.map(({ box }) => box))).toEqual([]);
        expect(outside([...boxes(arranged), ...seen.map(({ box }) => box)], place.body)).toEqual([]);
        expect([...arranged.placements.map(({ id }) => id), ...arranged.overflow].sort()).toEqual(
          cards.map(({ id }) => id).sort(),
        );
        expect(arranged.placements.length).toBeGreaterThan(0);
        expect(arrange({ ...scene, items: shuffled(cards, seed) })).toEqual(arranged);
        if (arranged.overflow.length === 0) expect(arrange(settled(scene, arranged))).toEqual(arranged);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('[CLU5] a pinned card stays, and neither a card nor a name comes under it', () => {
    fc.assert(
      fc.property(anyCards(liked, 8), (cards) => {
        const scene = sceneOf(liked, cards);
        const arranged = arrange(scene);
        const fast = cards.filter(({ pinned }) => pinned);
        const clear = [...boxes(arranged)];
        expect(overlapping(clear)).toEqual([]);
        for (const { box } of fast) expect(clear.filter((other) => overlaps(box, other))).toEqual([]);
        expect(arranged.placements.filter(({ id }) => fast.some((one) => one.id === id))).toEqual([]);
        const loose = panels({ ...scene, items: cards.filter(({ pinned }) => !pinned) }, arranged);
        const names = loose.filter((panel, index) => loose.findIndex(({ name }) => name === panel.name) === index);
        for (const { box } of fast) expect(names.filter(({ head }) => overlaps(box, head))).toEqual([]);
        expect(outside(clear, liked.body)).toEqual([]);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('[CLU6] what has no room goes on in its order at the next page, a cluster on both under its name', () => {
    const cards = named(threads, `${'a'.repeat(9)}${'b'.repeat(9)}--`);
    const scene = sceneOf(threads, cards);
    const frameView = { frame: threads.frame, page: 0, shape: { x: 0, y: 0 } } as unknown as FrameView;
    const placed: PlacedScene = { ...scene, layout: 'grid', pages: [frameView] };
    const { moves, pages } = planScene(placed);
    const named_ = (page: number) => {
      const here = moves.filter((move) => move.page === page);
      const standing = here.map(({ id, box }) => ({
        ...(cards.find((card) => card.id === id) as Item),
        box: { ...box, y: box.y - page * pagePitch },
      }));
      return { count: here.length, names: panelsOf(standing, threads.zone, 'A4').map(({ name }) => name) };
    };
    expect(named_(0)).toEqual({ count: 13, names: ['a', 'b'] });
    expect(named_(1)).toEqual({ count: 7, names: ['b'] });
    expect(pages.map(({ page }) => page)).toEqual([1]);
    const again = moves.map(({ id, box }) => ({ ...(cards.find((card) => card.id === id) as Item), box }));
    expect(planScene({ ...placed, items: again }).moves).toEqual(moves);
    // The last place says how many are elsewhere.
    expect(arrange(sceneOf(threads, named(threads, 'a'.repeat(30)))).overflow.length).toBeGreaterThan(0);
  });

  it('[CLU7] a new card takes a place only where nothing has to move for it', () => {
    const scene = sceneOf(liked, named(liked, 'aab-'));
    const standing = settled(scene, arrange(scene));
    const free = nextPlace(standing, liked.zone);
    expect(free).not.toBeNull();
    expect(overlapping([...standing.items.map(({ box }) => box), free?.box as Box])).toEqual([]);
    expect(panelsOf(standing.items, liked.zone, 'A4').filter(({ box }) => overlaps(box, free?.box as Box))).toEqual([]);
    // There is a hole in neither block: others would have to move.
    expect(nextPlace(standing, liked.zone, { cluster: 'a' })).toBeNull();
  });
});
