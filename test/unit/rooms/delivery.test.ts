import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { noteGroups } from '../../support/notes.ts';
import { settle } from './manual-clock.ts';
import { type Peer, visitor } from './peer.ts';
import { createStage, roomName } from './stage.ts';

const inLargeRooms = { room: { connectionsAtOnce: 2, tickMs: 16, connectionsMany: 6, tickOfManyMs: 33 } };

/** People in one room, everything said that is said at the beginning. */
async function crowd(count: number, limits = {}) {
  const stage = createStage({ limits: { room: { ...inLargeRooms.room, ...limits } } });
  const peers: Peer[] = [];
  for (let n = 1; n <= count; n++) peers.push(await stage.join(n));
  await stage.clock.pass(1_000);
  for (const peer of peers) {
    peer.heard.length = 0;
    peer.written.length = 0;
  }
  const [ada, ben, ...others] = peers as [Peer, Peer, ...Peer[]];
  return { ...stage, peers, ada, ben, others };
}

const types = (peer: Peer) => peer.heard.map(({ type }) => type);

describe('a tick of a larger room', () => {
  it('[ROOM20] all that one connection is to hear leaves in one write, and all that are told the same share its bytes', async () => {
    const { clock, ada, ben, others } = await crowd(5);
    ada.create('shape:a');
    ben.create('shape:b');
    ada.show(11, { n: 1 });
    await settle();
    expect([ada, ben, ...others].flatMap(({ written }) => written)).toEqual([]);
    await clock.pass(16);
    // The roster comes with it, because Ada has got a client by showing herself.
    for (const other of others) expect(types(other)).toEqual(['update', 'update', 'awareness', 'roster']);
    expect(others.map(({ written }) => written.length)).toEqual([1, 1, 1]);
    expect(new Set(others.map(({ written }) => written[0])).size).toBe(1);
    expect([ada.written.length, ben.written.length]).toEqual([1, 1]);
  });

  it('[ROOM20] what is acknowledged comes at the end of the same write, and after everybody else has been told', async () => {
    const { clock, ada, others } = await crowd(4);
    const order: string[] = [];
    for (const [name, peer] of [['ada', ada] as const, ...others.map((other) => ['other', other] as const)]) {
      const { send } = peer;
      peer.send = (frames) => {
        order.push(name);
        send.call(peer, frames);
      };
    }
    ada.create('shape:a');
    await settle();
    await clock.pass(16);
    expect(types(ada).at(-1)).toBe('ack');
    expect(ada.written).toHaveLength(1);
    expect(order).toEqual(['other', 'other', 'ada']);
  });

  it('[ROOM21] nobody hears what they said themselves, neither edits nor presence', async () => {
    const { clock, ada, ben, others } = await crowd(4);
    ada.create('shape:a');
    await settle();
    await clock.pass(300);
    for (const peer of [ada, ben, ...others]) peer.heard.length = 0;
    const place = (peer: Peer) => peer.doc.getMap<Y.Map<unknown>>('records').get('shape:a');
    place(ada)?.set('at', [1, 1, 0]);
    ada.show(11, { of: 'Ada' });
    ben.show(22, { of: 'Ben' });
    await settle();
    await clock.pass(300);
    const seenBy = (peer: Peer) => peer.all('awareness').flatMap(({ entries }) => entries.map(([id]) => id));
    expect([seenBy(ada), seenBy(ben), seenBy(others[0] as Peer)]).toEqual([[22], [11], [11, 22]]);
    expect([ada.all('update').length, ben.all('update').length]).toEqual([0, 1]);
    expect(place(ben)?.get('at')).toEqual([1, 1, 0]);
  });

  it('[ROOM22] of what one client shows within a tick only the newest goes out', async () => {
    const { clock, ada, ben } = await crowd(3);
    for (let n = 1; n <= 5; n++) ada.show(11, { n });
    await clock.pass(16);
    expect(ben.all('awareness').map(({ entries }) => entries.map(([id, , state]) => [id, state]))).toEqual([
      [[11, { n: 5 }]],
    ]);
  });

  it('[ROOM23] few are told at once, more every 20 ms, many every 33 ms', async () => {
    const delayOf = async (people: number) => {
      const { clock, ada, ben } = await crowd(people);
      ada.create('shape:a');
      await settle();
      let ms = 0;
      for (; ben.all('update').length === 0; ms++) await clock.pass(1);
      return ms;
    };
    expect([await delayOf(2), await delayOf(3), await delayOf(6)]).toEqual([0, 16, 33]);
  });

  it('[ROOM24] a crowd that comes and goes is told a few times a second who is there, and in the end the truth', async () => {
    const { clock, join, ada } = await crowd(3, { rosterEveryMs: 250 });
    for (let n = 10; n < 40; n++) {
      await join(n);
      await clock.pass(16);
    }
    expect(ada.all('roster').length).toBeLessThanOrEqual(3);
    await clock.pass(250);
    expect(ada.last('roster')?.entries).toHaveLength(33);
  });
});

