import { expect, it } from 'vitest';
import { indexKeyAbove } from '../../../shared/board/order.ts';
import { note } from '../board/support/records.ts';
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
