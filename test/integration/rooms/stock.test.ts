import { describe, expect, it, onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { connectStock, type StockClient } from '../../support/stock-client.ts';
import { documentShows, eventually } from '../../support/wait.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { awarenessFrame } from '../../unit/rooms/peer.ts';
import { Program } from './program.ts';
import { type SyncServer, startSyncServer } from './server.ts';

async function join(server: SyncServer, room: RoomName, role: 'participant' | 'viewer' = 'participant') {
  const { token } = await server.join(role);
  const client = connectStock({ address: server.address, room, token });
  onTestFinished(() => client.destroy());
  await client.synced();
  return client;
}

const shows = (client: StockClient, id: string) => documentShows(client.doc, id, () => recordsOf(client.doc).has(id));

const awarenessShows = ({ provider }: StockClient, what: string, holds: (states: Map<number, unknown>) => boolean) =>
  eventually(
    what,
    () => holds(provider.awareness.getStates()),
    (changed) => {
      provider.awareness.on('change', changed);
      return () => provider.awareness.off('change', changed);
    },
  );

describe('a stock y-websocket client', () => {
  it('[WIRE12] joins with a bearer session, edits, sees the others’ edits and cursors, and comes back after a cut', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const [ada, ben] = [await join(server, room), await join(server, room)];
    recordsOf(ada.doc).set('shape:a', noteGroups('shape:a', 'from Ada'));
    await shows(ben, 'shape:a');
    const rich = recordsOf(ben.doc).get('shape:a')?.get('rich') as Y.XmlFragment;
    const words = (rich.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.insert(8, ' and Ben', { bold: {} });
    const text = () => String(recordsOf(ada.doc).get('shape:a')?.get('rich'));
    await documentShows(ada.doc, 'Ben’s words', () => text().includes('<bold> and Ben</bold>'));

    ada.provider.awareness.setLocalStateField('cursor', [1, 2]);
    await awarenessShows(ben, 'Ada’s cursor', (states) =>
      [...states.values()].some((state) => JSON.stringify(state) === '{"cursor":[1,2]}'),
    );

    const closed = ben.closed();
    ben.provider.ws?.close();
    await closed;
    recordsOf(ben.doc).set('shape:offline', noteGroups('shape:offline', 'meanwhile'));
    await ben.synced();
    await shows(ada, 'shape:offline');
    await awarenessShows(ada, 'Ben again', (states) => states.has(ben.doc.clientID));
    ben.destroy();
    await awarenessShows(ada, 'Ben’s leaving', (states) => !states.has(ben.doc.clientID));
    expect(await server.storedIds(room)).toEqual(['shape:a', 'shape:offline']);
  });

  it('[WIRE13] is never left without a word for 30 s by the server’s clock, though nothing happens', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token, isLive: false }).synced();
    for (let seconds = 0; seconds < 75; ) {
      const words = program.all('awareness').length;
      for (let n = 0; n < 25; n++, seconds++) await clock.pass(1_000);
      await program.until('a word', () => program.all('awareness').length > words);
      await program.until('its pings', () => program.pings >= Math.floor(seconds / 15));
    }
    expect(program.all('awareness').every(({ entries }) => entries.length === 0)).toBe(true);
    expect(program.code).toBeNull();
  });

  it('[WIRE14] an idle one stays connected through 70 s of silence', { timeout: 90_000 }, async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const client = await join(server, room);
    // Its awareness would renew itself every 15 s; without a state it says nothing at all.
    client.provider.awareness.setLocalState(null);
    const closes: unknown[] = [];
    client.provider.on('connection-close', (event) => closes.push(event));
    await new Promise((resolve) => setTimeout(resolve, 70_000));
    expect(closes).toEqual([]);
    expect(client.provider.wsconnected).toBe(true);
    recordsOf(client.doc).set('shape:after', noteGroups('shape:after', 'still here'));
    const other = await join(server, room);
    await shows(other, 'shape:after');
  });

  it('[WIRE15] who does not answer for 45 s is gone, and so is their cursor; who answers stays', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const [ada, ben] = [await server.join(), await server.join()];
    const halfOpen = new Program({
      ...{ address: server.address, room, token: ada.token },
      socket: { autoPong: false },
    });
    await halfOpen.synced();
    const other = await new Program({ address: server.address, room, token: ben.token }).synced();
    halfOpen.say(awarenessFrame([[11, 1, { cursor: [1, 2] }]]));
    await other.until('the cursor', () =>
      other.all('awareness').some(({ entries }) => entries.some(([id]) => id === 11)),
    );
    for (let pings = 1; pings <= 3; pings++) {
      expect(halfOpen.code).toBeNull();
      await clock.pass(15_000);
      if (pings < 3) await halfOpen.until('its ping', () => halfOpen.pings === pings);
      await other.until('its ping', () => other.pings === pings);
      // Gives the answer to the ping the time to arrive.
      await fetch(server.address);
    }
    await halfOpen.closed();
    await other.until('the cursor to go', () =>
      other.all('awareness').some(({ entries }) => entries.some(([id, , state]) => id === 11 && state === null)),
    );
    expect(other.code).toBeNull();
  });
});

