import { describe, expect, it } from 'vitest';
import { type Diff, emptyDiff, reverseDiff, squashDiffs } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { fromPage, toPage } from '../../../shared/board/place.ts';
import { type Board, rebase } from '../../../shared/board/rebase.ts';

const shape = (id: string, more: object = {}): AnyRecord =>
  ({
    ...{ id, typeName: 'shape', type: 'geo', parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0 },
    ...{ isLocked: false, opacity: 1, meta: {}, props: { color: 'black', w: 100 } },
    ...more,
  }) as unknown as AnyRecord;
const page = { id: 'page:page', typeName: 'page', index: 'a1', name: '', meta: {} } as unknown as AnyRecord;
const binding = (id: string, fromId: string, toId: string): AnyRecord =>
  ({ id, typeName: 'binding', type: 'arrow', fromId, toId, props: {}, meta: {} }) as unknown as AnyRecord;

function board(records: readonly AnyRecord[], more: Partial<Board> = {}): Board {
  const byId = new Map([page, ...records].map((record) => [record.id as string, record]));
  return {
    get: (id) => byId.get(id),
    childrenOf: (id) => records.filter(({ parentId }) => parentId === id).map((record) => record.id),
    foreign: new Set(),
    graves: new Map(),
    pageId: page.id,
    ...more,
  };
}
const updated = (from: AnyRecord, to: AnyRecord): Diff => ({ ...emptyDiff(), updated: { [to.id]: [from, to] } });
const added = (...records: AnyRecord[]): Diff => ({
  ...emptyDiff(),
  added: Object.fromEntries(records.map((record) => [record.id, record])),
});

describe('[CAN40] a value changes only while it still is what the change started from', () => {
  const mine = updated(shape('s', { x: 0 }), shape('s', { x: 50, opacity: 0.5, props: { color: 'black', w: 200 } }));

  it('[CAN40] props one by one', () => {
    const now = shape('s', { props: { color: 'red', w: 100 } });
    expect(rebase(board([now]), mine).updated.s?.[1]).toMatchObject({ x: 50, props: { color: 'red', w: 200 } });
  });

  it('[CAN40] x, y and rotation as one', () => {
    const now = shape('s', { rotation: 1 });
    expect(rebase(board([now]), mine).updated.s?.[1]).toMatchObject({ x: 0, rotation: 1, opacity: 0.5 });
  });

  it('[CAN40] nothing where everything was overtaken', () => {
    const now = shape('s', { x: 7, opacity: 0.9, props: { color: 'black', w: 300 } });
    expect(rebase(board([now]), mine)).toEqual(emptyDiff());
  });

  it('[CAN40] nothing of a record that is gone', () => {
    expect(rebase(board([]), mine)).toEqual(emptyDiff());
  });

  it('[CAN40] never meta, which is the server’s', () => {
    const diff = updated(shape('s', { meta: { author: 'a' } }), shape('s', { meta: {} }));
    expect(rebase(board([shape('s', { meta: { author: 'a' } })]), diff)).toEqual(emptyDiff());
  });
});

describe('[CAN41] taking back what one has made', () => {
  const undo = reverseDiff(added(shape('s')));

  it('[CAN41] goes while nobody else has touched it, in its present state', () => {
    const now = shape('s', { x: 9 });
    expect(rebase(board([now]), undo).removed).toEqual({ s: now });
  });

  it('[CAN41] is left out when others have', () => {
    expect(rebase(board([shape('s')], { foreign: new Set(['s']) }), undo)).toEqual(emptyDiff());
  });

  it('[CAN41] is left out when something of others is in it, not when the content goes too', () => {
    const child = shape('child', { parentId: 's' });
    expect(rebase(board([shape('s'), child]), undo)).toEqual(emptyDiff());
    const both = reverseDiff(added(shape('s'), child));
    expect(Object.keys(rebase(board([shape('s'), child]), both).removed).sort()).toEqual(['child', 's']);
  });
});

describe('[CAN42] bringing back', () => {
  it('[CAN42] parents come before children, arrows are bound only where both ends live', () => {
    const diff = added(binding('b', 'child', 'other'), shape('child', { parentId: 'frame' }), shape('frame'));
    const all = rebase(board([shape('other')]), diff);
    expect(Object.keys(all.added)).toEqual(['frame', 'child', 'b']);
    expect(Object.keys(rebase(board([]), diff).added)).toEqual(['frame', 'child']);
  });

  it('[CAN42] the last state of the record counts, not the first', () => {
    const last = shape('s', { x: 77 });
    expect(rebase(board([], { graves: new Map([['s', last]]) }), added(shape('s'))).added).toEqual({ s: last });
  });

  it('[CAN42] a shape whose frame is gone stands on the page at the same place, turned as it was', () => {
    const frame = shape('frame', { x: 100, y: 50, rotation: Math.PI / 2 });
    const child = shape('child', { parentId: 'frame', x: 10, y: 20, rotation: 0.25 });
    const back = rebase(board([], { graves: new Map([['frame', frame]]) }), added(child)).added.child;
    expect(back?.parentId).toBe('page:page');
    expect(back?.x as number).toBeCloseTo(80);
    expect(back?.y as number).toBeCloseTo(60);
    expect(back?.rotation as number).toBeCloseTo(Math.PI / 2 + 0.25);
  });
});

