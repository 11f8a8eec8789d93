import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { connectionLimits } from '../../../shared/protocol/limits.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { emptyBoard, noteGroups } from '../../support/notes.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { awarenessFrame, syncFrame } from '../../unit/rooms/peer.ts';
import { Program } from '../rooms/program.ts';
import { type SyncServer, type SyncServerOptions, startSyncServer } from '../rooms/server.ts';

async function start(options: SyncServerOptions = {}) {
  const server = await startSyncServer(options);
  const room = await server.createBoard(emptyBoard());
  const [{ token: victim }, { token: thief }, { token: witness }] = [
    await server.join(),
    await server.join(),
    await server.join(),
  ];
  return { server, room, victim, thief, witness };
}

const enter = (server: SyncServer, room: RoomName, token: string) =>
  new Program({ address: server.address, room, token }).synced();

/** An update that adds a note as if another client had made it. */
function forged(board: Y.Doc, clientId: number, recordId: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board));
  const before = Y.encodeStateVector(doc);
  doc.clientID = clientId;
  recordsOf(doc).set(recordId, noteGroups(recordId));
  return Y.encodeStateAsUpdate(doc, before);
}

const shows = (program: Program, id: string) => program.until(id, () => program.recordIds.includes(id));

describe('client ids', () => {
  it('[RELY31] an edit under the id of somebody who has written is refused, and that person’s next edit arrives', async () => {
    const { server, room, victim, thief, witness } = await start();
    const [ada, eve, ben] = [
      await enter(server, room, victim),
      await enter(server, room, thief),
      await enter(server, room, witness),
    ];
    ada.create('shape:first');
    await ada.acknowledged(1);
    await shows(eve, 'shape:first');
    eve.say(syncFrame(SyncType.update, forged(eve.doc, ada.doc.clientID, 'shape:forged')));
    expect(await eve.closed()).toBe(CloseCode.refused);
    ada.create('shape:second');
    await ada.acknowledged(2);
    await shows(ben, 'shape:second');
    expect(ben.recordIds).not.toContain('shape:forged');
    expect(await server.storedIds(room)).toEqual(ben.recordIds);
  });

  it('[RELY31] so is one under an id that somebody has only shown presence with, and as a sync step 2', async () => {
    const { server, room, victim, thief, witness } = await start();
    const [ada, eve, ben] = [
      await enter(server, room, victim),
      await enter(server, room, thief),
      await enter(server, room, witness),
    ];
    ada.say(awarenessFrame([[ada.doc.clientID, 1, { here: true }]]));
    await eve.until('the cursor', () => eve.all('awareness').length > 0);
    eve.say(syncFrame(SyncType.step2, forged(eve.doc, ada.doc.clientID, 'shape:forged')));
    expect(await eve.closed()).toBe(CloseCode.refused);
    ada.create('shape:mine');
    await ada.acknowledged(1);
    await shows(ben, 'shape:mine');
    expect(await server.storedIds(room)).toEqual(ben.recordIds);
  });

  it('[RELY31] the ids of the server are nobody’s', async () => {
    const { server, room, thief } = await start();
    const eve = await enter(server, room, thief);
    const [seedClient = 0] = [...eve.doc.store.clients.keys()];
    eve.say(syncFrame(SyncType.update, forged(eve.doc, seedClient, 'shape:forged')));
    expect(await eve.closed()).toBe(CloseCode.refused);
    expect(await server.storedIds(room)).not.toContain('shape:forged');
  });

  it('[RELY31] an owner keeps an id through a restart of the room', async () => {
    const { server, room, victim, thief } = await start();
    const ada = await enter(server, room, victim);
    ada.create('shape:first');
    await ada.acknowledged(1);
    const again = await startSyncServer({ storage: server.storage });
    const eve = await enter(again, room, thief);
    eve.say(syncFrame(SyncType.update, forged(eve.doc, ada.doc.clientID, 'shape:forged')));
    expect(await eve.closed()).toBe(CloseCode.refused);
  });

  it('[RELY31] a thousand replays change nothing and end nobody’s connection', async () => {
    const { server, room, victim, thief } = await start();
    const [ada, eve] = [await enter(server, room, victim), await enter(server, room, thief)];
    ada.create('shape:first');
    await ada.acknowledged(1);
    await shows(eve, 'shape:first');
    const before = await server.storage.log.load(room);
    const replay = syncFrame(SyncType.update, Y.encodeStateAsUpdate(eve.doc));
    for (let n = 0; n < 1_000; n++) eve.say(replay);
    await eve.acknowledged(1_000);
    expect(await server.storage.log.load(room)).toEqual(before);
    eve.create('shape:honest');
    await eve.acknowledged(1_001);
  });

  it('[RELY31] one’s own id works again after a reload, in a second tab and over a new connection', async () => {
    const { server, room, victim } = await start();
    const first = await enter(server, room, victim);
    first.create('shape:first');
    await first.acknowledged(1);
    // The old connection still looks alive; another tab goes on with the same replica.
    const second = new Program({ address: server.address, room, token: victim });
    second.doc.clientID = first.doc.clientID;
    await second.synced();
    second.say(awarenessFrame([[second.doc.clientID, 1, { tab: 2 }]]));
    second.create('shape:second');
    await second.acknowledged(1);
    expect(await server.storedIds(room)).toContain('shape:second');
    expect([first.code, second.code]).toEqual([null, null]);
  });
});

describe('presence', () => {
  it('[RELY32] of somebody else cannot be forged, flooded or made large', async () => {
    // Time stands still: the rate gives nothing back.
    const { server, room, victim, thief, witness } = await start({ clock: new ManualClock() });
    const [ada, eve, ben] = [
      await enter(server, room, victim),
      await enter(server, room, thief),
      await enter(server, room, witness),
    ];
    ada.say(awarenessFrame([[11, 1, { name: 'Ada' }]]));
    eve.say(awarenessFrame([[22, 1, { name: 'Eve' }]]));
    await ben.until('both', () => ben.all('awareness').flatMap(({ entries }) => entries).length >= 2);
    eve.say(awarenessFrame([[11, 0xffff_fffe, { name: 'forged' }]]));
    eve.say(awarenessFrame([[11, 0xffff_ffff, null]]));
    eve.say(awarenessFrame(Array.from({ length: 20_000 }, (_, n) => [1_000 + n, 1, { made: 'up' }] as const)));
    eve.say(awarenessFrame([[22, 2, { large: 'x'.repeat(5_000) }]]));
    for (let n = 0; n < 300; n++) eve.say(awarenessFrame([[22, 10 + n, { n }]]));
    // Everything up to here is dealt with once this is acknowledged.
    eve.create('shape:mark');
    await eve.acknowledged(1);
    await shows(ben, 'shape:mark');
    const heard = ben.all('awareness').flatMap(({ entries }) => entries);
    expect(new Set(heard.map(([id]) => id))).toEqual(new Set([11, 22]));
    expect(heard.filter(([id]) => id === 11).map(([, , state]) => state)).toEqual([{ name: 'Ada' }]);
    expect(JSON.stringify(heard)).not.toContain('xxx');
    // So many at once and no more: the rest comes as the newest state.
    expect(heard.filter(([id]) => id === 22).length).toBeLessThanOrEqual(connectionLimits.awarenessPerSecond);
    const roster = ben.all('roster').at(-1)?.entries ?? [];
    expect(
      roster
        .map(({ clientId }) => clientId)
        .filter((id) => id !== null)
        .sort(),
    ).toEqual([11, 22]);
    expect(eve.code).toBeNull();
  });
});
