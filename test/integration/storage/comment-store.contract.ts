import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommentStore } from '../../../server/storage/comment-store.ts';
import type { Comment } from '../../../shared/api/comments.ts';
import type { CommentId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newCommentId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, workshopSteps } from './workshop-steps.ts';

const plenty = 100;
const anchor = { shapeId: 'shape:a', x: 1.5, y: -2 };

const says = (authorId: ParticipantId, given: Partial<Comment> = {}): Comment => ({
  ...{ id: newCommentId(), threadId: null, anchor, text: 'Who pays?', mentions: [], authorId, createdAtMs },
  ...{ editedAtMs: null, resolved: null },
  ...given,
});

const answers = (threadId: CommentId, authorId: ParticipantId, given: Partial<Comment> = {}): Comment =>
  says(authorId, { threadId, anchor: null, text: 'We do.', ...given });

/** What every comment store does. */
export function commentStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<CommentStore> => (await subject.current()).comments;

  const { setUpBoards: setUp } = workshopSteps(async () => (await subject.current()).workshops);

  test('[STO71] comments come back whole, in the order of writing, each on its board', async () => {
    const { board, other, ada, bob } = await setUp();
    const thread = says(ada, { mentions: [bob], anchor: { shapeId: null, x: 0, y: 7 } });
    const reply = answers(thread.id, bob, { createdAtMs: createdAtMs - 60_000, text: 'We do.\nFrom May on.' });
    const elsewhere = says(bob);
    expect(await (await store()).addComment(board, thread, plenty)).toEqual(thread);
    expect(await (await store()).addComment(board, reply, plenty)).toEqual(reply);
    expect(await (await store()).addComment(other, elsewhere, plenty)).toEqual(elsewhere);
    expect(await (await store()).listComments(board)).toEqual([thread, reply]);
    expect(await (await store()).getComment(board, reply.id)).toEqual(reply);
    expect(await (await store()).getComment(other, reply.id)).toBeNull();
    expect(await (await store()).listComments(newBoardId())).toEqual([]);
  });

  test('[STO72] the same comment sent twice is there once; an id of somebody else or of another board is refused', async () => {
    const { board, other, ada, bob } = await setUp();
    const thread = says(ada);
    const comments = await store();
    await comments.addComment(board, thread, plenty);
    expect(await comments.addComment(board, { ...thread, text: 'Again' }, plenty)).toEqual(thread);
    expect(await comments.addComment(board, says(bob, { id: thread.id }), plenty)).toBe('taken');
    expect(await comments.addComment(other, thread, plenty)).toBe('taken');
    expect(await comments.listComments(board)).toEqual([thread]);
    expect(await comments.listComments(other)).toEqual([]);
  });

  test('[STO72] answers belong to a thread of the same board, and a full board takes none', async () => {
    const { board, other, ada, bob } = await setUp();
    const thread = says(ada);
    const comments = await store();
    await comments.addComment(board, thread, 2);
    const reply = answers(thread.id, bob);
    expect(await comments.addComment(other, reply, plenty)).toBe('no-thread');
    expect(await comments.addComment(board, answers(newCommentId(), bob), plenty)).toBe('no-thread');
    await comments.addComment(board, reply, 2);
    expect(await comments.addComment(board, answers(reply.id, ada), plenty)).toBe('no-thread');
    expect(await comments.addComment(board, says(ada), 2)).toBe('full');
    expect(await comments.listComments(board)).toEqual([thread, reply]);
  });

  test('[STO73] words are replaced, threads settled once and reopened; answers are not settled', async () => {
    const { board, other, ada, bob } = await setUp();
    const thread = says(ada, { mentions: [bob] });
    const reply = answers(thread.id, bob);
    const comments = await store();
    await comments.addComment(board, thread, plenty);
    await comments.addComment(board, reply, plenty);
    const words = { text: 'Who pays for it?', mentions: [], editedAtMs: createdAtMs + 5 };
    expect(await comments.editComment(other, thread.id, words)).toBeNull();
    expect(await comments.editComment(board, thread.id, words)).toEqual({ ...thread, ...words });
    const byBob = { by: bob, atMs: createdAtMs + 6 };
    expect((await comments.resolveThread(board, thread.id, byBob))?.resolved).toEqual(byBob);
    expect((await comments.resolveThread(board, thread.id, { by: ada, atMs: createdAtMs + 9 }))?.resolved).toEqual(
      byBob,
    );
    expect(await comments.resolveThread(board, reply.id, byBob)).toBeNull();
    expect(await comments.resolveThread(other, thread.id, null)).toBeNull();
    expect((await comments.getComment(board, reply.id))?.resolved).toBeNull();
    expect((await comments.resolveThread(board, thread.id, null))?.resolved).toBeNull();
  });

  test('[STO74] a thread goes with its answers, an answer alone', async () => {
    const { board, other, ada, bob } = await setUp();
    const [first, second] = [says(ada), says(bob)];
    const [reply, kept] = [answers(first.id, bob), answers(second.id, ada)];
    const comments = await store();
    for (const comment of [first, second, reply, kept]) await comments.addComment(board, comment, plenty);
    await comments.deleteComment(other, first.id);
    expect(await comments.listComments(board)).toHaveLength(4);
    await comments.deleteComment(board, first.id);
    await comments.deleteComment(board, first.id);
    expect(await comments.listComments(board)).toEqual([second, kept]);
    await comments.deleteComment(board, kept.id);
    expect(await comments.listComments(board)).toEqual([second]);
  });
}
