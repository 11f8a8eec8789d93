import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { placeOnPage } from '../../../shared/board/place.ts';
import { shape as anyShape, arrowBinding, note } from '../board/support/records.ts';
import { ann, atMs, ben, documentRecord, fay, Lab, page, type Replica } from './review-lab.ts';

const frame = (id: string, fields: Readonly<Record<string, unknown>> = {}) =>
  anyShape(id, 'frame', { x: 100, ...fields });
const board = (...records: readonly AnyRecord[]) => new Lab([documentRecord, page(), ...records]);
const onPage = (lab: Lab, id: string) => placeOnPage((id) => lab.review.records.get(id), id);

/** Two people who do something without knowing of each other; in the order in which the server hears of it. */
function concurrently(lab: Lab, first: (replica: Replica) => void, second: (replica: Replica) => void) {
  const [one, two] = [lab.replica(), lab.replica()];
  first(one);
  second(two);
  return [lab.push(one, ann), lab.push(two, ben)] as const;
}

describe('[REV20] bindings', () => {
  const bound = () =>
    board(anyShape('box', 'geo', { x: 300, y: 100, index: 'a2' }), anyShape('arrow', 'arrow', { index: 'a3' }));

  it('[REV20] to what somebody else deleted go, in both orders', () => {
    const bind = (replica: Replica) => replica.add(arrowBinding('arrow', 'end', 'box'));
    const remove = (replica: Replica) => replica.remove('shape:box');
    for (const [first, second] of [
      [bind, remove],
      [remove, bind],
    ] as const) {
      const lab = bound();
      concurrently(lab, first, second);
      expect(lab.has('binding:arrow-end')).toBe(false);
      expect(lab.get('shape:arrow').props).toMatchObject({ end: { x: 350, y: 150 } });
    }
  });

  it('[REV21] an arrow that loses its target ends where it was seen', () => {
    const lab = bound();
    const binding = arrowBinding('arrow', 'end', 'box');
    const props = { ...(binding.props as object), isPrecise: false, normalizedAnchor: { x: 0.9, y: 0.1 } };
    lab.edit(ann, (replica) => replica.add({ ...binding, props } as unknown as AnyRecord));
    const { changes } = lab.edit(ben, (replica) => replica.remove('shape:box'));
    // The middle of the box, which is where an arrow points that was not put down precisely.
    expect(lab.get('shape:arrow').props).toMatchObject({ start: { x: 0, y: 0 }, end: { x: 350, y: 150 } });
    expect(Object.keys(changes.removed).sort()).toEqual(['binding:arrow-end', 'shape:box']);
    expect(Object.keys(changes.updated)).toEqual(['shape:arrow']);
  });

  it('[REV21] at the anchor where it is precise, in the arrow’s own coordinates, whatever the box was in', () => {
    const lab = board(
      frame('frame', { y: 10, index: 'a1' }),
      anyShape('box', 'geo', { parentId: 'shape:frame', x: 20, y: 30 }),
      anyShape('arrow', 'arrow', { x: 5, y: 5, index: 'a3' }),
    );
    const binding = arrowBinding('arrow', 'start', 'box');
    const props = { ...(binding.props as object), isPrecise: true, normalizedAnchor: { x: 0.25, y: 1 } };
    lab.edit(ann, (replica) => replica.add({ ...binding, props } as unknown as AnyRecord));
    lab.edit(ben, (replica) => replica.remove('shape:frame', 'shape:box'));
    expect(lab.get('shape:arrow').props).toMatchObject({ start: { x: 100 + 20 + 25 - 5, y: 10 + 30 + 100 - 5 } });
  });

  it('[REV22] have an arrow at one end and something else at the other', () => {
    const lab = bound();
    for (const binding of [
      arrowBinding('box', 'end', 'arrow'),
      arrowBinding('arrow', 'end', 'arrow'),
      arrowBinding('arrow', 'end', 'nothing'),
      { ...arrowBinding('arrow', 'end', 'box'), toId: 'shape:other-page' } as unknown as AnyRecord,
    ]) {
      lab.edit(ann, (replica) => replica.add(binding));
      expect(lab.has(binding.id)).toBe(false);
    }
  });

  it('[REV22] never cross pages', () => {
    const lab = board(page('two', 'a2'), anyShape('box', 'geo', { parentId: 'page:two' }), anyShape('arrow', 'arrow'));
    lab.edit(ann, (replica) => replica.add(arrowBinding('arrow', 'end', 'box')));
    expect(lab.has('binding:arrow-end')).toBe(false);
  });

  it('[REV23] of two that were made for one end at the same time the first stays', () => {
    const lab = bound();
    lab.edit(ann, (replica) => replica.add(anyShape('other', 'geo', { index: 'a5' })));
    const binding = (id: string, target: string) =>
      ({ ...arrowBinding('arrow', 'end', target), id: `binding:${id}` }) as unknown as AnyRecord;
    concurrently(
      lab,
      (replica) => replica.add(binding('z', 'box')),
      (replica) => replica.add(binding('a', 'other')),
    );
    expect(lab.has('binding:z')).toBe(true);
    expect(lab.has('binding:a')).toBe(false);
  });
});

