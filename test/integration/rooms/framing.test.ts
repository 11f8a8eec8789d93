import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { syncFrame } from '../../unit/rooms/peer.ts';
import { Program } from './program.ts';
import { type SyncServer, startSyncServer } from './server.ts';

/** A plain connection to the server's port; resolves with all it was sent once it is closed. */
function openRaw(server: SyncServer): { readonly socket: Socket; readonly answer: Promise<Buffer> } {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  socket.on('error', () => {});
  return { socket, answer: new Promise((resolve) => socket.on('close', () => resolve(Buffer.concat(parts)))) };
}

const upgradeRequest = (room: string, token: string): string =>
  [
    `GET /sync/${room} HTTP/1.1`,
    'Host: x',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `Authorization: Bearer ${token}`,
    '\r\n',
  ].join('\r\n');

/** @returns the code of the last frame, if that is a close frame. */
const closeCodeIn = (answer: Buffer): number | null => {
  const at = answer.lastIndexOf(0x88);
  return at < 0 ? null : answer.readUInt16BE(at + 2);
};

describe('bad framing', () => {
  it('[WIRE8][RELY27] frames that are none end their own connection and nothing else', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const [{ token }, other] = [await server.join(), await server.join()];
    const bystander = await new Program({ address: server.address, room, token: other.token }).synced();
    const frames: readonly (readonly [string, Buffer])[] = [
      ['reserved bits', Buffer.from([0xf2, 0x80, 0, 0, 0, 0])],
      ['an unknown opcode', Buffer.from([0x8b, 0x80, 0, 0, 0, 0])],
      ['no mask', Buffer.from([0x82, 0x01, 0x00])],
      ['a close frame of one byte', Buffer.from([0x88, 0x81, 0, 0, 0, 0, 1])],
      ['a long ping', Buffer.from([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0])],
    ];
    for (const [name, frame] of frames) {
      const { socket, answer } = openRaw(server);
      socket.write(upgradeRequest(room, token));
      socket.write(frame);
      expect(closeCodeIn(await answer), name).toBe(1002);
    }
    for (const bytes of [randomBytes(3_000), Buffer.alloc(3_000)]) {
      const { socket, answer } = openRaw(server);
      socket.write(upgradeRequest(room, token));
      socket.end(bytes);
      await answer;
    }
    bystander.create('shape:still-here');
    await bystander.acknowledged(1);
    expect(bystander.code).toBeNull();
  });

  it('[WIRE8][RELY27] a connection cut at any moment of its beginning harms nobody', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const request = Buffer.from(upgradeRequest(room, token));
    for (const length of [0, 1, 30, request.length - 1, request.length]) {
      const { socket, answer } = openRaw(server);
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.write(request.subarray(0, length), () => socket.resetAndDestroy());
      await answer;
    }
    await new Program({ address: server.address, room, token }).synced();
  });

  it('[WIRE9][RELY27] whoever does not finish the handshake is cut off within the limit', async () => {
    const server = await startSyncServer({ handshakeMaxMs: 500 });
    const silent = openRaw(server);
    const slow = openRaw(server);
    slow.socket.write('GET /sync/board/x HTTP/1.1\r\nHost: x\r\n');
    const answers = await Promise.all([silent.answer, slow.answer]);
    for (const answer of answers) expect(answer.toString()).toMatch(/^(HTTP\/1.1 408 |$)/);
  });

  it('[WIRE10][RELY27] messages over their limit close with 4413, over the socket’s with 1009; nothing of them is stored', async () => {
    const server = await startSyncServer({
      limits: { connection: { messageMaxBytes: 10_000, syncStep2MaxBytes: 40_000 } },
    });
    const room = await server.createBoard();
    const { token } = await server.join();
    const join = () => new Program({ address: server.address, room, token }).synced();
    const ofSize = (type: number, bytes: number) => syncFrame(type, new Uint8Array(bytes));
    const cases = [
      [ofSize(SyncType.update, 10_001), CloseCode.limits],
      [ofSize(SyncType.step1, 10_001), CloseCode.limits],
      [Uint8Array.of(1, ...new Uint8Array(10_001)), CloseCode.limits],
      [ofSize(SyncType.step2, 39_999), CloseCode.limits],
      [ofSize(SyncType.step2, 41_000), 1009],
    ] as const;
    for (const [frame, code] of cases) {
      const program = await join();
      program.say(frame);
      expect(await program.closed()).toBe(code);
    }
    expect(await server.storedIds(room)).toEqual([]);
  });

  it('[WIRE11] what is no message of the protocol closes with 4403', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const { token } = await server.join();
    const frames: readonly (Uint8Array | string)[] = [
      'text',
      new Uint8Array(),
      Uint8Array.of(2, 0),
      Uint8Array.of(0, 3, 0),
      Uint8Array.of(100, 1),
      Uint8Array.of(0, 2, 5, 1),
      Uint8Array.of(0, 0, 1, 0, 9),
      Uint8Array.of(0, 0, 5, 0xff, 0xff, 0xff, 0xff, 0x0f),
      Uint8Array.of(1, 4, 3, 1, 1, 1),
      new Uint8Array(64).fill(0xff),
    ];
    for (const frame of frames) {
      const program = await new Program({ address: server.address, room, token }).synced();
      program.say(frame);
      expect(await program.closed(), String(frame)).toBe(CloseCode.notAllowed);
    }
  });
});
