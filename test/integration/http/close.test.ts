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
});
