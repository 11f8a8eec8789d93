import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { Sequence, WorkshopId } from '../../../shared/protocol/ids.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { settle } from './manual-clock.ts';
import { syncFrame, visitor } from './peer.ts';
import { boardId, createStage, roomName } from './stage.ts';

describe('rooms coming and going', () => {
  it('[ROOM9] a document is loaded once, however many ask for it', async () => {
    const { log, open } = createStage();
    log.shut();
    const asked = Array.from({ length: 20 }, open);
    await settle();
    log.open();
    const rooms = await Promise.all(asked);
    expect(log.loads).toBe(1);
    expect(new Set(rooms).size).toBe(1);
  });

  it('[ROOM9] nobody is told anything before the document is loaded', async () => {
    const { log, join, storage } = createStage();
    const seed = new Y.Doc();
    seed.getMap('records').set('shape:seeded', new Y.Map([['base', {}]]));
    await storage.log.append(roomName, [Y.encodeStateAsUpdate(seed)]);
    log.shut();
    const joining = join(1);
    await settle();
    expect(log.waiting).toBe(1);
    log.open();
    const ada = await joining;
    expect(ada.heard.map(({ type }) => type).slice(0, 2)).toEqual(['session', 'step-1']);
    expect(ada.recordIds).toEqual(['shape:seeded']);
  });

  it('[ROOM10] whoever comes back while the room is saving gets the same room', async () => {
    const { clock, log, join, open, storedIds, events } = createStage({ limits: { room: { idleMs: 10 } } });
    const ada = await join(1);
    const room = await open();
    log.shut();
    ada.create('shape:a');
    ada.leave();
    await clock.pass(1_000);
    const ben = await join(2);
    expect(await open()).toBe(room);
    log.open();
    await clock.pass(1_000);
    expect(ben.recordIds).toEqual(['shape:a']);
    expect(await storedIds()).toEqual(['shape:a']);
    expect(await open()).toBe(room);
    expect(events.filter((event) => event === 'room.opened')).toHaveLength(1);
  });

  it('[ROOM10] coming back and leaving again while the room is saving does not let it go unsaved', async () => {
    const { clock, log, join, open, storedIds } = createStage({ limits: { room: { idleMs: 10 } } });
    const room = await open();
    log.shut();
    const comeAndGo = async (id: string) => {
      const peer = await join(1);
      peer.create(id);
      peer.leave();
      await clock.pass(10);
    };
    await comeAndGo('shape:a');
    log.letOne();
    await settle();
    // The first rest is at its snapshot, and the second edit waits behind it.
    await comeAndGo('shape:b');
    expect(log.waiting).toBe(2);
    log.letOne();
    await settle();
    expect(await open()).toBe(room);
    log.open();
    await clock.pass(1_000);
    expect(await storedIds()).toEqual(['shape:a', 'shape:b']);
  });

  it('[ROOM10] whoever comes back while the room is compacting gets the same room', async () => {
    const { clock, log, join, open } = createStage({ limits: { room: { idleMs: 10 } } });
    const ada = await join(1);
    const room = await open();
    ada.create('shape:a');
    await settle();
    ada.leave();
    log.shut();
    await clock.pass(10);
    expect(log.waiting).toBe(1);
    const ben = await join(2);
    log.open();
    await clock.pass(5);
    expect(await open()).toBe(room);
    ben.create('shape:b');
    await settle();
    expect(ben.last('ack')?.received).toBe(2);
  });

  it('[ROOM10] a room that nobody is in is let go after a while: saved, compacted, and loaded anew', async () => {
    const { clock, log, join, open, events, logged, storage } = createStage({ limits: { room: { idleMs: 1_000 } } });
    const ada = await join(1);
    const room = await open();
    ada.create('shape:a');
    await settle();
    await clock.pass(5_000);
    expect(events).not.toContain('room.closed');
    ada.leave();
    await clock.pass(999);
    expect(events).not.toContain('room.closed');
    await clock.pass(1);
    await logged('room.closed');
    expect(log.compactions).toEqual([1]);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [], last: 1 });
    expect(await open()).not.toBe(room);
    expect((await join(2)).recordIds).toEqual(['shape:a']);
    expect(clock.waiting).toBe(1);
  });

  it('[ROOM10] a room that never changed is let go without a snapshot', async () => {
    const { clock, log, join, events } = createStage({ limits: { room: { idleMs: 10 } } });
    (await join(1)).leave();
    await clock.pass(10);
    expect(events).toContain('room.closed');
    expect(log.compactions).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it('[ROOM11] a long tail is compacted while people write, and only what is durable', async () => {
    const { log, join, storage } = createStage({ limits: { room: { tailMaxBytes: 2_000 } } });
    const ada = await join(1);
    for (let n = 0; n < 60; n++) {
      ada.create(`shape:${n}`);
      await settle();
    }
    expect(log.compactions.length).toBeGreaterThan(0);
    expect(log.compactions.length).toBeLessThan(10);
    const loaded = await storage.log.load(roomName);
    if (loaded.status === 'damaged' || !loaded.snapshot) throw new Error('no snapshot');
    expect(loaded.last).toBe(60);
    expect(loaded.updates.length).toBeLessThan(60);
    const doc = new Y.Doc();
    for (const update of [loaded.snapshot, ...loaded.updates]) Y.applyUpdate(doc, update);
    expect([...doc.getMap('records').keys()].sort()).toEqual(ada.recordIds);
  });

  it('[ROOM11] a snapshot holds what is durable and nothing more', async () => {
    const { log, join, storage, storedIds, events } = createStage({ limits: { room: { tailMaxBytes: 50 } } });
    const ada = await join(1);
    log.shut();
    ada.create('shape:a');
    ada.create('shape:b');
    // The append of the first, then what the compaction reads, then its snapshot; the second waits all the time.
    for (let call = 1; call <= 3; call++) {
      log.letFirst(call === 1 ? 'append' : call === 2 ? 'load' : 'compact');
      await settle();
    }
    expect(log.compactions).toEqual([1]);
    expect(await storedIds()).toEqual(['shape:a']);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [], last: 1 });
    log.open();
    await settle();
    expect(await storedIds()).toEqual(['shape:a', 'shape:b']);
    expect(events).not.toContain('room.not-compacted');
  });

  it('[ROOM11] a snapshot that had to be rebuilt is made again', async () => {
    const { clock, join, storage, open, events, logged } = createStage({ limits: { room: { idleMs: 10 } } });
    const ada = await join(1);
    ada.create('shape:a');
    await settle();
    ada.leave();
    await clock.pass(10);
    await logged('room.closed');
    events.length = 0;
    storage.damage({ document: roomName, kind: 'snapshot', sequence: Sequence.parse(1) });
    expect(await storage.log.load(roomName)).toMatchObject({ status: 'rebuilt' });
    await open();
    await logged('room.compacted');
    expect(await storage.log.load(roomName)).toMatchObject({ status: 'intact', updates: [] });
  });

  it('[ROOM12] a damaged document is opened by nobody, and by everybody once it is whole again', async () => {
    const { registry, storage, events, join } = createStage();
    const seed = new Y.Doc();
    seed.getMap('records').set('shape:a', new Y.Map([['base', {}]]));
    await storage.log.append(roomName, [Y.encodeStateAsUpdate(seed)]);
    const place = { document: roomName, kind: 'update', sequence: Sequence.parse(1) } as const;
    storage.damage(place);
    expect(await registry.open(roomName)).toEqual({ status: 'damaged' });
    expect(await registry.read(roomName, () => 'read')).toBe('damaged');
    expect(events).toEqual(['room.damaged', 'room.damaged']);
    storage.damage(place);
    expect((await join(1)).recordIds).toEqual(['shape:a']);
  });

  it('[ROOM12] storage out of reach is said and not remembered', async () => {
    const { log, registry, open } = createStage();
    log.failure = 'io';
    expect(await registry.open(roomName)).toEqual({ status: 'unavailable', failure: 'io' });
    await expect(registry.read(roomName, () => 'read')).rejects.toMatchObject({ name: 'StorageError', failure: 'io' });
    log.failure = null;
    await open();
  });

  it('[ROOM13] a closed session is out at once: nothing that it sends afterwards is applied', async () => {
    const { registry, join, storedIds } = createStage();
    const [ada, adaElsewhere, ben] = [await join(1), await join(1), await join(2)];
    ada.create('shape:before');
    await settle();
    registry.closeSessions([visitor(1).sessionId], CloseCode.notAllowed);
    expect([ada.closed?.code, adaElsewhere.closed?.code, ben.closed]).toEqual([
      CloseCode.notAllowed,
      CloseCode.notAllowed,
      null,
    ]);
    ada.create('shape:after');
    ada.show(11, { cursor: [0, 0] });
    ben.create('shape:ben');
    await settle();
    expect(await storedIds()).toEqual(['shape:before', 'shape:ben']);
    expect(ben.all('awareness')).toEqual([]);
  });

  it('[ROOM13] a session that is closed while it is being let in does not get in', () => {
    const { registry } = createStage();
    const [before, after] = [registry.admissions.begin(), registry.admissions.begin()];
    before.end();
    registry.closeSessions([visitor(1).sessionId], CloseCode.noSession);
    expect(after.refusal({ ...visitor(1), room: roomName })).toBe(CloseCode.noSession);
    expect(after.refusal({ ...visitor(2), room: roomName })).toBeNull();
    expect(registry.admissions.begin().refusal({ ...visitor(1), room: roomName })).toBeNull();
  });

  it('[ROOM13] a session that loses one workshop keeps its place in the others, open or on the way in', async () => {
    const { registry, join } = createStage();
    const inside = await join(1);
    const waiting = registry.admissions.begin();
    const elsewhere = WorkshopId.parse('elsewhere'.padEnd(21, '-'));
    registry.closeSessionsIn(elsewhere, [visitor(1).sessionId], CloseCode.notAllowed);
    expect(inside.closed).toBeNull();
    expect(waiting.refusal({ ...visitor(1), room: roomName })).toBeNull();
    expect(waiting.refusal({ ...visitor(1), workshopId: elsewhere, room: roomName })).toBe(CloseCode.notAllowed);
    registry.closeSessionsIn(visitor(1).workshopId, [visitor(1).sessionId], CloseCode.notAllowed);
    expect(inside.closed?.code).toBe(CloseCode.notAllowed);
    expect(waiting.refusal({ ...visitor(1), room: roomName })).toBe(CloseCode.notAllowed);
  });

  it('[ROOM13] nor does whoever is being let into a room that is closed for good meanwhile', async () => {
    const { registry, join } = createStage();
    const inside = await join(1);
    const waiting = registry.admissions.begin();
    registry.dismissAll(boardId, CloseCode.noSuchRoom, 'in the bin');
    expect(inside.closed?.code).toBe(CloseCode.noSuchRoom);
    expect(waiting.refusal({ ...visitor(2), room: roomName })).toBe(CloseCode.noSuchRoom);
    expect(waiting.refusal({ ...visitor(2), room: 'board/another' })).toBeNull();
    expect(registry.admissions.begin().refusal({ ...visitor(2), room: roomName })).toBeNull();
  });

  it('[ROOM14] closing stores and acknowledges what came before it, then tells everybody to come back', async () => {
    const { registry, log, join, storedIds } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    log.shut();
    ada.create('shape:a');
    const closing = registry.closeAll(CloseCode.restart);
    ada.create('shape:too-late');
    await settle();
    expect(ada.closed).toBeNull();
    log.open();
    await closing;
    expect(ada.last('ack')?.received).toBe(2);
    expect([ada.closed?.code, ben.closed?.code]).toEqual([CloseCode.restart, CloseCode.restart]);
    expect(await storedIds()).toEqual(['shape:a']);
    expect(await registry.open(roomName)).toEqual({ status: 'unavailable', failure: 'closed' });
  });

  it('[ROOM14] closing does not wait for ever for storage that refuses', async () => {
    const { registry, clock, log, join } = createStage({ limits: { room: { closingMaxMs: 2_000 } } });
    const ada = await join(1);
    log.failure = 'full';
    ada.create('shape:a');
    const closing = registry.closeAll(CloseCode.restart);
    await clock.pass(2_000);
    await closing;
    expect(ada.closed?.code).toBe(CloseCode.restart);
    expect(ada.last('ack')?.received).toBe(1);
  });

  it('[ROOM14] closing does not wait for ever for a document that does not load', async () => {
    const { registry, clock, log } = createStage({ limits: { room: { closingMaxMs: 2_000 } } });
    log.shut();
    const opening = registry.open(roomName);
    const closing = registry.closeAll(CloseCode.restart);
    await clock.pass(2_000);
    await closing;
    log.open();
    expect(await opening).toEqual({ status: 'unavailable', failure: 'closed' });
    expect(clock.waiting).toBe(0);
  });

  it('[ROOM15] reading waits for what is under way, and not for storage that refuses', async () => {
    const { registry, log, join, clock } = createStage();
    const ada = await join(1);
    log.shut();
    ada.create('shape:a');
    let seen: unknown = null;
    const look = (doc: Y.Doc) => [...doc.getMap('records').keys()];
    const reading = registry.read(roomName, look).then((ids) => {
      seen = ids;
    });
    await settle();
    expect(seen).toBeNull();
    log.open();
    await reading;
    expect(seen).toEqual(['shape:a']);
    log.failure = 'full';
    ada.create('shape:b');
    await clock.pass(1);
    expect(await registry.read(roomName, look)).toEqual(['shape:a', 'shape:b']);
  });
});

