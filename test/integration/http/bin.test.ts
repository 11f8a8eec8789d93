import { expect, it } from 'vitest';
import { ListBinResponse } from '../../../shared/api/boards.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

async function twoBoards() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const { token } = await join(server, made, 'facilitator');
  const boards = [await makeBoard(server, made, token), await makeBoard(server, made, token)] as const;
  const call = (method: string, path: string, body?: unknown) =>
    server.call(method, path, { bearer: token, ...(body !== undefined && { body }) });
  const listed = async () =>
    GetWorkshopResponse.parse((await call('GET', `/api/workshops/${made.workshop.id}`)).json()).boards.map(
      ({ id }) => id,
    );
  const bin = async () =>
    ListBinResponse.parse((await call('GET', `/api/workshops/${made.workshop.id}/bin`)).json()).boards;
  const enter = (boardId: (typeof boards)[number]) =>
    connectWriter({ address: server.address, room: formatRoomName({ layer: 'shared', boardId }), token });
  return { ...{ server, made, boards, call, listed, bin, enter } };
}

it('[HTTP30] a board in the bin is closed for everybody, listed nowhere else and opens for nobody', async () => {
  const { boards, call, listed, bin, enter } = await twoBoards();
  const [gone, stays] = boards;
  const [there, elsewhere] = [enter(gone), enter(stays)];
  await Promise.all([there.synced, elsewhere.synced]);
  expect((await call('DELETE', `/api/boards/${gone}`)).status).toBe(204);
  expect(await there.closed).toBe(CloseCode.noSuchRoom);
  expect(await listed()).toEqual([stays]);
  expect(await bin()).toMatchObject([{ id: gone, title: expect.any(String), binnedAtMs: expect.any(Number) }]);
  expect(await enter(gone).closed).toBe(CloseCode.noSuchRoom);
  const asks = [
    ['GET', 'export/csv', undefined],
    ['GET', 'export/json', undefined],
    ['GET', 'versions', undefined],
    ['POST', 'versions', { name: 'x' }],
    ['GET', 'deleted', undefined],
    ['GET', 'contributors', undefined],
  ] as const;
  for (const [method, path, body] of asks) {
    expect(problemOf(await call(method, `/api/boards/${gone}/${path}`, body)), path).toBe('404 not-found');
  }
  expect(problemOf(await call('DELETE', `/api/boards/${gone}`))).toBe('404 not-found');
  elsewhere.write('shape:a');
  await elsewhere.settled();
  expect(elsewhere.acknowledged()).toEqual(['shape:a']);
});

it('[HTTP31] a board that is taken out of the bin is what it was, at its place', async () => {
  const { boards, call, listed, bin, enter } = await twoBoards();
  const writer = enter(boards[0]);
  await writer.synced;
  writer.write('shape:a');
  await writer.settled();
  await call('DELETE', `/api/boards/${boards[0]}`);
  await writer.closed;
  expect((await call('POST', `/api/boards/${boards[0]}/restore`)).status).toBe(204);
  expect((await call('POST', `/api/boards/${boards[0]}/restore`)).status).toBe(204);
  expect(await bin()).toEqual([]);
  expect(await listed()).toEqual([...boards]);
  const again = enter(boards[0]);
  await again.synced;
  expect(again.doc.getMap('records').has('shape:a')).toBe(true);
  expect((await call('GET', `/api/boards/${boards[0]}/export/json`)).text).not.toContain('binnedAtMs');
});

it('[HTTP31] the bin shows the newest first', async () => {
  const { boards, call, bin, server } = await twoBoards();
  await server.storage.workshops.setBinned(boards[1], 1);
  await call('DELETE', `/api/boards/${boards[0]}`);
  expect((await bin()).map(({ id }) => id)).toEqual([...boards]);
});
