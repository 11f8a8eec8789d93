import { nanoid } from 'nanoid';
import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { graceMs } from '../../../server/session/sessions.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId, CommandId } from '../../../shared/protocol/ids.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { transition } from '../../../shared/session/transition.ts';
import { noteGroups } from '../../support/notes.ts';
import { connectStock } from '../../support/stock-client.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { documentShows } from '../../support/wait.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { syncFrame } from '../../unit/rooms/peer.ts';
import { makeBoard, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { startSyncServer } from '../rooms/server.ts';
import { silentLog } from '../storage/subjects.ts';
import { command, startWorkshop } from './support.ts';

/** Rooms and sockets over a real database, with the time in the hands of the test. */
async function openBoard() {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const clock = new ManualClock();
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const server = await startSyncServer({ clock, storage });
  const room = await server.createBoard();
  const enter = (token: string) => new Program({ address: server.address, room, token }).synced();
  const set = (type: 'workshop.close' | 'workshop.reopen') =>
    server.sessions.carryOut(server.workshopId, CommandId.parse(nanoid()), (session) =>
      transition(session, { type }, clock.nowMs()),
    );
  return {
    ...{ server, room, clock, enter },
    close: () => set('workshop.close'),
    reopen: () => set('workshop.reopen'),
  };
}

const isClosed = (program: Program) =>
  program.until('the closing', () => (program.all('session').at(-1)?.session.closedAtMs ?? null) !== null);

it('[SES30] what is written before closing and within the grace stays, what comes later is not applied', async () => {
  const { server, room, clock, enter, close, reopen } = await openBoard();
  const tokens = { anna: (await server.join('participant')).token, fatima: (await server.join('facilitator')).token };
  const [anna, fatima] = [await enter(tokens.anna), await enter(tokens.fatima)];
  anna.create('shape:before');
  await anna.acknowledged(1);
  await close();
  await isClosed(anna);
  anna.create('shape:on-its-way');
  await anna.acknowledged(2);
  await clock.pass(graceMs);
  anna.create('shape:late');
  fatima.create('shape:late-too');
  expect(await Promise.all([anna.closed(), fatima.closed()])).toEqual([
    CloseCode.sessionClosed,
    CloseCode.sessionClosed,
  ]);
  expect(await server.storedIds(room)).toEqual(['shape:before', 'shape:on-its-way']);
  const boardId = BoardId.parse(room.split('/')[1]);
  await server.logged('the version', ({ msg, kind }) => msg === 'version.kept' && kind === 'session-end');
  expect(await server.storage.history.listVersions(boardId)).toMatchObject([{ kind: 'session-end', recordCount: 2 }]);
  await reopen();
  for (const [token, { doc }] of [
    [tokens.anna, anna],
    [tokens.fatima, fatima],
  ] as const) {
    const program = await enter(token);
    program.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(doc)));
    await program.acknowledged(1);
  }
  expect(await server.storedIds(room)).toEqual(['shape:before', 'shape:late', 'shape:late-too', 'shape:on-its-way']);
});

it('[SES31] whoever was offline when the session closed loses nothing: their work waits, and arrives when it is open again', async () => {
  const { server, room, clock, enter, close, reopen } = await openBoard();
  const { token } = await server.join();
  const before = await enter(token);
  before.create('shape:before');
  await before.acknowledged(1);
  before.close();
  await before.closed();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(before.doc));
  recordsOf(doc).set('shape:offline', noteGroups('shape:offline'));
  await close();
  await clock.pass(graceMs);

  const back = await enter(token);
  back.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(doc)));
  expect(await back.closed()).toBe(CloseCode.sessionClosed);
  expect(back.heard[0]).toMatchObject({ type: 'session', session: { closedAtMs: expect.any(Number) } });
  expect(await server.storedIds(room)).toEqual(['shape:before']);
  // Whoever brings nothing reads on.
  const reader = await enter(token);
  reader.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(reader.doc)));
  await reopen();
  await reader.until('the reopening', () => reader.all('session').at(-1)?.session.closedAtMs === null);
  expect(reader.code).toBeNull();

  const again = await enter(token);
  again.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(doc)));
  await again.acknowledged(1);
  expect(await server.storedIds(room)).toEqual(['shape:before', 'shape:offline']);
  await documentShows(reader.doc, 'the card', () => recordsOf(reader.doc).has('shape:offline'));
});

