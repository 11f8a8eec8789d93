import { describe, expect, it } from 'vitest';
import { awarenessFrame, type Peer, visitor } from './peer.ts';
import { createStage } from './stage.ts';

/** Who a peer sees, as y-protocols would count it: the newest clock wins, a departure at a known clock counts. */
function seen(peer: Peer): Readonly<Record<number, unknown>> {
  const clocks = new Map<number, number>();
  const states = new Map<number, unknown>();
  for (const { entries } of peer.all('awareness')) {
    for (const [clientId, clock, state] of entries) {
      const known = clocks.get(clientId) ?? -1;
      if (clock < known || (clock === known && state !== null)) continue;
      clocks.set(clientId, clock);
      if (state === null) states.delete(clientId);
      else states.set(clientId, state);
    }
  }
  return Object.fromEntries(states);
}

/** Who is on the roster: by number of the person, with their client. */
const rosterOf = (peer: Peer) =>
  (peer.last('roster')?.entries ?? []).map(({ clientId, name }) => [Number(name.replace('Person ', '')), clientId]);

describe('presence', () => {
  it('[ROOM7] what somebody shows goes to the others and not back', async () => {
    const { join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.show(11, { cursor: [1, 2] });
    ben.show(22, { cursor: [3, 4] });
    ada.show(11, { cursor: [5, 6] }, 2);
    expect(seen(ben)).toEqual({ 11: { cursor: [5, 6] } });
    expect(seen(ada)).toEqual({ 22: { cursor: [3, 4] } });
    expect(seen(await join(3))).toEqual({ 11: { cursor: [5, 6] }, 22: { cursor: [3, 4] } });
  });

  it('[ROOM7] what somebody says about others is passed over, and is no offence', async () => {
    const { join } = createStage();
    const [ada, ben, cleo] = [await join(1), await join(2), await join(3)];
    ada.show(11, { name: 'Ada' });
    ben.show(22, { name: 'Ben' });
    for (let n = 0; n < 50; n++) {
      ada.say(awarenessFrame([[22, 9_000 + n, { name: 'forged' }]]));
      ada.say(awarenessFrame([[22, 9_000 + n, null]]));
      ada.say(awarenessFrame([[33 + n, 1, { name: 'made up' }]]));
    }
    expect(seen(cleo)).toEqual({ 11: { name: 'Ada' }, 22: { name: 'Ben' } });
    expect(ada.closed).toBeNull();
    ada.say(
      awarenessFrame([
        [22, 9_999, { name: 'forged' }],
        [11, 3, { name: 'Ada moves' }],
      ]),
    );
    expect(seen(cleo)).toEqual({ 11: { name: 'Ada moves' }, 22: { name: 'Ben' } });
  });

  it('[ROOM7] a client id that somebody else speaks for cannot be taken, the own one by a second connection can', async () => {
    const { join } = createStage();
    const ada = await join(1);
    ada.show(11, { name: 'Ada' });
    const thief = await join(2);
    thief.show(11, { name: 'thief' }, 99);
    expect(seen(await join(3))).toEqual({ 11: { name: 'Ada' } });
    expect(rosterOf(thief)).toEqual([
      [1, 11],
      [2, null],
      [3, null],
    ]);

    const adaAgain = await join(1);
    adaAgain.show(11, { name: 'Ada is back' });
    expect(seen(thief)).toEqual({ 11: { name: 'Ada is back' } });
    ada.leave();
    expect(seen(thief)).toEqual({ 11: { name: 'Ada is back' } });
    expect(rosterOf(thief)).toEqual([
      [2, null],
      [3, null],
      [1, 11],
    ]);
  });

  it('[ROOM7] who leaves is gone for everybody, and is seen again at once after coming back', async () => {
    const { join, clock } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.show(11, { name: 'Ada' }, 40);
    expect(seen(ben)).toEqual({ 11: { name: 'Ada' } });
    ada.leave();
    expect(seen(ben)).toEqual({});
    await clock.pass(100);
    (await join(1)).show(11, { name: 'Ada' }, 40);
    expect(seen(ben)).toEqual({ 11: { name: 'Ada' } });
  });

  it('[ROOM7] no clock that a client sends can shut anybody out', async () => {
    const { join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    ada.show(11, { n: 1 }, Number.MAX_SAFE_INTEGER);
    ada.show(11, { n: 2 }, 0);
    expect(seen(ben)).toEqual({ 11: { n: 2 } });
  });

  it('[ROOM7] states over 4 KB and what is no state are dropped', async () => {
    const { join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    for (const state of [{ text: 'x'.repeat(5_000) }, 'text', [1], 7]) ada.show(11, state);
    expect(seen(ben)).toEqual({});
    expect(ada.closed).toBeNull();
    ada.show(11, { text: 'x'.repeat(4_000) });
    expect(Object.keys(seen(ben))).toEqual(['11']);
  });

  it('[ROOM7] somebody too fast is seen in the newest state, only less often', async () => {
    const { join, clock } = createStage({ limits: { connection: { awarenessPerSecond: 10 } } });
    const [ada, ben] = [await join(1), await join(2)];
    const before = ben.all('awareness').length;
    for (let n = 1; n <= 200; n++) ada.show(11, { n });
    expect(ben.all('awareness').length - before).toBe(10);
    await clock.pass(150);
    expect(seen(ben)).toEqual({ 11: { n: 200 } });
    expect(ben.all('awareness').length - before).toBe(11);
  });

  it('[ROOM7] in a large room changes go out together, once per tick', async () => {
    const { join, clock } = createStage({ limits: { room: { connectionsAtOnce: 2, tickMs: 16 } } });
    const peers = [await join(1), await join(2), await join(3), await join(4)];
    await clock.pass(16);
    const frames = peers.map((peer) => peer.all('awareness').length);
    for (const [n, peer] of peers.entries()) peer.show(100 + n, { n });
    for (const [n, peer] of peers.entries()) peer.show(100 + n, { n: n + 10 });
    expect(peers.map((peer) => peer.all('awareness').length)).toEqual(frames);
    await clock.pass(16);
    expect(peers.map((peer) => peer.all('awareness').length)).toEqual(frames.map((count) => count + 1));
    expect(seen(peers[0] as Peer)).toEqual({ 101: { n: 11 }, 102: { n: 12 }, 103: { n: 13 } });
  });

  it('[ROOM8] the roster says who is here and behind which client, by the session and not by what they show', async () => {
    const { join } = createStage();
    const [ada, ben] = [await join(1), await join(2)];
    expect(rosterOf(ada)).toEqual([
      [1, null],
      [2, null],
    ]);
    ada.show(11, { name: 'Somebody else' });
    expect(rosterOf(ben)).toEqual([
      [1, 11],
      [2, null],
    ]);
    const cleo = await join(3);
    expect(rosterOf(cleo)).toEqual([
      [1, 11],
      [2, null],
      [3, null],
    ]);
    ben.show(22, {});
    expect(rosterOf(cleo)).toEqual([
      [1, 11],
      [2, 22],
      [3, null],
    ]);
    ada.leave();
    expect(rosterOf(cleo)).toEqual([
      [2, 22],
      [3, null],
    ]);
  });

  it('[ROOM8] a viewer is on the roster and shows no cursor', async () => {
    const { join } = createStage();
    const [ada, viewer] = [await join(1), await join(visitor(2, 'viewer'))];
    for (let n = 0; n < 5; n++) viewer.show(22, { cursor: [n, n] });
    expect(seen(ada)).toEqual({});
    expect(ada.last('roster')?.entries).toMatchObject([{ clientId: null }, { clientId: null, role: 'viewer' }]);
    expect([viewer.closed, viewer.all('notice')]).toEqual([null, []]);
    ada.show(22, { cursor: [7, 7] });
    expect(seen(viewer)).toEqual({ 22: { cursor: [7, 7] } });
  });
});
