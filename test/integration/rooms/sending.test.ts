import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { connectStock } from '../../support/stock-client.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { awarenessFrame } from '../../unit/rooms/peer.ts';
import { Program } from './program.ts';
import { type SyncServer, startSyncServer } from './server.ts';

const enter = async (server: SyncServer, room: RoomName, options = {}): Promise<Program> => {
  const { token } = await server.join();
  return new Program({ address: server.address, room, token, ...options }).synced();
};

/** A server whose sockets can be watched: what is written to each, and how much of it waits. */
async function startWatchedServer(options: Parameters<typeof startSyncServer>[0] = {}) {
  const sockets: { readonly raw: Duplex; writes: number; mostBuffered: number }[] = [];
  const server = await startSyncServer({
    ...options,
    onSocket: (raw) => {
      const watched = { raw, writes: 0, mostBuffered: 0 };
      sockets.push(watched);
      const write = raw.write.bind(raw) as (...parameters: unknown[]) => boolean;
      raw.write = (...parameters: unknown[]) => {
        watched.writes++;
        const isRoom = write(...parameters);
        watched.mostBuffered = Math.max(watched.mostBuffered, raw.writableLength);
        return isRoom;
      };
    },
  });
  return { server, sockets };
}

/** Writes this much, in notes that are deleted at once, and waits until it is stored. */
async function writeMuch(writer: Program, bytes: number): Promise<void> {
  const notes = bytes / 10_000;
  const before = writer.acks;
  for (let n = 0; n < notes; n++) {
    recordsOf(writer.doc).set('shape:long', noteGroups('shape:long', 'x'.repeat(10_000)));
    recordsOf(writer.doc).delete('shape:long');
  }
  await writer.acknowledged(before + 2 * notes);
}

/** Resolves when the server has dealt with all that was said before. */
async function dealtWith(program: Program): Promise<void> {
  const answered = once(program.ws, 'pong');
  program.ws.ping();
  await answered;
}

describe('what a room sends', () => {
  it('[WIRE20] all of a tick is one write to each socket', async () => {
    const clock = new ManualClock();
    const { server, sockets } = await startWatchedServer({ clock, limits: { room: { connectionsAtOnce: 2 } } });
    const room = await server.createBoard();
    const programs: Program[] = [];
    for (let n = 0; n < 5; n++) programs.push(await enter(server, room));
    await clock.pass(1_000);
    const [ada, ben] = programs as [Program, Program];
    for (const [n, program] of programs.entries()) program.say(awarenessFrame([[n + 1, 1, { n }]]));
    for (let n = 0; n < 5; n++) ada.create(`shape:${n}`);
    ben.create('shape:ben');
    await Promise.all(programs.map(dealtWith));
    const before = sockets.map(({ writes }) => writes);
    const heard = programs.map((program) => program.heard.length);
    await clock.pass(20);
    expect(sockets.map(({ writes }, n) => writes - (before[n] ?? 0))).toEqual([1, 1, 1, 1, 1]);
    for (const [n, program] of programs.entries()) {
      await program.until('all of it', () => program.recordIds.length === 6);
      expect(program.heard.length - (heard[n] ?? 0)).toBeGreaterThan(1);
    }
  });

  it('[WIRE21] a stock client is in sync after a join that is answered from what was encoded before', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const writer = await enter(server, room);
    await enter(server, room);
    for (let n = 0; n < 20; n++) writer.create(`shape:${n}`);
    await writer.acknowledged(20);
    const { token } = await server.join();
    const stock = connectStock({ address: server.address, room, token });
    await stock.synced();
    expect(recordsOf(stock.doc).size).toBe(20);
    expect(stock.provider.synced).toBe(true);
    stock.destroy();
  });

  it('[WIRE22] pings and close frames come between whole messages, whatever is under way', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const [ada, ben] = [await enter(server, room), await enter(server, room)];
    for (let round = 0; round < 5; round++) {
      for (let n = 0; n < 20; n++) ada.create(`shape:${round}-${n}`);
      await clock.pass(15_000);
      await ben.until('a ping', () => ben.pings > round);
    }
    await ben.until('everything', () => ben.recordIds.length === 100);
    await server.transport.close();
    expect(await ben.closed()).toBe(CloseCode.restart);
  });
});

describe('a reader that does not keep up', () => {
  const bufferedMaxBytes = 400_000;
  const limits = { connection: { bufferedMaxBytes, updatesBurst: 20_000, updatesPerSecond: 20_000 } };

  it('[WIRE23][RELY30] costs no more than the limit while others see everything, and is equal again once it reads', {
    timeout: 60_000,
  }, async () => {
    const { server, sockets } = await startWatchedServer({ limits });
    const room = await server.createBoard();
    const [writer, reader, slow] = [await enter(server, room), await enter(server, room), await enter(server, room)];
    slow.ws.pause();
    const raw = sockets[2];
    // Until the network takes no more.
    while (raw !== undefined && raw.raw.writableLength < bufferedMaxBytes / 4) await writeMuch(writer, 500_000);
    await writeMuch(writer, 1_000_000);
    writer.create('shape:kept');
    await reader.until('the last', () => reader.recordIds.includes('shape:kept'));
    expect(raw?.mostBuffered).toBeLessThanOrEqual(bufferedMaxBytes);
    expect(slow.code).toBeNull();
    slow.ws.resume();
    await slow.until('what it missed', () => slow.recordIds.includes('shape:kept'));
    expect(Y.encodeStateVector(slow.doc)).toEqual(Y.encodeStateVector(writer.doc));
    writer.create('shape:after');
    await slow.until('what comes after', () => slow.recordIds.includes('shape:after'));
    expect(slow.recordIds).toEqual(['shape:after', 'shape:kept']);
  });

  it('[WIRE24][RELY30] is cut off when it never reads and answers no ping, and what waited for it is let go', async () => {
    const clock = new ManualClock();
    const { server, sockets } = await startWatchedServer({ clock, limits });
    const room = await server.createBoard();
    const [writer, deaf] = [await enter(server, room), await enter(server, room)];
    deaf.ws.pause();
    const raw = sockets[1]?.raw;
    while (raw !== undefined && raw.writableLength < bufferedMaxBytes / 4) await writeMuch(writer, 500_000);
    for (let seconds = 0; seconds < 60; seconds += 5) {
      await clock.pass(5_000);
      await writer.until('its pings', () => writer.pings >= Math.floor(seconds / 15));
    }
    expect(raw?.destroyed).toBe(true);
    expect(writer.code).toBeNull();
    deaf.ws.terminate();
  });
});
