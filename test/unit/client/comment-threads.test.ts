import { describe, expect, it } from 'vitest';
import {
  matchingPeople,
  mentionAt,
  mentionsIn,
  piecesOf,
  threadsOf,
} from '../../../client/pages/board/comments/threads.ts';
import { unreadOf } from '../../../client/pages/board/comments/unread.ts';
import type { Comment } from '../../../shared/api/comments.ts';
import { CommentId, ParticipantId } from '../../../shared/protocol/ids.ts';

const person = (name: string) => ParticipantId.parse(name.padEnd(21, '-'));
const [ada, ben, eve] = [person('ada'), person('ben'), person('eve')];
const idOf = (name: string) => CommentId.parse(name.padEnd(21, '_'));

const says = (name: string, atMs: number, given: Partial<Comment> = {}): Comment => ({
  ...{ id: idOf(name), threadId: null, anchor: { shapeId: null, x: 0, y: 0 }, text: name, mentions: [] },
  ...{ authorId: ada, createdAtMs: atMs, editedAtMs: null, resolved: null },
  ...given,
});
const answers = (name: string, to: string, atMs: number, given: Partial<Comment> = {}) =>
  says(name, atMs, { threadId: idOf(to), anchor: null, ...given });

describe('threads', () => {
  it('[CMT6] the one that was spoken in last stands first, answers in the order of writing', () => {
    const comments = [says('a', 1), says('b', 2), answers('a1', 'a', 9), answers('a2', 'a', 5), says('c', 7)];
    const threads = threadsOf(comments);
    expect(threads.map(({ first }) => first.text)).toEqual(['a', 'c', 'b']);
    expect(threads[0]?.answers.map(({ text }) => text)).toEqual(['a1', 'a2']);
    expect(threads[0]?.lastAtMs).toBe(9);
  });

  it('[CMT6] new is what others said since, and whether it names me', () => {
    const comments = [
      says('a', 1, { authorId: ben }),
      says('b', 6, { authorId: eve }),
      answers('a1', 'a', 7, { authorId: ben, mentions: [ada] }),
      says('c', 8),
    ];
    expect([...unreadOf(comments, ada, 5).threads]).toEqual([idOf('b'), idOf('a')]);
    expect([...unreadOf(comments, ada, 5).mentions]).toEqual([idOf('a')]);
    expect(unreadOf(comments, ada, 5).mention?.id).toBe(idOf('a1'));
    expect(unreadOf(comments, eve, 6).mentions.size).toBe(0);
    expect(unreadOf(comments, eve, 6).mention).toBeNull();
    expect(unreadOf(comments, ada, 7).threads.size).toBe(0);
  });

  it('[CMT6] an @ at the beginning of a word names people by the beginning of any of their names', () => {
    const people = [
      { id: ada, name: 'Ada Löv' },
      { id: ben, name: 'Ben' },
      { id: eve, name: 'Eve Adams' },
    ];
    const named = (text: string) => {
      const mention = mentionAt(text, text.length);
      return mention && matchingPeople(people, mention.query).map(({ name }) => name);
    };
    expect(named('Ask @')).toEqual(['Ada Löv', 'Ben', 'Eve Adams']);
    expect(named('@ad')).toEqual(['Ada Löv', 'Eve Adams']);
    expect(named('Ask @lov')).toEqual(['Ada Löv']);
    expect(named('mail@be')).toBeNull();
    expect(named('Ask @ ben')).toBeNull();
    expect(mentionAt('Ask @ben now', 8)).toEqual({ start: 4, query: 'ben' });
  });

  it('[CMT6] who was named and still stands in the text is mentioned once, and marked', () => {
    const picked = [
      { id: ada, name: 'Ada' },
      { id: ada, name: 'Ada' },
      { id: eve, name: 'Eve (Aqua)' },
      { id: ben, name: 'Ben' },
    ];
    expect(mentionsIn('@Ada and @Eve (Aqua)?', picked)).toEqual([ada, eve]);
    expect(piecesOf('Hi @Eve (Aqua)!', ['Eve', 'Eve (Aqua)'])).toEqual([
      { text: 'Hi ', isMention: false },
      { text: '@Eve (Aqua)', isMention: true },
      { text: '!', isMention: false },
    ]);
    expect(piecesOf('@Ada', [])).toEqual([{ text: '@Ada', isMention: false }]);
  });
});
