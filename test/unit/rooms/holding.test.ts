import { describe, expect, it } from 'vitest';
import type { Room } from '../../../server/rooms/room.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { noteParts } from '../../support/notes.ts';
import { settle } from './manual-clock.ts';
import { Peer, syncFrame, visitor } from './peer.ts';
import { createStage, roomName } from './stage.ts';

const quickly = { limits: { room: { idleMs: 10 } } };

/** Work that lasts until it is told how to end. */
function work() {
  const outside: { end: (value: string) => void; fail: (error: Error) => void } = { end: () => {}, fail: () => {} };
  const done = new Promise<string>((resolve, reject) => {
    outside.end = resolve;
    outside.fail = reject;
  });
  return { ...outside, done };
}

const edit = (room: Room, id: string) =>
  room.edit({ participantId: visitor(9).participantId, role: 'facilitator' }, (doc) => {
    recordsOf(doc).set(id, createGroups({ ...noteParts(id), meta: {} }));
  });

describe('work with a room', () => {
  it('[ROOM40] keeps the room as long as it lasts, and lets it go after a while', async () => {
    const { clock, events, open, registry } = createStage(quickly);
    const [first, second] = [work(), work()];
    const results = [first, second].map(({ done }) => registry.withRoom(roomName, () => done));
    const room = await open();
    await clock.pass(60_000);
    first.end('one');
    expect(await results[0]).toBe('one');
    await clock.pass(60_000);
    expect([await open(), events.includes('room.closed')]).toEqual([room, false]);
    second.end('two');
    expect(await results[1]).toBe('two');
    await clock.pass(9);
    expect(events).not.toContain('room.closed');
    await clock.pass(1);
    expect(events).toContain('room.closed');
    expect(await open()).not.toBe(room);
  });

  it('[ROOM40] that throws lets go of the room as well', async () => {
    const { clock, events, registry } = createStage(quickly);
    const { done, fail } = work();
    const result = registry.withRoom(roomName, () => done);
    await clock.pass(60_000);
    expect(events).not.toContain('room.closed');
    fail(new Error('broken off'));
    await expect(result).rejects.toThrow('broken off');
    await clock.pass(10);
    expect(events).toContain('room.closed');
  });

  it('[ROOM40] that begins while the room is saving keeps it', async () => {
    const { clock, log, events, join, logged, open, registry, storedIds } = createStage(quickly);
    const ada = await join(1);
    const room = await open();
    log.shut();
    ada.create('shape:a');
    ada.leave();
    await clock.pass(10);
    const { done, end } = work();
    const result = registry.withRoom(roomName, () => done);
    log.open();
    await clock.pass(60_000);
    expect([await open(), events.includes('room.closed')]).toEqual([room, false]);
    end('done');
    await result;
    await clock.pass(1_000);
    await logged('room.closed');
    expect(await storedIds()).toEqual(['shape:a']);
  });

  it('[ROOM40] is no reason to let a room go that people are in', async () => {
    const { clock, join, open, registry } = createStage(quickly);
    await join(1);
    const room = await open();
    await registry.withRoom(roomName, async () => {});
    await clock.pass(60_000);
    expect(await open()).toBe(room);
  });

  it('[ROOM40] ends in a refusal when the server closes meanwhile', async () => {
    const { clock, registry } = createStage(quickly);
    const { done, end } = work();
    const result = registry.withRoom(roomName, async (room) => {
      await done;
      return edit(room, 'shape:late');
    });
    await settle();
    const closing = registry.closeAll(CloseCode.restart);
    await clock.pass(1_000);
    await closing;
    end('');
    await expect(result).rejects.toMatchObject({ name: 'StorageError', failure: 'closed' });
  });

  it('[ROOM41] a room that has been let go takes nobody in, and sends them to the new one', async () => {
    const { clock, open } = createStage(quickly);
    const room = await open();
    await clock.pass(1_000);
    const late = new Peer(room, visitor(1));
    expect(late.closed?.code).toBe(CloseCode.restart);
    await expect(edit(room, 'shape:a')).rejects.toMatchObject({ failure: 'closed' });
    expect(await open()).not.toBe(room);
  });

  it('[ROOM42] an edit on somebody’s behalf is refused at once while storage refuses', async () => {
    const { clock, log, join, open } = createStage();
    const ada = await join(1);
    log.failure = 'full';
    ada.create('shape:a');
    await settle();
    await expect(edit(await open(), 'shape:b')).rejects.toMatchObject({ name: 'StorageError' });
    log.failure = null;
    await clock.pass(10_000);
    expect((await open()).records.has('shape:b')).toBe(false);
    await edit(await open(), 'shape:b');
    expect(ada.recordIds).toEqual(['shape:a', 'shape:b']);
  });
});