describe('a connection that reads too slowly', () => {
  const limits = { connection: { bufferedMaxBytes: 8_000 } };
  const [sparedPresence, sparedUpdates] = [1_500, 3_000];

  async function slow() {
    const stage = createStage({ limits });
    const [ada, ben, cleo] = [await stage.join(1), await stage.join(2), await stage.join(3)];
    return { ...stage, ada, ben, cleo };
  }

  it('[ROOM25] is spared presence, and told the newest of everybody once it has caught up, departures too', async () => {
    const { clock, ada, ben, cleo } = await slow();
    ada.show(11, { n: 0 });
    cleo.show(33, { n: 0 });
    ben.heard.length = 0;
    ben.bufferedBytes = sparedPresence;
    for (let n = 1; n <= 9; n++) {
      await clock.pass(40);
      ada.show(11, { n });
    }
    ada.create('shape:a');
    cleo.leave();
    await settle();
    expect(types(ben)).toEqual(['update']);
    ben.drain();
    expect(ben.all('awareness').map(({ entries }) => entries.map(([id, , state]) => [id, state]))).toEqual([
      [
        [11, { n: 9 }],
        [33, null],
      ],
    ]);
    expect(ben.last('roster')?.entries).toHaveLength(2);
    ada.show(11, { n: 10 });
    expect(ben.all('awareness')).toHaveLength(2);
  });

  it('[ROOM26] is spared updates as well, and after that gets what it missed in one answer, and only what is durable', async () => {
    const { log, ada, ben } = await slow();
    ada.create('shape:before');
    await settle();
    ben.heard.length = 0;
    ben.bufferedBytes = sparedUpdates;
    for (let n = 0; n < 20; n++) {
      ada.create(`shape:${n}`);
      await settle();
    }
    // The first makes the room notice, and was on its way by then.
    expect(ben.all('update').length).toBeLessThanOrEqual(1);
    log.shut();
    ada.create('shape:not-yet');
    ben.drain();
    await settle();
    expect(ben.recordIds).not.toContain('shape:not-yet');
    log.open();
    await settle();
    expect(ben.all('step-2')).toHaveLength(1);
    expect(ben.all('update').length).toBeLessThanOrEqual(2);
    expect(ben.recordIds).toEqual(ada.recordIds);
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(ada.doc));
    ada.create('shape:after');
    await settle();
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM26] still gets what was on its way into the log when it fell behind', async () => {
    const { log, ada, ben } = await slow();
    ada.create('shape:first');
    await settle();
    log.shut();
    ada.create('shape:under-way');
    await settle();
    ben.bufferedBytes = sparedUpdates;
    // Makes the room look at Ben's socket while the edit is not durable.
    ada.show(11, { n: 1 });
    log.open();
    await settle();
    expect(ben.recordIds).toContain('shape:under-way');
    ada.create('shape:missed');
    await settle();
    expect(ben.recordIds).not.toContain('shape:missed');
    ben.drain();
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM26] gets that too when it has caught up before it is durable', async () => {
    const { log, ada, ben } = await slow();
    ada.create('shape:first');
    await settle();
    log.shut();
    ada.create('shape:under-way');
    await settle();
    ben.bufferedBytes = sparedUpdates;
    ada.show(11, { n: 1 });
    ben.drain();
    await settle();
    expect(ben.recordIds).toEqual(['shape:first']);
    log.open();
    await settle();
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM26] is told that its own edits are stored', async () => {
    const { ada, ben } = await slow();
    ben.bufferedBytes = sparedUpdates;
    ada.create('shape:ada');
    await settle();
    ben.create('shape:ben');
    await settle();
    expect(ben.last('ack')?.received).toBe(2);
    ben.drain();
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM27] gets the answer to its question once it has read, and is sent away when it only asks', async () => {
    const { ada, ben } = await slow();
    ada.create('shape:a');
    await settle();
    ben.heard.length = 0;
    ben.bufferedBytes = sparedUpdates;
    for (let n = 0; n < 10; n++) ben.ask();
    expect(types(ben)).toEqual([]);
    ben.drain();
    expect(types(ben)).toEqual(['step-2']);
    ben.bufferedBytes = sparedUpdates;
    for (let n = 0; n < 11; n++) ben.ask();
    expect(ben.closed?.code).toBe(CloseCode.limits);
  });
});

