import { describe, expect, it } from 'vitest';
import { Misplaced } from '../../../server/rooms/review/misplaced.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { noRules } from '../../../shared/session/rules.ts';
import { card } from '../board/support/cards.ts';
import { note, shape } from '../board/support/records.ts';
import { board, setFields, setProps } from './card-lab.ts';
import { CountedLedger } from './counted-ledger.ts';
import { ann, type Lab, page, type Replica } from './review-lab.ts';

/** People have been writing for themselves for some time. */
function privateBoard(...records: readonly AnyRecord[]): Lab {
  const lab = board(...records);
  lab.rules = { ...noRules, isNewPrivate: true };
  return lab;
}

const idsOf = (records: readonly AnyRecord[]) => records.map(({ id }) => id).sort();

describe('[PRW57] what comes late in a group', () => {
  it('[PRW57] leaves a card that all see where it was', () => {
    const lab = privateBoard(note('a', 'Of all', { x: 10, y: 20 }));
    const { misplaced, changes } = lab.edit(ann, (replica) => {
      replica.add(
        shape('g', 'group', { x: 1_000, y: 2_000, index: 'a5' }),
        note('b', 'Mine', { parentId: 'shape:g', index: 'a1' }),
      );
      replica.change('shape:a', { parentId: 'shape:g', x: -990, y: -1_980, index: 'a2' });
    });
    expect(idsOf(misplaced)).toEqual(['shape:b', 'shape:g']);
    expect(lab.get('shape:a')).toMatchObject({ parentId: 'page:page', x: 10, y: 20 });
    expect(changes).toEqual({ added: {}, updated: {}, removed: {} });
  });

  it('[PRW57] goes along with it through any number of groups, each looked at a few times', () => {
    const depth = 500;
    const ledger = new CountedLedger();
    ledger.put(page());
    ledger.takeChanges();
    const misplaced = new Misplaced(ledger, new Set());
    const groups = Array.from({ length: depth }, (_, at) =>
      shape(`g${at}`, 'group', { parentId: at === 0 ? 'shape:frame' : `shape:g${at - 1}` }),
    ).reverse();
    expect(misplaced.takes(shape('frame', 'frame'))).toBe(true);
    for (const group of groups) {
      expect(misplaced.takes(group)).toBe(false);
      ledger.put(group);
    }
    ledger.looks = 0;
    expect(misplaced.takeAlong(new Set(groups.map(({ id }) => id)))).toHaveLength(depth);
    expect(misplaced.records).toHaveLength(depth + 1);
    expect(ledger.looks).toBeLessThan(10 * depth);
  });

  it('[PRW57] takes every group along of which too little is left, from the inside', () => {
    const lab = privateBoard();
    const { misplaced } = lab.edit(ann, (replica) => {
      replica.add(
        shape('outer', 'group', { index: 'a5' }),
        shape('inner', 'group', { parentId: 'shape:outer' }),
        note('a', 'Mine', { parentId: 'shape:inner' }),
        note('b', 'Mine too', { parentId: 'shape:inner', index: 'a2' }),
      );
    });
    expect(idsOf(misplaced)).toEqual(['shape:a', 'shape:b', 'shape:inner', 'shape:outer']);
  });
});

const invitation = card('ghost', '', {}, { placeholder: 'Why is that so?' });

describe('[PRW58] an invitation', () => {
  const says: Readonly<Record<string, readonly [write: (replica: Replica) => void, own: object]>> = {
    'in a field': [
      (replica) => setFields(replica, { note: 'Canary' }, 'shape:ghost'),
      { fields: { note: 'Canary' }, placeholder: '' },
    ],
    'in a field that one chooses from': [
      (replica) => setFields(replica, { weight: 4 }, 'shape:ghost'),
      { fields: { weight: 4 }, placeholder: '' },
    ],
    'in what invites': [
      (replica) => setProps(replica, 'shape:ghost', { placeholder: 'Canary' }),
      { fields: {}, placeholder: 'Canary' },
    ],
  };

  it.each(Object.entries(says))('[PRW58] stays as it is where somebody writes %s', (_where, [write, own]) => {
    const lab = privateBoard(invitation);
    const stood = lab.get('shape:ghost');
    const { accepted, putBack } = lab.edit(ann, write);
    expect(lab.get('shape:ghost')).toEqual(stood);
    expect(putBack.map(({ id, reason }) => [id, reason])).toEqual([['shape:ghost', 'private-writing']]);
    expect(accepted.map(({ card: made }) => made.props)).toMatchObject([own]);
  });

  it('[PRW58] can be moved and sized for all', () => {
    const lab = privateBoard(invitation);
    const { accepted, putBack } = lab.edit(ann, (replica) => {
      replica.change('shape:ghost', { x: 500 });
      setProps(replica, 'shape:ghost', { w: 333 });
    });
    expect([accepted, putBack]).toEqual([[], []]);
    expect(lab.get('shape:ghost')).toMatchObject({ x: 500, props: { w: 333 } });
  });
});