describe('[REV24] parents', () => {
  it('[REV24] what was put into something that somebody deleted comes to the page, at its place, in both orders', () => {
    const add = (replica: Replica) => replica.add(note('n', '', { parentId: 'shape:frame', x: 5, y: 6 }));
    const remove = (replica: Replica) => replica.remove('shape:frame');
    for (const [first, second] of [
      [add, remove],
      [remove, add],
    ] as const) {
      const lab = board(frame('frame', { y: 50, rotation: Math.PI / 2 }));
      concurrently(lab, first, second);
      expect(lab.get('shape:n').parentId).toBe('page:page');
      expect(onPage(lab, 'shape:n').x).toBeCloseTo(94);
      expect(onPage(lab, 'shape:n').y).toBeCloseTo(55);
      expect(onPage(lab, 'shape:n').rotation).toBeCloseTo(Math.PI / 2);
    }
  });

  it('[REV24] or into the nearest parent that lives', () => {
    const lab = board(frame('outer'), frame('inner', { parentId: 'shape:outer' }));
    concurrently(
      lab,
      (replica) => replica.add(note('n', '', { parentId: 'shape:inner', x: 5 })),
      (replica) => replica.remove('shape:inner'),
    );
    expect(lab.get('shape:n')).toMatchObject({ parentId: 'shape:outer', x: 105 });
  });

  it('[REV24] what was not known of a parent cannot be kept: the coordinates stand', () => {
    const lab = board();
    lab.edit(ann, (replica) => replica.add(note('n', '', { parentId: 'shape:never', x: 5, y: 6 })));
    expect(lab.get('shape:n')).toMatchObject({ parentId: 'page:page', x: 5, y: 6 });
  });

  it('[REV24] a place at the edge of the board stays on the board', () => {
    const lab = board(frame('frame', { x: 900_000 }));
    concurrently(
      lab,
      (replica) => replica.add(note('n', '', { parentId: 'shape:frame', x: 900_000 })),
      (replica) => replica.remove('shape:frame'),
    );
    expect(lab.get('shape:n').x).toBe(1_000_000);
  });

  it('[REV25] of two that were put into each other the one with the smaller id goes to the page, as canvases show it', () => {
    const lab = board(frame('a', { index: 'a1' }), frame('b', { index: 'a2', x: 30 }));
    concurrently(
      lab,
      (replica) => replica.change('shape:a', { parentId: 'shape:b', x: 1, y: 2 }),
      (replica) => replica.change('shape:b', { parentId: 'shape:a', x: 3, y: 4 }),
    );
    expect(lab.get('shape:a')).toMatchObject({ parentId: 'page:page', x: 1, y: 2 });
    expect(lab.get('shape:b')).toMatchObject({ parentId: 'shape:a', x: 3, y: 4 });
  });

  it('[REV25] nothing is its own parent', () => {
    const lab = board(frame('a'));
    lab.edit(ann, (replica) => replica.change('shape:a', { parentId: 'shape:a' }));
    expect(lab.get('shape:a').parentId).toBe('page:page');
  });

  it('[REV26] no more than fifty shapes are in each other', () => {
    const lab = board();
    lab.edit(ann, (replica) => {
      const chain = Array.from({ length: 300 }, (_, number) =>
        frame(`f${number}`, { x: 1, parentId: number === 0 ? 'page:page' : `shape:f${number - 1}` }),
      );
      replica.add(...chain);
    });
    const depths = [...lab.review.records.keys()].map((id) => {
      let depth = 0;
      for (
        let at = lab.review.records.get(id);
        at?.typeName === 'shape';
        at = lab.review.records.get(at.parentId as string)
      )
        depth++;
      return depth;
    });
    expect(Math.max(...depths)).toBeLessThanOrEqual(50);
    expect(onPage(lab, 'shape:f299').x).toBeCloseTo(300);
  });
});