describe('a stock viewer', () => {
  it('[WIRE16][RELY25] may be idle among people who work for ever: echoes and old deletions are no offence', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const [ada, ben] = [await join(server, room), await join(server, room)];
    recordsOf(ada.doc).set('shape:gone', noteGroups('shape:gone', 'gone'));
    recordsOf(ada.doc).delete('shape:gone');
    const viewer = await join(server, room, 'viewer');
    const closes: unknown[] = [];
    viewer.provider.on('connection-close', (event) => closes.push(event));
    for (let n = 0; n < 20; n++) {
      ada.provider.awareness.setLocalStateField('n', n);
      ben.provider.awareness.setLocalStateField('n', n);
      recordsOf(ada.doc).set(`shape:${n}`, noteGroups(`shape:${n}`, 'new'));
    }
    recordsOf(ada.doc).delete('shape:3');
    await documentShows(viewer.doc, 'the last state', () => recordsOf(viewer.doc).size === 19);
    viewer.provider.ws?.close();
    await eventually(
      'the viewer to be back',
      () => closes.length === 1 && viewer.provider.synced,
      (changed) => {
        viewer.provider.on('sync', changed);
        return () => viewer.provider.off('sync', changed);
      },
    );
    recordsOf(ada.doc).set('shape:last', noteGroups('shape:last', 'last'));
    await shows(viewer, 'shape:last');
    expect(closes).toHaveLength(1);
  });

  it('[WIRE17][RELY25] what it writes changes nothing, reaches nobody, and the third time closes for good', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard();
    const ada = await join(server, room);
    recordsOf(ada.doc).set('shape:a', noteGroups('shape:a', 'kept'));
    const viewer = await join(server, room, 'viewer');
    await shows(viewer, 'shape:a');
    const stamped = () => recordsOf(ada.doc).get('shape:a')?.toJSON().meta.author !== undefined;
    await documentShows(ada.doc, 'the stamp', stamped);
    const before = await server.storage.log.load(room);
    const heard: unknown[] = [];
    ada.doc.on('update', (update, origin) => origin === ada.provider && heard.push(update));
    const closed = viewer.closed();
    viewer.provider.awareness.setLocalStateField('cursor', [6, 6, 6]);
    recordsOf(viewer.doc).delete('shape:a');
    recordsOf(viewer.doc).set('shape:b', noteGroups('shape:b', 'smuggled'));
    recordsOf(viewer.doc).set('shape:c', noteGroups('shape:c', 'smuggled'));
    expect(await closed).toBe(CloseCode.notAllowed);
    expect(viewer.provider.shouldConnect).toBe(false);
    const ben = await join(server, room);
    expect([...recordsOf(ben.doc).keys()]).toEqual(['shape:a']);
    expect(heard).toEqual([]);
    expect([...ada.provider.awareness.getStates().keys()]).not.toContain(viewer.doc.clientID);
    expect(await server.storage.log.load(room)).toEqual(before);
  });
});
