import { describe, expect, it, onTestFinished } from 'vitest';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode, isFinal } from '../../../shared/protocol/close-codes.ts';
import { noteGroups } from '../../support/notes.ts';
import { connectStock } from '../../support/stock-client.ts';
import { Program } from './program.ts';
import { type SyncServer, startSyncServer } from './server.ts';

const enter = async (server: SyncServer, room: string) =>
  new Program({ address: server.address, room, token: (await server.join()).token }).synced();

describe('a full board', () => {
  it('[WIRE25] lets nobody more in, tells those who are there nothing of it, and has a place as soon as somebody leaves', async () => {
    const server = await startSyncServer({ limits: { room: { connectionsMax: 2 } } });
    const room = await server.createBoard();
    const [ada, ben] = [await enter(server, room), await enter(server, room)];
    ada.create('shape:before');
    await ada.acknowledged(1);
    const before = ben.all('roster').length;
    const late = await enter(server, room);
    expect(await late.closed()).toBe(CloseCode.full);
    expect(isFinal(CloseCode.full)).toBe(false);
    expect(late.heard).toEqual([]);
    ada.create('shape:after');
    await ada.acknowledged(2);
    expect([ben.code, ben.all('roster').length]).toEqual([null, before]);
    // Another board has places of its own.
    expect((await enter(server, await server.createBoard())).code).toBeNull();
    ben.close();
    await ben.closed();
    const next = await enter(server, room);
    expect([next.code, next.recordIds]).toEqual([null, ['shape:after', 'shape:before']]);
  });

  it('[WIRE25] so does a server that carries no more, whatever the board', async () => {
    const server = await startSyncServer({ limits: { room: { connectionsInAllMax: 2 } } });
    const [one, two] = [await server.createBoard(), await server.createBoard()];
    const [ada, ben] = [await enter(server, one), await enter(server, two)];
    expect(await (await enter(server, one)).closed()).toBe(CloseCode.full);
    expect(await (await enter(server, await server.createBoard())).closed()).toBe(CloseCode.full);
    ada.close();
    await ada.closed();
    expect((await enter(server, two)).code).toBeNull();
    expect(ben.code).toBeNull();
  });

  it('[WIRE25] whoever may not be there is told that and nothing else', async () => {
    const server = await startSyncServer({ limits: { room: { connectionsMax: 1 } } });
    const room = await server.createBoard();
    const ada = await enter(server, room);
    const stranger = new Program({ address: server.address, room, token: 'x'.repeat(43) });
    expect(await stranger.closed()).toBe(CloseCode.noSession);
    expect(ada.code).toBeNull();
  });

  it('[WIRE25] a stock client waits for its place, and brings along what it wrote meanwhile', async () => {
    const server = await startSyncServer({ limits: { room: { connectionsMax: 2 } } });
    const room = await server.createBoard();
    const [ada, ben] = [await enter(server, room), await enter(server, room)];
    const stock = connectStock({ address: server.address, room, token: (await server.join()).token });
    onTestFinished(() => stock.destroy());
    expect(await stock.closed()).toBe(CloseCode.full);
    recordsOf(stock.doc).set('shape:waits', noteGroups('shape:waits'));
    ben.close();
    await stock.synced();
    await ada.until('what was written meanwhile', () => ada.recordIds.includes('shape:waits'));
  });
});