describe('what a viewer sends', () => {
  it('[ROOM16] a write is not applied, is told, and the third one closes', async () => {
    const { join, storedIds } = createStage();
    const [viewer, ada] = [await join(visitor(1, 'viewer')), await join(2)];
    for (const count of [1, 2, 3]) {
      expect(viewer.closed).toBeNull();
      viewer.create(`shape:${count}`);
      expect(viewer.all('notice')).toHaveLength(count);
      expect(viewer.last('notice')?.code).toBe('read-only');
    }
    expect(viewer.closed?.code).toBe(CloseCode.notAllowed);
    await settle();
    expect(await storedIds()).toEqual([]);
    expect(ada.recordIds).toEqual([]);
  });

  it('[ROOM16] a step 2 that repeats what the server knows is legal for ever', async () => {
    const { join } = createStage();
    const ada = await join(2);
    ada.create('shape:a');
    ada.create('shape:b');
    ada.doc.getMap('records').delete('shape:a');
    await settle();
    const viewer = await join(visitor(1, 'viewer'));
    for (let n = 0; n < 10; n++) viewer.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(viewer.doc)));
    viewer.say(syncFrame(SyncType.step2, Uint8Array.of(0, 0)));
    expect(viewer.closed).toBeNull();
    expect(viewer.last('ack')?.received).toBe(12);
    viewer.doc.getMap('records').delete('shape:b');
    expect(viewer.last('notice')?.code).toBe('read-only');
  });
});