describe('[REV31] a place and the parent that it is in', () => {
  it('[REV31] somebody moves what somebody else puts elsewhere: it is where it was moved to, in both orders', () => {
    const put = (replica: Replica) => replica.change('shape:n', { parentId: 'shape:frame', x: -100, index: 'a1' });
    const move = (replica: Replica) => replica.change('shape:n', { x: 40, y: 7 });
    for (const [first, second] of [
      [put, move],
      [move, put],
    ] as const) {
      const lab = board(frame('frame', { rotation: Math.PI, index: 'a1' }), note('n', '', { index: 'a2' }));
      concurrently(lab, first, second);
      const writer = lab.get('shape:n');
      expect(writer.parentId).toBe('shape:frame');
      // Whose place counts is not the server's to choose; in whose parent it was meant is.
      const at = onPage(lab, 'shape:n');
      expect([40, 200].some((x) => Math.abs(at.x - x) < 1e-9)).toBe(true);
    }
  });

  it('[REV31] nothing locked moves because somebody says that its place was meant otherwise', () => {
    const lab = board(frame('frame', { index: 'a1' }), note('fixed', '', { isLocked: true, index: 'a2' }));
    const before = lab.get('shape:fixed');
    const { putBack } = lab.edit(ann, ({ map }) => map.get('shape:fixed')?.set('at', [5, 5, 0, 'shape:frame']));
    expect(putBack).toEqual([{ id: 'shape:fixed', reason: 'locked' }]);
    expect(lab.get('shape:fixed')).toEqual(before);
  });

  it('[REV31] a place for a parent that nobody knows is none: the shape stays where it was', () => {
    const lab = board(note('n', '', { x: 3, index: 'a2' }));
    lab.edit(ann, ({ map }) => map.get('shape:n')?.set('at', [500, 5, 0, 'shape:nowhere']));
    expect(lab.get('shape:n').x).toBe(3);
  });

  it('[REV31] and never leaves the board', () => {
    const lab = board(frame('frame', { x: 900_000, index: 'a1' }), note('n', '', { index: 'a2' }));
    lab.edit(ann, ({ map }) => map.get('shape:n')?.set('at', [900_000, 5, 0, 'shape:frame']));
    expect(lab.get('shape:n').x).toBe(1_000_000);
  });
});

describe('[REV27] arrows', () => {
  const boxes = (parents: readonly [string, string], ...others: readonly AnyRecord[]) =>
    board(
      frame('one', { index: 'a1' }),
      frame('two', { index: 'a2', x: 700 }),
      anyShape('start', 'geo', { parentId: parents[0], index: 'a3' }),
      anyShape('end', 'geo', { parentId: parents[1], index: 'a4' }),
      anyShape('arrow', 'arrow', { index: 'a8' }),
      arrowBinding('arrow', 'start', 'start'),
      arrowBinding('arrow', 'end', 'end'),
      ...others,
    );

  it('[REV27] two people put both ends into one frame at the same time: so goes the arrow, above both, at its place', () => {
    const lab = boxes(['page:page', 'page:page'], note('above', '', { parentId: 'shape:one', index: 'a9' }));
    lab.review.settle(null, atMs);
    concurrently(
      lab,
      (replica) => replica.change('shape:start', { parentId: 'shape:one', index: 'a5' }),
      (replica) => replica.change('shape:end', { parentId: 'shape:one', index: 'a6' }),
    );
    expect(lab.get('shape:arrow').parentId).toBe('shape:one');
    expect(onPage(lab, 'shape:arrow')).toMatchObject({ x: 0, y: 0 });
    const index = String(lab.get('shape:arrow').index);
    expect(index > 'a6' && index < 'a9').toBe(true);
  });

  it('[REV27] ends in different frames bring it to the page, one end in a frame leaves it where it is', () => {
    const lab = boxes(['shape:one', 'shape:one']);
    lab.review.settle(null, atMs);
    expect(lab.get('shape:arrow').parentId).toBe('shape:one');
    lab.edit(null, (replica) => replica.change('shape:end', { parentId: 'shape:two' }));
    expect(lab.get('shape:arrow').parentId).toBe('page:page');
    lab.edit(ann, (replica) => replica.remove('binding:arrow-end'));
    expect(lab.get('shape:arrow').parentId).toBe('page:page');
    lab.edit(ann, (replica) => replica.change('shape:arrow', { parentId: 'shape:one' }));
    expect(lab.get('shape:arrow').parentId).toBe('shape:one');
  });

  it('[REV27] what both ends are in may itself be put elsewhere', () => {
    const lab = boxes(['shape:one', 'shape:two']);
    lab.edit(null, (replica) => replica.change('shape:two', { parentId: 'shape:one' }));
    expect(lab.get('shape:arrow').parentId).toBe('shape:one');
  });

  it('[REV27] never into what is locked, where nobody could move it; a locked arrow stays', () => {
    const lab = boxes(['page:page', 'page:page']);
    lab.edit(fay, (replica) => {
      replica.change('shape:one', { isLocked: true });
      replica.change('shape:start', { parentId: 'shape:one' });
      replica.change('shape:end', { parentId: 'shape:one' });
    });
    expect(lab.get('shape:arrow').parentId).toBe('page:page');
    lab.edit(fay, (replica) => replica.change('shape:arrow', { isLocked: true }));
    lab.edit(fay, (replica) => replica.change('shape:one', { isLocked: false }));
    lab.edit(fay, (replica) => replica.change('shape:end', { index: 'a7' }));
    expect(lab.get('shape:arrow').parentId).toBe('page:page');
  });
});

