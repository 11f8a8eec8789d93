import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { settle } from './manual-clock.ts';
import { syncFrame, visitor } from './peer.ts';
import { createStage, roomName } from './stage.ts';

describe('storing', () => {
  it('[ROOM1] nothing is forwarded or acknowledged before it is durable, then forwarded before acknowledged', async () => {
    const { log, join, storedIds } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    const acked = ada.last('ack')?.received ?? 0;
    log.shut();
    ada.create('shape:a');
    await settle();
    expect(ben.recordIds).toEqual([]);
    expect(ada.last('ack')?.received ?? 0).toBe(acked);
    expect(await storedIds()).toEqual([]);

    const order: string[] = [];
    const note = (peer: typeof ada, name: string) => {
      const { hear } = peer;
      peer.hear = (message) => {
        hear.call(peer, message);
        order.push(`${name} ${peer.heard.at(-1)?.type}`);
      };
    };
    note(ada, 'ada');
    note(ben, 'ben');
    log.open();
    await settle();
    expect(await storedIds()).toEqual(['shape:a']);
    expect(ben.recordIds).toEqual(['shape:a']);
    expect(ada.last('ack')?.received).toBe(acked + 1);
    // Ada hears her own because the server wrote into her record.
    expect(order).toEqual(['ben update', 'ada update', 'ada ack']);
  });

  it('[ROOM1] an acknowledgement counts step 2 and update messages of its own connection, empty ones too', async () => {
    const { join } = createStage();
    const ada = await join(1);
    expect(ada.all('ack')).toEqual([{ type: 'ack', received: 1 }]);
    ada.say(syncFrame(SyncType.step2, Uint8Array.of(0, 0)));
    expect(ada.last('ack')?.received).toBe(2);
    ada.create('shape:a');
    ada.say(syncFrame(SyncType.update, Y.encodeStateAsUpdate(ada.doc)));
    await settle();
    expect(ada.last('ack')?.received).toBe(4);
    const ben = await join(2);
    expect(ben.all('ack')).toEqual([{ type: 'ack', received: 1 }]);
  });

  it('[ROOM1] an empty message after one that is not stored yet is not acknowledged before it', async () => {
    const { log, join } = createStage();
    const ada = await join(1);
    log.shut();
    ada.create('shape:a');
    ada.say(syncFrame(SyncType.step2, Uint8Array.of(0, 0)));
    await settle();
    expect(ada.last('ack')?.received).toBe(1);
    log.open();
    await settle();
    expect(ada.last('ack')?.received).toBe(3);
  });

  it('[ROOM1] a client without our subprotocol hears nothing but y-websocket', async () => {
    const { log, join, clock } = createStage();
    const stock = await join(1, { isLive: false });
    log.failure = 'full';
    stock.create('shape:a');
    await settle();
    log.failure = null;
    await clock.pass(1_000);
    const types = new Set(stock.heard.map(({ type }) => type));
    expect([...types].filter((type) => !['step-1', 'step-2', 'update'].includes(type))).toEqual([]);
  });

  it('[ROOM2] one append is under way at a time; what comes meanwhile goes with the next, in order', async () => {
    const { log, join, storedIds } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    log.appends.length = 0;
    log.shut();
    for (const id of ['shape:1', 'shape:2', 'shape:3']) ada.create(id);
    ben.create('shape:4');
    await settle();
    expect(log.appends).toEqual([1]);
    log.letOne();
    await settle();
    expect(log.appends).toEqual([1, 3]);
    log.open();
    await settle();
    expect(log.appends).toEqual([1, 3]);
    expect(await storedIds()).toEqual(['shape:1', 'shape:2', 'shape:3', 'shape:4']);
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM3] whoever comes with nothing is told at once what is durable, and nothing more', async () => {
    const { log, join } = createStage();
    const ada = await join(1);
    ada.create('shape:stored');
    await settle();
    log.shut();
    ada.create('shape:not-yet');
    const ben = await join(2);
    expect(ben.all('step-2')).toHaveLength(1);
    expect(ben.recordIds).toEqual(['shape:stored']);
    log.open();
    await settle();
    expect(ben.all('step-2')).toHaveLength(1);
    expect(ben.recordIds).toEqual(['shape:not-yet', 'shape:stored']);
  });

  it('[ROOM3] whoever knows something already waits until the answer is durable', async () => {
    const { log, join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.create('shape:stored');
    await settle();
    const answers = ben.all('step-2').length;
    log.shut();
    ada.create('shape:not-yet');
    ben.ask();
    await settle();
    expect(ben.all('step-2')).toHaveLength(answers);
    expect(ben.recordIds).toEqual(['shape:stored']);
    log.open();
    await settle();
    expect(ben.all('step-2')).toHaveLength(answers + 1);
    expect(ben.recordIds).toEqual(['shape:not-yet', 'shape:stored']);
  });

  it('[ROOM3] whoever asks gets an answer though others never stop writing', async () => {
    const { log, join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.create('shape:first');
    await settle();
    const answers = ben.all('step-2').length;
    log.shut();
    ada.create('shape:0');
    ben.ask();
    for (let n = 1; n <= 3; n++) {
      ada.create(`shape:${n}`);
      log.letOne();
      await settle();
    }
    expect(ben.all('step-2')).toHaveLength(answers + 1);
    expect(ben.recordIds).toContain('shape:0');
  });

  it('[ROOM4] while storage refuses nothing is acknowledged, all are told, and it is tried again with longer pauses', async () => {
    const { log, join, clock, events, storedIds } = createStage({
      limits: { room: { retryFirstMs: 100, retryMaxMs: 400 } },
    });
    const [ada, ben] = [await join(1), await join(2)];
    log.appends.length = 0;
    log.failure = 'full';
    ada.create('shape:a');
    await settle();
    expect(log.appends).toHaveLength(1);
    for (const [ms, tries] of [
      [99, 1],
      [1, 2],
      [199, 2],
      [1, 3],
      [400, 4],
      [399, 4],
      [1, 5],
    ] as const) {
      await clock.pass(ms);
      expect(log.appends).toHaveLength(tries);
    }
    const late = await join(3);
    for (const peer of [ada, ben, late]) expect(peer.all('notice')).toEqual([{ type: 'notice', code: 'not-stored' }]);
    expect(ada.last('ack')?.received).toBe(1);
    expect(ben.recordIds).toEqual([]);
    expect(events.filter((event) => event === 'room.not-stored')).toHaveLength(1);

    log.failure = null;
    await clock.pass(400);
    for (const peer of [ada, ben, late]) expect(peer.last('notice')?.code).toBe('stored-again');
    expect(ada.last('ack')?.received).toBe(2);
    for (const peer of [ben, late]) expect(peer.recordIds).toEqual(['shape:a']);
    expect(await storedIds()).toEqual(['shape:a']);
  });

  it('[ROOM37] whoever asks while storage refuses is told what it holds, and the rest once it is stored', async () => {
    const { log, join, clock } = createStage({ limits: { room: { retryFirstMs: 100, retryMaxMs: 100 } } });
    const [ada, ben] = [await join(1), await join(2)];
    ada.create('shape:stored');
    await settle();
    const known = ben.all('step-2').length;
    log.failure = 'full';
    log.isReadable = true;
    ada.create('shape:not-yet');
    await settle();
    ben.ask();
    await settle();
    expect(ben.all('step-2')).toHaveLength(known + 1);
    expect(ben.recordIds).toEqual(['shape:stored']);
    expect(ada.last('ack')?.received).toBe(2);
    log.failure = null;
    await clock.pass(100);
    expect(ben.recordIds).toEqual(['shape:not-yet', 'shape:stored']);
    expect(ben.all('step-2')).toHaveLength(known + 1);
  });

  it('[ROOM37] so is whoever asked before', async () => {
    const { log, join, clock } = createStage({ limits: { room: { retryFirstMs: 100, retryMaxMs: 100 } } });
    const [ada, ben] = [await join(1), await join(2)];
    const known = ben.all('step-2').length;
    ada.create('shape:stored');
    await settle();
    log.shut();
    ada.create('shape:not-yet');
    ben.ask();
    await settle();
    expect(ben.all('step-2')).toHaveLength(known);
    log.failure = 'busy';
    log.isReadable = true;
    log.open();
    await settle();
    expect(ben.all('step-2')).toHaveLength(known + 1);
    expect(ben.recordIds).toEqual(['shape:stored']);
    log.failure = null;
    await clock.pass(100);
    expect(ben.recordIds).toEqual(['shape:not-yet', 'shape:stored']);
  });

  it('[ROOM4] when too much waits for storage, writers are sent away to come back', async () => {
    const { log, join } = createStage({ limits: { room: { unstoredMaxBytes: 500 } } });
    const ada = await join(1);
    log.shut();
    for (let n = 0; n < 10; n++) ada.create(`shape:${n}`);
    expect(ada.closed?.code).toBe(CloseCode.internal);
  });

  it('[ROOM5] when the log is not what the room thinks, the room gives up and is loaded again, nothing lost', async () => {
    const { storage, join, events, storedIds } = createStage();
    const ada = await join(1);
    const stranger = new Y.Doc();
    stranger.getMap('records').set('shape:stranger', new Y.Map([['base', {}]]));
    await storage.log.append(roomName, [Y.encodeStateAsUpdate(stranger)]);
    ada.create('shape:a');
    await settle();
    expect(ada.closed?.code).toBe(CloseCode.internal);
    expect(events).toContain('room.broken');
    const ben = await join(2);
    expect(ben.recordIds).toEqual(['shape:a', 'shape:stranger']);
    expect(await storedIds()).toEqual(['shape:a', 'shape:stranger']);
  });

  it('[ROOM6] a record that somebody adds is stamped by the server: author and time, whatever the client said', async () => {
    const { join, clock } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.create('shape:a', { author: 'somebody else', created: 1, origin: 'forged' });
    await settle();
    const expected = { author: visitor(1).participantId, created: clock.nowMs() };
    for (const peer of [ada, ben]) {
      expect((peer.doc.getMap('records').get('shape:a') as Y.Map<unknown>).get('meta')).toEqual(expected);
    }
  });

  it('[ROOM6] a record that is there already keeps its stamp', async () => {
    const { join, clock } = createStage();
    const ada = await join(1);
    ada.create('shape:a');
    await settle();
    const stamp = { author: visitor(1).participantId, created: clock.nowMs() };
    await clock.pass(5_000);
    const ben = await join(2);
    (ben.doc.getMap('records').get('shape:a') as Y.Map<unknown>).set('at', [5, 5, 0]);
    await settle();
    expect((ada.doc.getMap('records').get('shape:a') as Y.Map<unknown>).toJSON()).toMatchObject({
      at: [5, 5, 0],
      meta: stamp,
    });
  });

  it('[ROOM6] a record that was gone again before the server saw it gets no stamp', async () => {
    const { join, storedIds } = createStage();
    const ada = await join(1);
    ada.doc.transact(() => {
      ada.create('shape:a');
      ada.doc.getMap('records').delete('shape:a');
    });
    await settle();
    expect(ada.closed).toBeNull();
    expect(await storedIds()).toEqual([]);
  });
});
