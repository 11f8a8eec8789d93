import { expect, it } from 'vitest';
import {
  createCommentDrafts,
  isBegun,
  isBegunAt,
  newThreadsOf,
} from '../../../client/pages/board/comments/comment-drafts.ts';
import { CommentId } from '../../../shared/protocol/ids.ts';

const thread = CommentId.parse('a'.padEnd(21, '_'));
const anchor = { shapeId: null, x: 40, y: 80 };
const written = (text: string) => ({ text, picked: [], anchor });

function fakeStorage() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    held,
  };
}

it('[CMT15] what is being written is there again after a reload, under the id it was sent with', () => {
  const storage = fakeStorage();
  const before = createCommentDrafts('here', () => storage);
  const id = before.keep(`new ${thread}`, written('Is this'));
  expect(before.keep(`new ${thread}`, written('Is this so?'))).toBe(id);
  const after = createCommentDrafts('here', () => storage);
  expect(newThreadsOf(after.all.get())).toEqual([{ id: thread, text: 'Is this so?', anchor }]);
  expect(after.keep(`new ${thread}`, written('Is this so?'))).toBe(id);
  expect(createCommentDrafts('elsewhere', () => storage).all.get().size).toBe(0);
});

it('[CMT15] what was said is no draft any more; words that came while it was sent are said on their own', () => {
  const storage = fakeStorage();
  const drafts = createCommentDrafts('here', () => storage);
  const first = drafts.keep(`answer ${thread}`, written('Yes'));
  expect(isBegun(drafts.all.get(), [{ id: thread }])).toBe(true);
  drafts.keep(`answer ${thread}`, written('Yes. Since May.'));
  drafts.said(`answer ${thread}`, 'Yes');
  expect(drafts.all.get().get(`answer ${thread}`)).toMatchObject({ text: 'Yes. Since May.' });
  expect(drafts.all.get().get(`answer ${thread}`)?.id).not.toBe(first);
  drafts.said(`answer ${thread}`, 'Yes. Since May.');
  expect(isBegun(drafts.all.get(), [{ id: thread }])).toBe(false);
  expect(storage.held.size).toBe(0);
});

it('[CMT15] what has no words is forgotten, and a storage that holds or takes nothing stops nobody', () => {
  const broken = () => {
    throw new Error('switched off');
  };
  const drafts = createCommentDrafts('here', broken);
  drafts.keep(`edit ${thread}`, written('So'));
  expect(isBegun(drafts.all.get(), [{ id: thread }])).toBe(true);
  expect(isBegunAt(drafts.all.get(), `edit ${thread}`)).toBe(true);
  drafts.keep(`edit ${thread}`, written('  '));
  expect(isBegun(drafts.all.get(), [{ id: thread }])).toBe(false);
  expect(isBegunAt(drafts.all.get(), `edit ${thread}`)).toBe(false);
  const storage = fakeStorage();
  storage.setItem('here', '[["nonsense",{"text":1}]]');
  expect(createCommentDrafts('here', () => storage).all.get().size).toBe(0);
});

it('[CMT18] a field that was emptied stays so, and what is written in it then is another comment', () => {
  const storage = fakeStorage();
  const drafts = createCommentDrafts('here', () => storage);
  const first = drafts.keep(`new ${thread}`, written('Yes'));
  drafts.keep(`new ${thread}`, written(''));
  expect(drafts.all.get().get(`new ${thread}`)?.text).toBe('');
  expect(newThreadsOf(drafts.all.get())).toEqual([]);
  expect(storage.held.size).toBe(0);
  const second = drafts.keep(`new ${thread}`, written('N'));
  expect(second).not.toBe(first);
  expect(drafts.keep(`new ${thread}`, written('No'))).toBe(second);
});