describe('[REV28] groups', () => {
  const grouped = () =>
    board(
      anyShape('group', 'group', { x: 100, index: 'a2' }),
      note('a', '', { parentId: 'shape:group', x: 1, index: 'a1' }),
      note('b', '', { parentId: 'shape:group', x: 2, index: 'a2' }),
    );

  it('[REV28] of which two people removed a member each go, and arrows to them end where they were', () => {
    const lab = grouped();
    lab.edit(ann, (replica) =>
      replica.add(anyShape('arrow', 'arrow', { index: 'a5' }), arrowBinding('arrow', 'end', 'group')),
    );
    concurrently(
      lab,
      (replica) => replica.remove('shape:a'),
      (replica) => replica.remove('shape:b'),
    );
    expect(lab.has('shape:group')).toBe(false);
    expect(lab.has('binding:arrow-end')).toBe(false);
    expect((lab.get('shape:arrow').props as { end: { x: number } }).end.x).toBeGreaterThan(100);
  });

  it('[REV28] with one member left go; it takes their place in the order and stays where it is', () => {
    const lab = grouped();
    lab.edit(ann, (replica) => replica.change('shape:a', { parentId: 'page:page', x: 0, index: 'a7' }));
    expect(lab.has('shape:group')).toBe(false);
    expect(lab.get('shape:b')).toMatchObject({ parentId: 'page:page', x: 102, index: 'a2' });
  });

  it('[REV28] in groups go from the inside outwards', () => {
    const lab = board(
      anyShape('outer', 'group', { x: 10, index: 'a1' }),
      note('c', '', { parentId: 'shape:outer', index: 'a1' }),
      anyShape('inner', 'group', { parentId: 'shape:outer', x: 100, index: 'a2' }),
      note('a', '', { parentId: 'shape:inner', x: 1, index: 'a1' }),
      note('b', '', { parentId: 'shape:inner', x: 2, index: 'a2' }),
    );
    lab.edit(ann, (replica) => replica.remove('shape:c', 'shape:a'));
    expect([lab.has('shape:outer'), lab.has('shape:inner')]).toEqual([false, false]);
    expect(lab.get('shape:b')).toMatchObject({ parentId: 'page:page', x: 112 });
  });

  it('[REV41] whose second member the server puts elsewhere in the very turn that brought it go too', () => {
    const lab = board(
      anyShape('box', 'geo', { index: 'a1' }),
      anyShape('bound', 'arrow', { index: 'a2' }),
      anyShape('loose', 'arrow', { index: 'a3' }),
      arrowBinding('bound', 'end', 'box'),
    );
    lab.review.settle(null, atMs);
    // The one who groups both arrows does not know yet that one of them is to be bound at both ends, outside.
    concurrently(
      lab,
      (replica) => replica.add(arrowBinding('bound', 'start', 'box')),
      (replica) => {
        replica.add(anyShape('group', 'group', { index: 'a4' }));
        for (const id of ['shape:bound', 'shape:loose']) replica.change(id, { parentId: 'shape:group' });
      },
    );
    expect(lab.get('shape:bound').parentId).toBe('page:page');
    expect(lab.get('shape:loose').parentId).toBe('page:page');
    expect(lab.has('shape:group')).toBe(false);
  });

  it('[REV28] with two members stay', () => {
    const lab = grouped();
    lab.edit(ann, (replica) => replica.change('shape:a', { x: 50 }));
    expect(lab.has('shape:group')).toBe(true);
  });
});

