import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { note } from '../board/support/records.ts';
import { type Act, board, concurrently, fieldsOf, setFields, setProps } from './card-lab.ts';
import { ann, ben, fay } from './review-lab.ts';

describe('[SRV9] what hangs on a card', () => {
  const hanging: readonly (readonly [string, AnyRecord])[] = [
    ['a mirror', mirror('edge', 'a', { index: 'a8' })],
    ['a relation from it', relation('edge', 'a', 'b', {}, { index: 'a8' })],
    ['a relation to it', relation('edge', 'b', 'a', {}, { index: 'a8' })],
  ];
  const two = () => board(card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' }));

  it.each(hanging)('[SRV9] %s goes with the card that somebody deletes, in both orders', (_name, edge) => {
    const add: Act = (replica) => replica.add(edge);
    const remove: Act = (replica) => replica.remove('shape:a');
    for (const [first, second] of [
      [add, remove],
      [remove, add],
    ] as const) {
      const lab = two();
      concurrently(lab, first, second);
      expect([lab.has('shape:a'), lab.has('shape:edge'), lab.has('shape:b')]).toEqual([false, false, true]);
    }
  });

  it.each(hanging)('[SRV9] %s that was left over on a board goes with the first look', (_name, edge) => {
    const lab = board(card('b', 'And why'), edge);
    lab.review.settle(null, 0);
    expect([...lab.review.records.keys()]).toEqual(['document:document', 'page:page', 'shape:b']);
    lab.expectSound();
  });

  it('[SRV9] comes back with it when the deletion is undone', () => {
    const edges = [mirror('m', 'a', { index: 'a3' }), relation('r', 'b', 'a', {}, { index: 'a4' })];
    const lab = two();
    lab.edit(ann, (replica) => replica.add(...edges));
    const before = new Map(lab.review.records);
    lab.edit(ben, (replica) => replica.remove('shape:a'));
    expect(lab.review.records.size).toBe(before.size - 3);
    lab.edit(ben, (replica) => replica.add(card('a', 'Why'), ...edges));
    expect(Object.fromEntries(lab.review.records)).toEqual(Object.fromEntries(before));
  });

  it('[SRV9] a card that many hang on goes in one turn', () => {
    const count = 3_000;
    const edges = Array.from({ length: count }, (_, number) => {
      const index = `b${String(number).padStart(4, '0')}V`;
      return number % 2 === 0
        ? mirror(`m${number}`, 'a', { index })
        : relation(`r${number}`, 'a', 'b', { kind: 'relates' }, { index });
    });
    const lab = board(card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' }), ...edges);
    const before = performance.now();
    lab.edit(ann, (replica) => replica.remove('shape:a'));
    expect([...lab.review.records.keys()]).toEqual(['document:document', 'page:page', 'shape:b']);
    // Some thousand steps, not their square.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('[SRV10] ends that are no cards', () => {
  const records = [
    ...[card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' }), note('n', 'a note', { index: 'a3' })],
    ...[mirror('m', 'a', { index: 'a4' }), relation('r', 'a', 'b', {}, { index: 'a5' })],
  ];
  const made: readonly (readonly [string, AnyRecord])[] = [
    ['a mirror of a mirror', mirror('new', 'm')],
    ['a mirror of itself', mirror('new', 'new')],
    ['a mirror of a note', mirror('new', 'n')],
    ['a mirror of a relation', mirror('new', 'r')],
    ['a relation to itself', relation('new', 'a', 'new')],
    ['a relation of a card with itself', relation('new', 'a', 'a')],
    ['a relation to a mirror', relation('new', 'b', 'm')],
    ['a relation from a note', relation('new', 'n', 'b')],
  ];

  it.each(made)('[SRV10] %s is refused', (_name, record) => {
    for (const who of [ann, fay]) {
      const lab = board(...records);
      const { putBack, changes } = lab.edit(who, (replica) => replica.add({ ...record, index: 'a9' } as AnyRecord));
      expect(putBack).toEqual([{ id: 'shape:new', reason: 'invalid' }]);
      expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
    }
  });

  it('[SRV10] a mirror or a relation that is turned to one stays as it was', () => {
    for (const [id, change] of [
      ['shape:m', { of: 'shape:m' }],
      ['shape:m', { of: 'shape:n' }],
      ['shape:r', { to: 'shape:a' }],
      ['shape:r', { from: 'shape:m' }],
    ] as const) {
      const lab = board(...records);
      const before = lab.get(id);
      const { putBack } = lab.edit(ann, (replica) => {
        setProps(replica, id, change);
        setFields(replica, { weight: 3 });
      });
      expect(putBack).toEqual([{ id, reason: 'invalid' }]);
      expect(lab.get(id)).toEqual(before);
      expect(fieldsOf(lab)).toEqual({ weight: 3 });
    }
  });

  it('[SRV10] a card comes with its mirror and its relations in one edit, whatever their order', () => {
    const lab = board(card('b', 'And why'));
    const { putBack } = lab.edit(ann, (replica) =>
      replica.add(
        relation('r', 'a', 'b', {}, { index: 'a2' }),
        mirror('m', 'a', { index: 'a3' }),
        card('a', 'Why', {}, { index: 'a4' }),
      ),
    );
    expect(putBack).toEqual([]);
    expect(lab.has('shape:r') && lab.has('shape:m')).toBe(true);
  });
});

describe('[SRV11] equal relations', () => {
  const two = () => board(card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' }));
  const link =
    (id: string, props = {}): Act =>
    (replica) =>
      replica.add(relation(id, 'a', 'b', props, { index: 'a8' }));

  it('[SRV11] of two that two people made the one with the smaller id stays, in both orders', () => {
    for (const [first, second] of [
      ['x', 'y'],
      ['y', 'x'],
    ] as const) {
      const lab = two();
      const outcomes = concurrently(lab, link(first, { strength: 1 }), link(second, { strength: 3 }));
      expect(outcomes.map(({ putBack }) => putBack)).toEqual([[], []]);
      expect([lab.has('shape:x'), lab.has('shape:y')]).toEqual([true, false]);
    }
  });

  it('[SRV11] one that a change of its end makes equal is one too many as well', () => {
    const lab = two();
    lab.edit(ann, (replica) => replica.add(card('c', 'Third', {}, { index: 'a3' })));
    lab.edit(ann, link('x'));
    lab.edit(ann, (replica) => replica.add(relation('y', 'a', 'c', {}, { index: 'a9' })));
    lab.edit(ben, (replica) => setProps(replica, 'shape:y', { to: 'shape:b' }));
    expect([lab.has('shape:x'), lab.has('shape:y')]).toEqual([true, false]);
  });

  it('[SRV11] another kind or the other way round is another relation', () => {
    const lab = two();
    concurrently(lab, link('x'), link('y', { kind: 'relates' }));
    lab.edit(ann, (replica) => replica.add(relation('z', 'b', 'a', {}, { index: 'a9' })));
    expect(['x', 'y', 'z'].every((id) => lab.has(`shape:${id}`))).toBe(true);
  });

  it('[SRV11] nobody’s new one takes the place of a locked one', () => {
    const lab = two();
    lab.edit(fay, (replica) => replica.add(relation('y', 'a', 'b', {}, { index: 'a8', isLocked: true })));
    lab.edit(ann, link('x'));
    expect([lab.has('shape:x'), lab.has('shape:y')]).toEqual([false, true]);
  });
});
