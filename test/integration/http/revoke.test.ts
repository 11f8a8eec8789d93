import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from './server.ts';
import { connectWriter } from './writer.ts';

async function workshopWithBoard() {
  const server = await startServer();
  const made = await makeWorkshop(server);
  const facilitator = await join(server, made, 'facilitator');
  const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, facilitator.token) });
  return { server, made, facilitator, room };
}

/** Ids of the records as they are stored. */
async function storedIds(server: TestServer, room: RoomName): Promise<readonly string[]> {
  const loaded = await server.storage.log.load(room);
  if (loaded.status === 'damaged') throw new Error('damaged');
  const doc = new Y.Doc();
  for (const update of [...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.updates]) Y.applyUpdate(doc, update);
  return [...recordsOf(doc).keys()];
}

describe('revoking', () => {
  it('[ACC7][RELY23] whoever came through a revoked link is out at once and for good', async () => {
    const { server, made, facilitator, room } = await workshopWithBoard();
    const participant = await join(server, made, 'participant');
    const writer = connectWriter({ address: server.address, room, token: participant.token });
    const stays = connectWriter({ address: server.address, room, token: facilitator.token });
    await Promise.all([writer.synced, stays.synced]);
    writer.write('shape:before');
    await writer.settled();
    expect(writer.acknowledged()).toEqual(['shape:before']);

    const path = `/api/workshops/${made.workshop.id}/invites/${made.invites.participant.id}`;
    expect((await server.call('DELETE', path, { bearer: facilitator.token })).status).toBe(204);
    writer.write('shape:after');
    expect(await writer.closed).toBe(CloseCode.notAllowed);
    expect(writer.acknowledged()).toEqual(['shape:before']);

    const again = connectWriter({ address: server.address, room, token: participant.token });
    expect(await again.closed).toBe(CloseCode.notAllowed);
    const seen = await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: participant.token });
    expect(problemOf(seen)).toBe('403 not-allowed');

    stays.write('shape:other');
    await stays.settled();
    expect(stays.acknowledged()).toEqual(['shape:other']);
    const stored = await storedIds(server, room);
    expect(stored).toEqual(expect.arrayContaining(['shape:before', 'shape:other']));
    expect(stored).not.toContain('shape:after');
    expect((await server.call('DELETE', path, { bearer: facilitator.token })).status).toBe(204);
    stays.close();
  });

  it('[ACC7][RELY23] edits that race with the revocation are stored before it or not at all', async () => {
    const { server, made, facilitator, room } = await workshopWithBoard();
    const participant = await join(server, made, 'participant');
    const writer = connectWriter({ address: server.address, room, token: participant.token });
    await writer.synced;
    const path = `/api/workshops/${made.workshop.id}/invites/${made.invites.participant.id}`;
    let isRevoked = false;
    const revoking = server.call('DELETE', path, { bearer: facilitator.token }).then(() => {
      isRevoked = true;
    });
    for (let index = 0; !isRevoked; index += 1) {
      writer.write(`shape:${index}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await revoking;
    const atRevocation = await storedIds(server, room);
    expect(await writer.closed).toBe(CloseCode.notAllowed);
    const seen = connectWriter({ address: server.address, room, token: facilitator.token });
    await seen.synced;
    expect([...recordsOf(seen.doc).keys()].sort()).toEqual([...atRevocation].sort());
    for (const id of writer.acknowledged()) expect(atRevocation).toContain(id);
    seen.close();
  });

  it('[HTTP7] signing out closes the sockets of that session with 4401', async () => {
    const { server, made, room } = await workshopWithBoard();
    const { cookie } = await joinInBrowser(server, made, 'participant');
    const headers = { cookie: `cb_session=${cookie}`, origin: server.address };
    const writer = connectWriter({ address: server.address, room, headers });
    await writer.synced;
    await server.call('DELETE', '/api/sessions/current', { cookie });
    expect(await writer.closed).toBe(CloseCode.noSession);
    expect(await connectWriter({ address: server.address, room, headers }).closed).toBe(CloseCode.noSession);
  });
});