describe('[REV29] order', () => {
  const order = (lab: Lab, parentId = 'page:page') =>
    [...lab.review.records.values()]
      .filter((record) => record.parentId === parentId)
      .sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1))
      .map(({ id }) => id.slice('shape:'.length));

  it('[REV29] of two at one place the one that came later gets an index right behind', () => {
    const lab = board(note('z', '', { index: 'a2' }), note('y', '', { index: 'a3' }));
    concurrently(
      lab,
      (replica) => replica.add(note('b', '', { index: 'a2' })),
      (replica) => replica.add(note('a', '', { index: 'a2' })),
    );
    expect(lab.get('shape:z').index).toBe('a2');
    expect(lab.get('shape:y').index).toBe('a3');
    expect(order(lab)).toEqual(['z', 'a', 'b', 'y']);
  });

  it('[REV29] of those that come together the smaller id is first', () => {
    const lab = board(note('y', '', { index: 'a3' }));
    const ids = Array.from({ length: 200 }, (_, number) => `n${String(number).padStart(3, '0')}`);
    lab.edit(ann, (replica) => replica.add(...ids.toReversed().map((id) => note(id, '', { index: 'a2' }))));
    expect(order(lab)).toEqual([...ids, 'y']);
    for (const id of ids) expect(String(lab.get(`shape:${id}`).index).length).toBeLessThan(8);
  });

  it('[REV29] where nothing fits between two, the next one moves on too', () => {
    const lab = board(note('z', '', { index: 'a2' }), note('y', '', { index: 'a20' }), note('x', '', { index: 'a3' }));
    lab.edit(ann, (replica) => replica.add(note('n', '', { index: 'a2' })));
    expect(order(lab)).toEqual(['z', 'n', 'y', 'x']);
  });

  it('[REV29] the same index in two parents is no clash', () => {
    const lab = board(frame('f', { index: 'a1' }));
    const { changes } = lab.edit(ann, (replica) =>
      replica.add(note('n', '', { index: 'a2' }), note('m', '', { parentId: 'shape:f', index: 'a2' })),
    );
    expect([changes.added['shape:n']?.index, changes.added['shape:m']?.index]).toEqual(['a2', 'a2']);
  });
});

describe('what is piled up', () => {
  it('[REV42] thousands of shapes in each other are taken apart in time that grows with their number', () => {
    const lab = board();
    const count = 6_000;
    const id = (n: number) => `n${String(n).padStart(4, '0')}`;
    // The innermost first.
    const piled = Array.from({ length: count }, (_, n) =>
      frame(id(n), { parentId: n === count - 1 ? 'page:page' : `shape:${id(n + 1)}`, index: 'a1' }),
    );
    lab.edit(ann, (replica) => replica.add(...piled));
    const parents = new Map(piled.map((shape) => [shape.id as string, lab.get(shape.id as string).parentId as string]));
    const depthOf = (shape: string): number => {
      let depth = 0;
      for (let at = parents.get(shape); at !== undefined; at = parents.get(at)) depth += 1;
      return depth;
    };
    expect(Math.max(...piled.map((shape) => depthOf(shape.id as string)))).toBe(50);
  });

  it('[REV42] an arrow has a bounded number of bindings', () => {
    const lab = board(
      anyShape('a', 'arrow'),
      ...Array.from({ length: 40 }, (_, n) =>
        note(`t${n}`, '', { index: `a2${String.fromCharCode(65 + (n % 26))}${n < 26 ? 1 : 2}` }),
      ),
    );
    const many: readonly AnyRecord[] = Array.from({ length: 40 }, (_, n) => ({
      ...arrowBinding('a', 'end', `t${n}`),
      id: `binding:b${n}` as never,
    }));
    const { putBack } = lab.edit(ann, (replica) => replica.add(...many));
    expect(putBack.length).toBe(40 - 16);
    expect([...lab.review.records.keys()].filter((key) => key.startsWith('binding:'))).toHaveLength(1);
  });
});
