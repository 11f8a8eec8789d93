import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { type Comment, CommentResponse, ListCommentsResponse } from '../../../shared/api/comments.ts';
import { type BoardId, CommentId } from '../../../shared/protocol/ids.ts';
import { commentLimits } from '../../../shared/protocol/limits.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { Program } from '../rooms/program.ts';
import {
  type Answer,
  join,
  joinInBrowser,
  makeBoard,
  makeWorkshop,
  problemOf,
  startServer,
  type TestServer,
} from './server.ts';

const anchor = { shapeId: 'shape:a', x: 10, y: 20 };

async function setUp() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const [lead, ada, ben, eve] = await Promise.all([
    join(server, made, 'facilitator', 'Lea'),
    join(server, made, 'participant', 'Ada'),
    join(server, made, 'participant', 'Ben'),
    join(server, made, 'viewer', 'Eve'),
  ]);
  const board = await makeBoard(server, made, lead.token);
  return { server, made, board, lead, ada, ben, eve };
}

const pathOf = (board: BoardId, id = ''): string => `/api/boards/${board}/comments${id && `/${id}`}`;

const say = (server: TestServer, board: BoardId, bearer: string, given: Partial<Comment> = {}): Promise<Answer> =>
  server.call('POST', pathOf(board), {
    bearer,
    body: { id: nanoid(), threadId: null, anchor, text: 'Who pays?', mentions: [], ...given },
  });

const commentOf = (answer: Answer): Comment => CommentResponse.parse(answer.json()).comment;

const list = async (server: TestServer, board: BoardId, bearer: string) =>
  ListCommentsResponse.parse((await server.call('GET', pathOf(board), { bearer })).json()).comments;

