import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type PromiseOf, Review } from '../../../server/rooms/review.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { noteParts } from '../../support/notes.ts';
import { ann, atMs, page } from './review-lab.ts';

/** One's own layer with a note that was made under the promise to leave names out. */
function promised() {
  let promiseOf: PromiseOf = () => ({ anonymous: true });
  const doc = new Y.Doc();
  const review = new Review(doc, {
    outside: new Map([['page:page', page()]]),
    promiseOf: (record) => promiseOf(record),
  });
  recordsOf(doc).set('shape:a', createGroups(noteParts('a')));
  expect(review.settle(ann, atMs).putBack).toEqual([]);
  return {
    review,
    groups: recordsOf(doc).get('shape:a'),
    promise: (next: PromiseOf) => {
      promiseOf = next;
    },
  };
}

const meta = { author: ann.participantId, created: atMs, anonymous: true };

it('[REV2] a record that was promised to say no name takes no other note along with that promise', () => {
  const { review, groups } = promised();
  groups?.set('meta', { anonymous: true, author: 'somebody else' });
  expect(review.settle(ann, atMs).putBack).toEqual([{ id: 'shape:a', reason: 'not-yours' }]);
  expect(review.records.get('shape:a')).toMatchObject({ meta });
  expect(groups?.get('meta')).toEqual(meta);
});

it('[PRW34] whoever changes a record that was promised to say no name makes no promise anew', () => {
  const { review, groups, promise } = promised();
  promise(() => null);
  groups?.set('at', [500, 0, 0]);
  expect(review.settle(ann, atMs).putBack).toEqual([]);
  expect(review.records.get('shape:a')).toMatchObject({ x: 500, meta });
});
