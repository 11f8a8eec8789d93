import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeRecord } from '../../../server/rooms/own-layers/record-update.ts';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';
import { plainRichText, richTextToFragment } from '../../../shared/board/rich-text.ts';
import { noteGroups } from '../../support/notes.ts';

const groupsIn = (doc: Y.Doc): Groups => {
  const groups = recordsOf(doc).get('shape:a');
  if (groups === undefined) throw new Error('no record');
  return groups;
};
const textIn = (doc: Y.Doc) =>
  ((groupsIn(doc).get('rich') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText;
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

it('[PRW52] one record alone says the same in another document, and takes what is written into it', () => {
  const board = new Y.Doc();
  recordsOf(board).set('shape:a', noteGroups('shape:a', 'Once'));
  recordsOf(board).set('shape:other', noteGroups('shape:other', 'Canary'));
  recordsOf(board).set('shape:a', noteGroups('shape:a', 'Twice'));
  for (const words of ['Ann', 'Ben']) {
    const page = copyOf(board);
    textIn(page).insert(0, `${words} `);
    groupsIn(page).set('at', [words.length, 0, 0]);
    textIn(page).delete(textIn(page).length - 2, 1);
    Y.applyUpdate(board, Y.encodeStateAsUpdate(page));
  }
  groupsIn(board).set('rich', richTextToFragment(plainRichText('Thrice')));
  const [alone, page] = [new Y.Doc(), copyOf(board)];
  const update = encodeRecord(groupsIn(board));
  Y.applyUpdate(alone, update);
  expect(groupsIn(alone).toJSON()).toEqual(groupsIn(board).toJSON());
  expect(Buffer.from(update).includes('Canary')).toBe(false);

  const before = Y.encodeStateVector(page);
  textIn(page).insert(6, ' and more');
  textIn(page).delete(0, 1);
  groupsIn(page).set('at', [9, 9, 9]);
  Y.applyUpdate(alone, Y.encodeStateAsUpdate(page, before));
  expect(groupsIn(alone).toJSON()).toEqual(groupsIn(page).toJSON());
  expect(alone.store.pendingStructs).toBeNull();
});