describe('comments', () => {
  it('[CMT1] whoever may write says something and answers; everybody in the workshop reads it, nobody else', async () => {
    const { server, board, ada, ben, eve } = await setUp();
    const thread = commentOf(await say(server, board, ada.token, { text: ' Who pays?\nAnd when? ' }));
    expect(thread).toMatchObject({
      authorId: ada.participant.id,
      text: 'Who pays?\nAnd when?',
      resolved: null,
      anchor,
    });
    const reply = commentOf(await say(server, board, ben.token, { threadId: thread.id, anchor: null, text: 'We do.' }));
    expect(await list(server, board, eve.token)).toEqual([thread, reply]);
    expect(problemOf(await say(server, board, eve.token))).toBe('403 not-allowed');
    const stranger = await join(server, await makeWorkshop(server, 'Second'), 'facilitator');
    expect(problemOf(await server.call('GET', pathOf(board), { bearer: stranger.token }))).toBe('403 not-allowed');
    expect(problemOf(await say(server, board, stranger.token))).toBe('403 not-allowed');
    expect(problemOf(await server.call('GET', pathOf(board)))).toBe('401 no-session');
  });

  it('[CMT2] a request sent twice says it once; what no page sends is refused and changes nothing', async () => {
    const { server, board, ada, ben } = await setUp();
    const id = nanoid() as Comment['id'];
    const first = await say(server, board, ada.token, { id });
    expect(commentOf(await say(server, board, ada.token, { id, text: 'Again' }))).toEqual(commentOf(first));
    expect(problemOf(await say(server, board, ben.token, { id }))).toBe('404 not-found');
    const refused: Partial<Comment>[] = [
      { text: '   ' },
      { text: 'x'.repeat(2_001) },
      { anchor: null },
      { threadId: id },
      { threadId: nanoid() as Comment['id'], anchor: null },
      { mentions: [nanoid() as Comment['authorId']] },
      { anchor: { shapeId: null, x: 1e300, y: 0 } },
    ];
    for (const body of refused)
      expect(problemOf(await say(server, board, ada.token, body)), JSON.stringify(body)).toMatch(/^40[04] /);
    expect(await list(server, board, ada.token)).toEqual([commentOf(first)]);
  });

  it('[CMT3] words are their author’s; threads are settled by whoever writes; facilitators take anything away', async () => {
    const { server, made, board, lead, ada, ben } = await setUp();
    const person = (await joinInBrowser(server, made, 'participant', { name: 'Bea' })).participant.id;
    const thread = commentOf(await say(server, board, ada.token));
    const change = (bearer: string, body: unknown) => server.call('PATCH', pathOf(board, thread.id), { bearer, body });
    const remove = (bearer: string) => server.call('DELETE', pathOf(board, thread.id), { bearer });
    expect(problemOf(await change(ben.token, { text: 'Mine now' }))).toBe('403 not-allowed');
    const edited = commentOf(await change(ada.token, { text: 'Who pays, @Bea?', mentions: [person] }));
    expect(edited).toMatchObject({ text: 'Who pays, @Bea?', mentions: [person] });
    expect(edited.editedAtMs).not.toBeNull();
    expect(commentOf(await change(ben.token, { resolved: true })).resolved?.by).toBe(ben.participant.id);
    expect(commentOf(await change(ada.token, { resolved: false })).resolved).toBeNull();
    expect(problemOf(await remove(ben.token))).toBe('403 not-allowed');
    expect((await remove(lead.token)).status).toBe(204);
    expect(problemOf(await remove(lead.token))).toBe('404 not-found');
    expect(await list(server, board, ada.token)).toEqual([]);
  });

  it('[CMT4] everybody on the board hears at once that something was said', async () => {
    const { server, board, ada, ben, eve } = await setUp();
    const room = formatRoomName({ layer: 'shared', boardId: board });
    const sockets = [ben, eve].map(({ token }) => new Program({ address: server.address, room, token }));
    for (const socket of sockets) await socket.synced();
    const thread = commentOf(await say(server, board, ada.token));
    const heardOf = (count: number) =>
      Promise.all(sockets.map((socket) => socket.until('word of it', () => socket.all('comments').length === count)));
    await heardOf(1);
    await server.call('PATCH', pathOf(board, thread.id), { bearer: ada.token, body: { resolved: true } });
    await heardOf(2);
    await server.call('DELETE', pathOf(board, thread.id), { bearer: ada.token });
    await heardOf(3);
    for (const socket of sockets) socket.close();
  });

  it('[CMT7] what changes nothing is told to nobody', async () => {
    const { server, board, ada } = await setUp();
    const thread = commentOf(await say(server, board, ada.token));
    const change = (body: unknown) => server.call('PATCH', pathOf(board, thread.id), { bearer: ada.token, body });
    for (const body of [{}, { text: thread.text }, { resolved: false }]) expect((await change(body)).status).toBe(200);
    expect(server.log()).not.toContain('comment.changed');
    await change({ text: 'Who pays for it?' });
    expect(server.log()).toContain('comment.changed');
  });

  it('[CMT8] whoever writes one after the other without end is asked to wait; to read and to take away goes on', async () => {
    const { server, board, ada, ben } = await setUp();
    const answers = [];
    for (let at = 0; at < 61; at++) answers.push(await say(server, board, ada.token));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(60);
    expect(problemOf(answers.at(-1) as Answer)).toBe('429 too-many-requests');
    const [first] = await list(server, board, ada.token);
    expect((await server.call('DELETE', pathOf(board, first?.id), { bearer: ada.token })).status).toBe(204);
    expect((await say(server, board, ben.token)).status).toBe(201);
  });

  it('[CMT14] a board with all the comments that it may have says so, and takes one again when one is gone', async () => {
    const { server, board, lead, ada } = await setUp();
    const { comments } = server.storage;
    const first = commentOf(await say(server, board, ada.token));
    for (let count = 1; count < commentLimits.perBoardMax; count++)
      await comments.addComment(board, { ...first, id: CommentId.parse(nanoid()) }, commentLimits.perBoardMax);
    expect(problemOf(await say(server, board, ada.token))).toBe('422 comments-full');
    expect(problemOf(await say(server, board, ada.token, { threadId: first.id, anchor: null }))).toBe(
      '422 comments-full',
    );
    expect((await server.call('DELETE', pathOf(board, first.id), { bearer: lead.token })).status).toBe(204);
    expect((await say(server, board, ada.token)).status).toBe(201);
  });

  it('[CMT5] nobody speaks beside an example or a board in the bin', async () => {
    const { server, made, board, lead } = await setUp();
    const answer = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      bearer: lead.token,
      body: { template: 'actor-map', example: true },
    });
    const example = CreateBoardResponse.parse(answer.json()).board.id;
    expect(await list(server, example, lead.token)).toEqual([]);
    expect(problemOf(await say(server, example, lead.token))).toBe('403 not-allowed');
    await server.call('DELETE', `/api/boards/${board}`, { bearer: lead.token });
    expect(problemOf(await say(server, board, lead.token))).toBe('404 not-found');
  });
});
