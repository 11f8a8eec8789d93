import { expect, it } from 'vitest';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { join, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

async function workshopWithPeople() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const [fay, ben, eve] = [
    await join(server, made, 'facilitator', 'Fay'),
    await join(server, made, 'participant', 'Ben'),
    await join(server, made, 'viewer', 'Eve'),
  ];
  const boardsPath = `/api/workshops/${made.workshop.id}/boards`;
  const ask = (bearer: string, body: object) => server.call('POST', boardsPath, { bearer, body });
  const example = async (bearer: string, template = 'root-cause-tree', language?: string) => {
    const answer = await ask(bearer, { template, example: true, ...(language !== undefined && { language }) });
    return { status: answer.status, board: CreateBoardResponse.parse(answer.json()).board };
  };
  const listed = async (bearer: string) =>
    GetWorkshopResponse.parse((await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer })).json())
      .boards;
  const enter = (boardId: BoardId, token: string) =>
    connectWriter({ address: server.address, room: formatRoomName({ layer: 'shared', boardId }), token });
  return { server, made, fay, ben, eve, ask, example, listed, enter };
}

it('[SRV21] a template has one example in a workshop: whoever asks again gets it, whatever they ask for', async () => {
  const { fay, ben, example, listed } = await workshopWithPeople();
  const first = await example(ben.token, 'root-cause-tree', 'de');
  expect(first).toMatchObject({ status: 201, board: { example: true, language: 'de', title: 'Problembaum' } });
  for (const { token } of [fay, ben]) {
    expect(await example(token, 'root-cause-tree', 'fr')).toEqual({ status: 200, board: first.board });
  }
  const other = await example(fay.token, 'actor-map');
  expect(other.status).toBe(201);
  expect(await listed(ben.token)).toEqual([first.board, other.board]);
});

it('[SRV21] of those who ask at the same moment one makes it', async () => {
  const { ben, example, listed } = await workshopWithPeople();
  const answers = await Promise.all(Array.from({ length: 4 }, () => example(ben.token, 'visioning')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(answers.map(({ board }) => board.id)).size).toBe(1);
  expect(await listed(ben.token)).toHaveLength(1);
});

it('[SRV21] viewers make none, a template without one has none, and a name of its own is nobody’s to give', async () => {
  const { fay, ben, eve, ask } = await workshopWithPeople();
  expect(problemOf(await ask(eve.token, { template: 'visioning', example: true }))).toBe('403 not-allowed');
  expect(problemOf(await ask(ben.token, { template: 'visioning' }))).toBe('403 not-allowed');
  expect(problemOf(await ask(fay.token, { template: 'blank', example: true }))).toBe('400 bad-request');
  const named = await ask(ben.token, { template: 'visioning', example: true, title: 'Mine' });
  expect(named.json()).toMatchObject({ board: { title: 'Vision and key impacts' } });
});

it('[SRV22] everybody reads an example and nobody writes on it', async () => {
  const { server, fay, ben, eve, example, enter } = await workshopWithPeople();
  const { board } = await example(ben.token);
  for (const { token } of [fay, ben, eve]) {
    const writer = enter(board.id, token);
    await writer.synced;
    const records = writer.doc.getMap('records');
    expect(records.size).toBeGreaterThan(50);
    for (const id of ['shape:mine', 'shape:again', 'shape:and-again']) writer.write(id);
    expect(await writer.closed).toBe(CloseCode.notAllowed);
    expect(writer.notices).toContainEqual({ code: 'read-only' });
    const reader = enter(board.id, eve.token);
    await reader.synced;
    expect(reader.doc.getMap('records').has('shape:mine')).toBe(false);
    reader.close();
  }
  const ask = (method: string, path: string, body?: object) =>
    server.call(method, `/api/boards/${board.id}/${path}`, { bearer: fay.token, ...(body && { body }) });
  for (const [path, body] of [
    ['versions', { name: 'Mine' }],
    ['deleted/restore', { recordIds: ['shape:a'] }],
    ['undo-person', { participantId: ben.participant.id, sinceMs: 0 }],
    [`versions/${'v'.repeat(21)}/restore`, {}],
  ] as const) {
    expect(problemOf(await ask('POST', path, body)), path).toBe('403 not-allowed');
  }
  for (const path of ['versions', 'deleted', 'contributors', 'export/csv', 'export/json'])
    expect((await ask('GET', path)).status, path).toBe(200);
});

it('[SRV23] facilitators put an example into the bin; asking for it takes it out again', async () => {
  const { server, fay, ben, example, listed } = await workshopWithPeople();
  const { board } = await example(ben.token);
  const bin = (bearer: string) => server.call('DELETE', `/api/boards/${board.id}`, { bearer });
  expect(problemOf(await bin(ben.token))).toBe('403 not-allowed');
  expect((await bin(fay.token)).status).toBe(204);
  expect(await listed(fay.token)).toEqual([]);
  expect(await example(ben.token)).toEqual({ status: 200, board });
  expect(await listed(fay.token)).toEqual([board]);
});
