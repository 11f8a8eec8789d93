import { expect, it } from 'vitest';
import { withinReach } from '../../../server/rooms/review/tree.ts';
import { indexKeyAbove } from '../../../shared/board/order.ts';
import { note } from '../board/support/records.ts';
import { CountedLedger } from './counted-ledger.ts';
import { ann, ben, documentRecord, fay, Lab, page } from './review-lab.ts';

const top = 'y'.padEnd(1_000, 'z');
const board = () => new Lab([documentRecord, page(), note('a', '', { index: 'a3' })]);

it('[PRW56] whoever puts something at the very top puts it right above the rest, and others go on above it', () => {
  for (const who of [ann, fay]) {
    const lab = board();
    expect(lab.edit(who, (replica) => replica.add(note('b', '', { index: top }))).putBack).toEqual([]);
    expect(lab.get('shape:b').index).toBe('a4');
    lab.edit(ben, (replica) => replica.add(note('c', 'Above', { index: 'a5' })));
    expect(lab.get('shape:c').index).toBe('a5');
    lab.edit(who, (replica) => replica.change('shape:b', { index: top }));
    expect(lab.get('shape:b').index).toBe('a6');
  }
});

it('[PRW56] where the top is as high as anybody gets, others still come above it one by one', () => {
  const lab = board();
  let index = 'f'.padEnd(7, 'z');
  lab.edit(ann, (replica) => replica.add(note('b', '', { index })));
  expect(lab.get('shape:b').index).toBe(index);
  for (const id of ['c', 'd']) {
    index = indexKeyAbove(index);
    lab.edit(ben, (replica) => replica.add(note(id, 'Above', { index })));
    expect(lab.get(`shape:${id}`).index).toBe(index);
  }
});

it('[PRW56] several that come at the very top together lie on each other as they did', () => {
  const lab = board();
  lab.edit(ann, (replica) =>
    replica.add(...['d', 'b', 'c'].map((id) => note(id, '', { index: `y${id}`.padEnd(27, 'z') }))),
  );
  expect(['b', 'c', 'd'].map((id) => lab.get(`shape:${id}`).index)).toEqual(['a4', 'a5', 'a6']);
});

it('[PRW56] of many that come at the very top together each is looked at a few times', () => {
  const count = 2_000;
  const ledger = new CountedLedger();
  for (const record of [documentRecord, page()]) ledger.put(record);
  ledger.takeChanges();
  const notes = Array.from({ length: count }, (_, at) => note(`n${at}`, '', { index: `y${at}`.padEnd(27, 'z') }));
  for (const one of notes) ledger.put(one);
  ledger.looks = 0;
  expect(
    withinReach(
      ledger,
      notes.map(({ id }) => id),
    ),
  ).toHaveLength(count);
  expect(ledger.looks).toBeLessThan(10 * count);
});