it('[SES32] a stock client is let go for good when it writes into a closed session, and stays connected when it does not', async () => {
  const { server, room, clock, close } = await openBoard();
  const [writer, reader] = [await server.join(), await server.join()].map(({ token }) =>
    connectStock({ address: server.address, room, token }),
  );
  if (!writer || !reader) throw new Error('nobody');
  onTestFinished(() => {
    writer.destroy();
    reader.destroy();
  });
  await Promise.all([writer.synced(), reader.synced()]);
  await close();
  await clock.pass(graceMs);
  const closed = writer.closed();
  recordsOf(writer.doc).set('shape:late', noteGroups('shape:late'));
  expect(await closed).toBe(CloseCode.sessionClosed);
  expect([writer.provider.shouldConnect, reader.provider.wsconnected]).toEqual([false, true]);
  expect(await server.storedIds(room)).toEqual([]);
});

it('[SES33] while a session is closed the server changes no board for anybody, and reading and exporting go on', async () => {
  const stage = await startWorkshop();
  const { server, made, people, boardId, workshopId } = stage;
  const binned = await makeBoard(server, made, people.facilitator.token);
  const call = (method: string, path: string, options: { body?: unknown; raw?: string } = {}) =>
    server.call(method, path, {
      ...options,
      ...(options.raw !== undefined && { headers: { 'content-type': 'application/octet-stream' } }),
      bearer: people.facilitator.token,
    });
  const kept = await call('POST', `/api/boards/${boardId}/versions`, { body: { name: 'Agreed' } });
  const { version } = kept.json() as { version: { id: string } };
  const json = (await call('GET', `/api/boards/${boardId}/export/json`)).text;
  await call('DELETE', `/api/boards/${binned}`);
  await command(stage, { type: 'workshop.close' });
  const edits = [
    ['POST', `/api/workshops/${workshopId}/boards`, { body: { template: 'blank' } }],
    ['DELETE', `/api/boards/${boardId}`, {}],
    ['POST', `/api/boards/${binned}/restore`, {}],
    ['POST', `/api/boards/${boardId}/versions/${version.id}/restore`, {}],
    ['POST', `/api/boards/${boardId}/deleted/restore`, { body: { recordIds: ['shape:a'] } }],
    [
      'POST',
      `/api/boards/${boardId}/undo-person`,
      { body: { participantId: people.participant.participant.id, sinceMs: 0 } },
    ],
    ['POST', `/api/boards/${boardId}/import`, { raw: json }],
    ['POST', `/api/boards/import?workshop=${workshopId}`, { raw: json }],
  ] as const;
  for (const [method, path, options] of edits)
    expect(problemOf(await call(method, path, options)), path).toBe('409 session-closed');
  const reads = [
    ['GET', `/api/boards/${boardId}/versions`, {}],
    ['GET', `/api/boards/${boardId}/export/csv`, {}],
    ['GET', `/api/boards/${boardId}/export/json`, {}],
    ['GET', `/api/workshops/${workshopId}/bin`, {}],
    ['POST', `/api/workshops/${workshopId}/boards`, { body: { template: 'root-cause-tree', example: true } }],
    ['POST', `/api/boards/${boardId}/versions`, { body: { name: 'As it was closed' } }],
  ] as const;
  for (const [method, path, options] of reads)
    expect((await call(method, path, options)).status, path).toBeLessThan(300);
  await command(stage, { type: 'workshop.reopen' });
  for (const [method, path, options] of edits.slice(2, 5))
    expect((await call(method, path, options)).status, path).toBeLessThan(300);
});