describe('an answer to whoever comes with nothing', () => {
  it('[ROOM28] is what was encoded for an earlier one, with the edits since behind it and an empty step 2 at the end', async () => {
    const { join } = createStage();
    const ada = await join(1);
    for (let n = 0; n < 5; n++) ada.create(`shape:${n}`);
    await settle();
    const ben = await join(2);
    for (let n = 5; n < 8; n++) ada.create(`shape:${n}`);
    await settle();
    const cleo = await join(3);
    expect(types(cleo).filter((type) => ['update', 'step-2'].includes(type))).toEqual([
      ...Array<string>(1 + 8).fill('update'),
      'step-2',
    ]);
    expect(cleo.last('step-2')).toEqual({ type: 'step-2', body: Uint8Array.of(0, 0) });
    for (const peer of [ben, cleo]) expect(peer.recordIds).toEqual(ada.recordIds);
    const dora = await join(4);
    const answer = (peer: Peer) => peer.written.reduce((a, b) => (a.length > b.length ? a : b));
    expect(answer(dora)).toBe(answer(cleo));
  });

  it('[ROOM28] is encoded anew when much has come since', async () => {
    const { join } = createStage();
    const ada = await join(1);
    for (let n = 0; n < 20; n++) {
      recordsOf(ada.doc).set(`shape:${n}`, noteGroups(`shape:${n}`, 'x'.repeat(4_000)));
      await settle();
    }
    const ben = await join(2);
    expect([ben.all('update').length, ben.all('step-2').length]).toEqual([0, 1]);
    expect(ben.recordIds).toEqual(ada.recordIds);
  });

  it('[ROOM29] is whole while twenty people write', async () => {
    const { join, log, clock } = createStage({ limits: inLargeRooms });
    const writers: Peer[] = [];
    for (let n = 1; n <= 20; n++) writers.push(await join(n));
    const late: Peer[] = [];
    for (let round = 0; round < 9; round++) {
      log.shut();
      for (const [n, writer] of writers.entries()) writer.create(`shape:${round}-${n}`);
      if (round % 3 === 0) late.push(await join(visitor(100 + round)));
      log.letOne();
      await settle();
      if (round % 2 === 0) await clock.pass(16);
      log.open();
      await settle();
    }
    await clock.pass(300);
    const expected = Y.encodeStateVector((writers[0] as Peer).doc);
    for (const peer of [...writers, ...late]) {
      expect(peer.recordIds).toHaveLength(180);
      expect(Y.encodeStateVector(peer.doc)).toEqual(expected);
      expect([peer.doc.store.pendingStructs, peer.doc.store.pendingDs]).toEqual([null, null]);
    }
  });
});

describe('a room that is let go', () => {
  it('[ROOM35] leaves no call behind that waits for its time, however it ended', async () => {
    const { clock, log, logged, peers, ada, storage } = await crowd(4, { idleMs: 1_000 });
    ada.create('shape:a');
    ada.show(11, { n: 1 });
    for (const peer of peers) peer.leave();
    await clock.pass(2_000);
    await logged('room.closed');
    expect(clock.waiting).toBe(0);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [] });
    expect(log.waiting).toBe(0);
  });
});
