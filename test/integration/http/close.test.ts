import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { join, makeBoard, makeWorkshop, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

describe('closing', () => {
  it('[HTTP16] connected people are told to come back, the port is free, closing twice is fine', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, token) });
    const writers = Array.from({ length: 3 }, () => connectWriter({ address: server.address, room, token }));
    await Promise.all(writers.map(({ synced }) => synced));
    const closing = server.close();
    expect(await Promise.all(writers.map(({ closed }) => closed))).toEqual([1, 1, 1].map(() => CloseCode.restart));
    await Promise.all([closing, server.close()]);
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('[HTTP34] connections on which nothing is asked, or not to the end, keep no server from closing', async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.address);
    const beginnings = [
      '',
      'GET / HTTP/1.1\r\nHost: here\r\n',
      'POST /api/workshops HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ];
    const sockets = await Promise.all(
      beginnings.map(async (beginning) => {
        const socket = connect(Number(port), hostname);
        await once(socket, 'connect');
        socket.write(beginning);
        return socket;
      }),
    );
    const ended = sockets.map((socket) => {
      // Being cut off is what it waits for.
      socket.on('error', () => undefined);
      return new Promise((resolve) => socket.resume().once('close', resolve));
    });
    await server.close();
    await Promise.all(ended);
  });
});
