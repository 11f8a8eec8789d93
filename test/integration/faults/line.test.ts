import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type OpenRoom, openRoom } from '../../../client/sync/open-room.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { parseRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';
import { emptyBoard, noteGroups } from '../../support/notes.ts';
import { type LineQuality, startTcpProxy } from '../../support/tcp-proxy.ts';
import { eventually } from '../../support/wait.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { awarenessFrame } from '../../unit/rooms/peer.ts';
import { seededRandom } from '../rooms/delayed-log.ts';
import { Program } from '../rooms/program.ts';
import { type SyncServer, startSyncServer } from '../rooms/server.ts';

async function lineTo(server: SyncServer, quality: LineQuality = {}) {
  const proxy = await startTcpProxy(server.address, quality);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** A page's own connection, opened by a program's session. */
async function openPage(server: SyncServer, roomName: RoomName, serverUrl: string): Promise<OpenRoom> {
  const { token } = await server.join();
  const address = parseRoomName(roomName);
  if (address === null) throw new Error(roomName);
  const webSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { authorization: `Bearer ${token}` } });
    }
  };
  const room = openRoom({
    boardId: address.boardId,
    serverUrl: serverUrl.replace(/^http/, 'ws'),
    webSocket: webSocket as never,
  });
  onTestFinished(() => room.close());
  return room;
}

const isSaved = ({ state }: OpenRoom): boolean => {
  const now = state.get();
  return now.status === 'live' && now.saved;
};
const saved = (room: OpenRoom) => eventually('everything to be saved', () => isSaved(room), room.state.subscribe);
const sizeIs = (room: OpenRoom, size: number) =>
  eventually(
    `${size} records`,
    () => recordsOf(room.doc).size === size,
    (changed) => {
      room.doc.on('afterTransaction', changed);
      return () => room.doc.off('afterTransaction', changed);
    },
  );

describe('a bad line', () => {
  it('[RELY16] who has gone dark without a word is dropped after 45 s, and the cursor goes', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard(emptyBoard());
    const proxy = await lineTo(server);
    const [{ token: dark }, { token: bright }] = [await server.join(), await server.join()];
    const ghost = await new Program({ address: proxy.address, room, token: dark }).synced();
    const other = await new Program({ address: server.address, room, token: bright }).synced();
    ghost.say(awarenessFrame([[11, 1, { here: true }]]));
    await other.until('the cursor', () =>
      other.all('awareness').some(({ entries }) => entries.some(([id]) => id === 11)),
    );
    proxy.blackhole();
    for (let pings = 1; pings <= 3; pings++) {
      expect(server.events.some(({ msg }) => msg === 'connection.closed')).toBe(false);
      await clock.pass(15_000);
      await other.until('its ping', () => other.pings === pings);
      // Gives the answer to the ping the time to arrive.
      await fetch(server.address);
    }
    await server.logged('the end of the dark connection', ({ msg }) => msg === 'connection.closed');
    await other.until('the cursor to go', () =>
      other.all('awareness').some(({ entries }) => entries.some(([id, , state]) => id === 11 && state === null)),
    );
    await other.until('the roster without it', () => other.all('roster').at(-1)?.entries.length === 1);
    expect(other.code).toBeNull();
  });

  it('[RELY17] slow, stalling and cut lines: everybody has everything once they heal, nothing twice', {
    timeout: 60_000,
  }, async () => {
    const seed = 20_261_125;
    const random = seededRandom(seed);
    const server = await startSyncServer();
    const room = await server.createBoard(emptyBoard());
    const slow = await lineTo(server, { delayMs: 300, jitterMs: 100, random });
    const thin = await lineTo(server, { bytesPerSecond: 8_000, random });
    const pages = [
      await openPage(server, room, slow.address),
      await openPage(server, room, thin.address),
      await openPage(server, room, server.address),
    ];
    await Promise.all(pages.map(saved));
    let written = 0;
    for (let round = 0; round < 6; round++) {
      for (const page of pages) {
        for (let n = 0; n < 5; n++) {
          recordsOf(page.doc).set(`shape:${written}`, noteGroups(`shape:${written}`, 'words on a bad line'));
          written += 1;
        }
      }
      // Cut while the edits are under way: some have reached the server without their acknowledgement, some have not.
      if (round % 2 === 0) slow.reset();
      else thin.reset();
      const [firstPage] = pages;
      if (round === 3 && firstPage !== undefined) await saved(firstPage);
    }
    await Promise.all(pages.map(saved));
    await Promise.all(pages.map((page) => sizeIs(page, written + 2)));
    const [first, ...others] = pages.map(({ doc }) => recordsOf(doc).toJSON());
    for (const other of others) expect(other).toEqual(first);
    expect(await server.storedIds(room)).toHaveLength(written + 2);
  });

  it('[RELY18] a hundred clients cut at once all come back, spread over time', { timeout: 60_000 }, async () => {
    const server = await startSyncServer();
    const room = await server.createBoard(emptyBoard());
    const proxy = await lineTo(server);
    const pages: OpenRoom[] = [];
    for (let n = 0; n < 100; n++) pages.push(await openPage(server, room, proxy.address));
    await Promise.all(pages.map(saved));
    proxy.reset();
    await Promise.all(
      pages.map((page) =>
        eventually('the cut to be noticed', () => page.state.get().status === 'offline', page.state.subscribe),
      ),
    );
    await Promise.all(pages.map(saved));
    const opened = server.events.filter(({ msg }) => msg === 'connection.opened').map(({ time }) => Number(time));
    const [firstMs = 0, lastMs = 0] = [opened[100], opened.at(-1)];
    expect(opened).toHaveLength(200);
    // Full jitter over the first wait: had they all come together, this would be a fraction of it.
    expect(lastMs - firstMs).toBeGreaterThan(500);
  });
});