describe('questions', () => {
  it('[ROOM43] asked again and again while the answer waits for storage end their asker', async () => {
    const { log, join, clock } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    log.shut();
    ben.create('shape:a');
    // It knows nothing of one client, which is not nothing.
    const question = syncFrame(SyncType.step1, Uint8Array.of(1, 1, 0));
    for (let n = 0; n < 10; n++) ada.say(question);
    expect(ada.closed).toBeNull();
    log.open();
    await clock.pass(100);
    for (let n = 0; n < 10; n++) ada.say(question);
    expect([ada.closed, ada.recordIds]).toEqual([null, ['shape:a']]);
    log.shut();
    ben.create('shape:b');
    for (let n = 0; n < 12; n++) ada.say(question);
    expect(ada.closed?.code).toBe(CloseCode.limits);
    log.open();
  });
});

describe('a larger room that gathers', () => {
  const gathering = { limits: { room: { connectionsAtOnce: 2, tickMs: 20, idleMs: 10 } } };
  const crowd = async () => {
    const stage = createStage(gathering);
    const peers = [await stage.join(1), await stage.join(2), await stage.join(3), await stage.join(4)];
    await stage.clock.pass(1_000);
    return { ...stage, peers, ada: peers[0] as Peer };
  };

  it('[ROOM44] writes what waits when it becomes small, and when nobody is left', async () => {
    const { peers, ada, storedIds } = await crowd();
    ada.create('shape:a');
    await settle();
    expect(await storedIds()).toEqual([]);
    peers[3]?.leave();
    peers[2]?.leave();
    await settle();
    expect(await storedIds()).toEqual(['shape:a']);
    const other = await crowd();
    other.ada.create('shape:b');
    for (const peer of other.peers) peer.leave();
    await settle();
    expect(await other.storedIds()).toEqual(['shape:b']);
  });

  it('[ROOM44] writes what came during a slow append, an outage, or just before closing', async () => {
    const { clock, log, ada, peers, registry, storedIds } = await crowd();
    log.shut();
    ada.create('shape:a');
    await clock.pass(20);
    ada.create('shape:b');
    await clock.pass(60_000);
    log.open();
    await clock.pass(100);
    expect(await storedIds()).toEqual(['shape:a', 'shape:b']);
    log.failure = 'full';
    ada.create('shape:c');
    await clock.pass(1_000);
    ada.create('shape:d');
    await clock.pass(1_000);
    log.failure = null;
    await clock.pass(10_000);
    expect(await storedIds()).toEqual(['shape:a', 'shape:b', 'shape:c', 'shape:d']);
    expect(peers[3]?.recordIds).toEqual(['shape:a', 'shape:b', 'shape:c', 'shape:d']);
    ada.create('shape:e');
    await registry.closeAll(CloseCode.restart);
    expect(await storedIds()).toContain('shape:e');
    expect(ada.last('ack')?.received).toBe(6);
  });

  it('[ROOM44] writes an edit on somebody’s behalf and whatever waits before it at once', async () => {
    const { ada, peers, open, storedIds } = await crowd();
    ada.create('shape:a');
    await edit(await open(), 'shape:b');
    expect(await storedIds()).toEqual(['shape:a', 'shape:b']);
    expect(peers[3]?.recordIds).toEqual(['shape:a', 'shape:b']);
  });
});
