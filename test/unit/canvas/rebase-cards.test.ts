import { describe, expect, it } from 'vitest';
import { ontoNow } from '../../../client/canvas/binding/recover-diff.ts';
import { type Diff, emptyDiff, reverseDiff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { type Board, rebase } from '../../../shared/board/rebase.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { shape } from '../board/support/records.ts';

const page = { id: 'page:page', typeName: 'page', index: 'a1', name: '', meta: {} } as unknown as AnyRecord;

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
const a = (fields: Fields): AnyRecord => card('a', 'Why', fields);
const change = (from: Fields, to: Fields): Diff => ({ ...emptyDiff(), updated: { 'shape:a': [a(from), a(to)] } });
const added = (...records: AnyRecord[]): Diff => ({
  ...emptyDiff(),
  added: Object.fromEntries(records.map((record) => [record.id, record])),
});
const fieldsIn = ({ updated }: Diff) => (updated['shape:a']?.[1].props as { fields: Fields } | undefined)?.fields;

describe('[SRV14] undo of a card’s fields', () => {
  const mine = change({ weight: 1, reach: 1 }, { weight: 4, reach: 5, scope: 'in' });
  const undone = (now: Fields) => fieldsIn(rebase(board([a(now)]), reverseDiff(mine)));

  it('[SRV14] takes back one’s own, each for itself, also one that was not there before', () => {
    expect(undone({ weight: 4, reach: 5, scope: 'in' })).toEqual({ weight: 1, reach: 1 });
  });

  it('[SRV14] leaves what others have written since, in the same field or another', () => {
    expect(undone({ weight: 2, reach: 5, scope: 'in', note: 'theirs' })).toEqual({
      weight: 2,
      reach: 1,
      note: 'theirs',
    });
    expect(undone({ weight: 2, reach: 3, scope: 'out' })).toBeUndefined();
  });

  it('[SRV14] leaves a field that others have taken away', () => {
    expect(undone({ reach: 5, scope: 'in' })).toEqual({ reach: 1 });
  });

  it('[SRV14] brings back a field that one took away, unless others have filled it', () => {
    const undo = reverseDiff(change({ note: 'was' }, {}));
    expect(fieldsIn(rebase(board([a({ weight: 2 })]), undo))).toEqual({ weight: 2, note: 'was' });
    expect(rebase(board([a({ note: 'theirs' })]), undo)).toEqual(emptyDiff());
  });
});

describe('[SRV15] a change of fields that the server has not seen yet', () => {
  const onto = (diff: Diff, now: Fields) => fieldsIn(ontoNow((id) => (id === 'shape:a' ? a(now) : undefined), diff));

  it('[SRV15] is the last word on the fields that it changes, and leaves the others as they are by now', () => {
    const diff = change({ weight: 1, reach: 1, note: 'old' }, { weight: 4, reach: 1 });
    expect(onto(diff, { weight: 2, reach: 3, note: 'theirs', scope: 'in' })).toEqual({
      weight: 4,
      reach: 3,
      scope: 'in',
    });
  });
});

describe('[SRV16] what hangs on a card', () => {
  const [b, m, r] = [card('b', 'And why'), mirror('m', 'a'), relation('r', 'a', 'b')];

  it('[SRV16] comes back with it, and not without it', () => {
    const whole = rebase(board([b]), added(r, m, a({})));
    expect(Object.keys(whole.added).sort()).toEqual(['shape:a', 'shape:m', 'shape:r']);
    expect(rebase(board([b]), added(r, m))).toEqual(emptyDiff());
    expect(Object.keys(rebase(board([]), added(r, m, a({}))).added).sort()).toEqual(['shape:a', 'shape:m']);
  });

  it('[SRV16] comes back with a card whose parent is gone', () => {
    const inFrame = card('a', 'Why', {}, { parentId: 'shape:gone', x: 3 });
    const graves = new Map([['shape:gone', shape('gone', 'frame', { x: 100 })]]);
    const { added: back } = rebase(board([b], { graves }), added(r, m, inFrame));
    expect(back['shape:a']).toMatchObject({ parentId: 'page:page', x: 103 });
    expect(Object.keys(back).sort()).toEqual(['shape:a', 'shape:m', 'shape:r']);
  });
});