describe('[CAN43] a change of parent', () => {
  const frame = shape('frame', { x: 100, y: 100 });
  const move = updated(shape('s', { x: 150 }), shape('s', { x: 50, y: -100, parentId: 'frame', index: 'a5' }));

  it('[CAN43] takes parent, order and place together', () => {
    const next = rebase(board([frame, shape('s', { x: 150 })]), move).updated.s?.[1];
    expect(next).toMatchObject({ parentId: 'frame', index: 'a5', x: 50, y: -100 });
  });

  it('[CAN43] keeps the place on the page that somebody else gave meanwhile', () => {
    const next = rebase(board([frame, shape('s', { x: 300, y: 20 })]), move).updated.s?.[1];
    expect(next).toMatchObject({ parentId: 'frame', x: 200, y: -80 });
  });

  it('[CAN114] is left out when the new parent has been put into the shape meanwhile, and all else is done', () => {
    const back = updated(shape('s'), shape('s', { parentId: 'f', index: 'a7', x: 9, opacity: 0.5 }));
    const tangled = board([shape('s'), shape('g', { parentId: 's' }), shape('f', { parentId: 'g' })]);
    expect(rebase(tangled, back).updated.s?.[1]).toMatchObject({
      parentId: 'page:page',
      index: 'a1',
      x: 0,
      opacity: 0.5,
    });
    const move = updated(shape('s'), shape('s', { parentId: 'f', x: 9 }));
    expect(rebase(tangled, move)).toEqual(emptyDiff());
  });

  it('[CAN114] two that change places with each other do', () => {
    const records = [shape('s'), shape('f', { parentId: 's' })];
    for (const ids of [
      ['s', 'f'],
      ['f', 's'],
    ]) {
      const pairs = { s: shape('s', { parentId: 'f' }), f: shape('f') } as Record<string, AnyRecord>;
      const swap = ids.map((id) => [id, [records.find((record) => record.id === id), pairs[id]]]);
      const { updated } = rebase(board(records), { ...emptyDiff(), updated: Object.fromEntries(swap) });
      expect([updated.s?.[1].parentId, updated.f?.[1].parentId]).toEqual(['f', 'page:page']);
    }
  });

  it('[CAN43] is left out when the new parent is gone or somebody else has chosen another', () => {
    expect(rebase(board([shape('s', { x: 150 })]), move)).toEqual(emptyDiff());
    const elsewhere = shape('s', { x: 150, parentId: 'frame-2' });
    expect(rebase(board([frame, shape('frame-2'), elsewhere]), move)).toEqual(emptyDiff());
  });
});

describe('[CAN44] several changes as one', () => {
  it('[CAN44] made and changed is made; changed twice is one change; made and removed is nothing', () => {
    const [a, b, c] = [shape('s'), shape('s', { x: 1 }), shape('s', { x: 2 })];
    expect(squashDiffs([added(a), updated(a, b)])).toEqual(added(b));
    expect(squashDiffs([updated(a, b), updated(b, c)])).toEqual(updated(a, c));
    expect(squashDiffs([added(a), reverseDiff(added(a))])).toEqual(emptyDiff());
  });

  it('[CAN44] changed and removed remembers the first state; removed and made again is a change', () => {
    const [a, b] = [shape('s'), shape('s', { x: 1 })];
    expect(squashDiffs([updated(a, b), reverseDiff(added(b))])).toEqual(reverseDiff(added(a)));
    expect(squashDiffs([reverseDiff(added(a)), added(b)])).toEqual(updated(a, b));
  });
});

it('[CAN45] a place on the page and a place in a parent are each other’s inverse', () => {
  const parent = { x: 12, y: -5, rotation: 0.7 };
  const place = { x: 3, y: 4, rotation: -1.1 };
  const back = fromPage(parent, toPage(parent, place));
  expect(back.x).toBeCloseTo(place.x);
  expect(back.y).toBeCloseTo(place.y);
  expect(back.rotation).toBeCloseTo(place.rotation);
});
