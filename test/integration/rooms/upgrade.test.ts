import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { Sequence } from '../../../shared/protocol/ids.ts';
import { Subprotocol } from '../../../shared/protocol/messages.ts';
import { connectStock } from '../../support/stock-client.ts';
import { GatedLog } from '../../unit/rooms/gated-log.ts';
import { Program } from './program.ts';
import { startSyncServer } from './server.ts';

const unknownRoom = `board/${'x'.repeat(21)}`;

describe('asking for a socket', () => {
  it('[WIRE1][RELY24] a cookie without Origin or from a foreign one gets 403 before the upgrade, and no room is made', async () => {
    const server = await startSyncServer();
    const { address } = server;
    const room = await server.createBoard();
    const { token } = await server.join();
    const foreign = [
      'https://evil.example',
      'null',
      `${address}.evil.example`,
      `${address}/`,
      address.toUpperCase(),
      address.replace('//', '//x@'),
      `${address}, ${address}`,
      '',
    ];
    for (const origin of [undefined, ...foreign]) {
      const headers = { cookie: `cb_session=${token}`, ...(origin !== undefined && { origin }) };
      const program = new Program({ address, room, headers });
      await program.until('an answer', () => program.status !== null);
      expect(program.status, origin).toBe(403);
    }
    expect(server.events.map(({ msg }) => msg)).not.toContain('room.opened');

    const own = await new Program({
      address,
      room,
      headers: { cookie: `a=b; cb_session=${token}`, origin: address },
    }).synced();
    expect(own.code).toBeNull();
  });

  it('[WIRE1][RELY24] a foreign page is refused with a program’s token too', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = new Program({ address: server.address, room, token, headers: { origin: 'https://evil.example' } });
    await program.until('an answer', () => program.status !== null);
    expect(program.status).toBe(403);
  });

  it('[WIRE2] a program comes in by subprotocol or header; the token is never sent back', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const bearer = `${Subprotocol.bearerPrefix}${token}`;
    const ways = [
      { protocols: [Subprotocol.v1, bearer], selected: Subprotocol.v1 },
      { protocols: [bearer, Subprotocol.live, Subprotocol.v1], selected: Subprotocol.v1 },
      { protocols: [Subprotocol.v1], headers: { authorization: `Bearer ${token}` }, selected: Subprotocol.v1 },
      { protocols: [], headers: { authorization: `bearer ${token}` }, selected: '' },
    ];
    for (const { selected, ...way } of ways) {
      const program = new Program({ address: server.address, room, ...way });
      program.ws.on('upgrade', (response) => expect(JSON.stringify(response.headers)).not.toContain(token));
      await program.synced();
      expect(program.ws.protocol).toBe(selected);
      expect(program.all('step-2')).toHaveLength(1);
      program.close();
    }
    expect(JSON.stringify(server.events)).not.toContain(token);
  });

  it('[WIRE2] nothing is selected when only the token is offered', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const { host } = new URL(server.address);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1', () => {
        socket.write(
          `GET /sync/${room} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: bearer.${token}\r\n\r\n`,
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString('latin1').split('\r\n\r\n')[0] ?? '');
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1.1 101 /);
    expect(answer.toLowerCase()).not.toContain('sec-websocket-protocol');
  });

  it('[WIRE3] no session, a wrong one, another workshop’s and an unknown room are told by final codes', async () => {
    const server = await startSyncServer();
    const other = await startSyncServer({ storage: server.storage });
    const room = await server.createBoard();
    const { token } = await server.join();
    const { token: stranger } = await other.join('facilitator');
    const { address } = server;
    const cases = [
      [{ address, room }, CloseCode.noSession],
      [{ address, room, token: 'A'.repeat(43) }, CloseCode.noSession],
      [{ address, room, token: stranger }, CloseCode.notAllowed],
      [{ address, room: unknownRoom, token }, CloseCode.noSuchRoom],
      [{ address, room: 'board/..%2F..%2Fetc%2Fpasswd', token }, CloseCode.noSuchRoom],
      [{ address, room: '', token }, CloseCode.noSuchRoom],
      [{ address, room: `${room}/org/${'x'.repeat(21)}`, token }, CloseCode.noSuchRoom],
    ] as const;
    for (const [options, code] of cases) expect(await new Program(options).closed()).toBe(code);
    expect(server.events.map(({ msg }) => msg)).not.toContain('room.opened');
  });

  it('[WIRE3] a stock client stops there and does not come back', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const client = connectStock({ address: server.address, room, token: 'B'.repeat(43) });
    expect(await client.closed()).toBe(CloseCode.noSession);
    expect(client.provider.shouldConnect).toBe(false);
    client.destroy();
  });

  it('[WIRE4] a damaged board is closed with its own final code', async () => {
    const storage = createMemoryStorage();
    const server = await startSyncServer({ storage });
    const room = await server.createBoard(Uint8Array.of(0, 0));
    storage.damage({ document: room, kind: 'update', sequence: Sequence.parse(1) });
    const { token } = await server.join();
    expect(await new Program({ address: server.address, room, token }).closed()).toBe(CloseCode.quarantined);
    expect(server.events).toContainEqual(expect.objectContaining({ msg: 'room.damaged', room, at: 1 }));
  });

  it('[WIRE4] storage out of reach is no reason to give up', async () => {
    const storage = createMemoryStorage();
    const gate = new GatedLog(storage.log);
    const server = await startSyncServer({ storage, wrapLog: () => gate });
    const room = await server.createBoard();
    const { token } = await server.join();
    gate.failure = 'io';
    expect(await new Program({ address: server.address, room, token }).closed()).toBe(CloseCode.internal);
    gate.failure = null;
    await new Program({ address: server.address, room, token }).synced();
  });

  it('[WIRE5] a session that is closed while its socket is being let in does not get in', async () => {
    const storage = createMemoryStorage();
    const gate = new GatedLog(storage.log);
    const server = await startSyncServer({ storage, wrapLog: () => gate });
    const room = await server.createBoard();
    const [{ token, sessionId }, other] = [await server.join(), await server.join()];
    gate.shut();
    const revoked = new Program({ address: server.address, room, token });
    const stays = new Program({ address: server.address, room, token: other.token });
    await Promise.all([revoked, stays].map((one) => one.until('open', () => one.ws.readyState === WebSocket.OPEN)));
    await gate.reached();
    server.registry.closeSessions([sessionId], CloseCode.notAllowed);
    gate.open();
    expect(await revoked.closed()).toBe(CloseCode.notAllowed);
    await stays.synced();
    expect(stays.code).toBeNull();
  });

  it('[WIRE6] other paths are left alone, pages and sockets of others', async () => {
    const server = await startSyncServer();
    expect(await (await fetch(`${server.address}/sync/anything`)).text()).toBe('a page');
    const status = await new Promise((resolve) => {
      const other = new WebSocket(`${server.address.replace('http', 'ws')}/`, 'vite-hmr');
      other.on('error', () => {});
      other.on('unexpected-response', (request, response) => {
        request.destroy();
        resolve(response.statusCode);
      });
    });
    expect(status).toBe(404);
  });

  it('[WIRE7] a closing server tells everybody to come back and takes nobody new', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    program.create('shape:last');
    await program.acknowledged(1);
    const closing = server.transport.close();
    const late = new Program({ address: server.address, room, token });
    await late.until('an answer', () => late.status !== null);
    expect(late.status).toBe(503);
    expect(await program.closed()).toBe(CloseCode.restart);
    await closing;
    expect(await server.storedIds(room)).toEqual(['shape:last']);
  });
});
