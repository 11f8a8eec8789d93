import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { systemClock } from '../../../server/rooms/clock.ts';
import { TokenBucket } from '../../../server/rooms/token-bucket.ts';
import { boardId } from './history-board.ts';
import { ManualClock, settle } from './manual-clock.ts';
import { messagesIn, type Peer } from './peer.ts';
import { createStage } from './stage.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const jumps = [
  ['forward', DAY_MS],
  ['back', -DAY_MS],
] as const;

/** Whom y-protocols shows of all that a peer was told. */
function shownBy(peer: Peer): readonly number[] {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  for (const message of peer.written.flatMap(messagesIn)) {
    const decoder = createDecoder(message);
    if (readVarUint(decoder) === 1) applyAwarenessUpdate(awareness, readVarUint8Array(decoder), null);
  }
  const clients = [...awareness.getStates().keys()];
  awareness.destroy();
  return clients;
}

describe('time', () => {
  it('[RELY20] of the server goes on whatever the time of day is set to', () => {
    const before = systemClock.monotonicMs();
    expect(systemClock.monotonicMs()).toBeGreaterThanOrEqual(before);
    expect(before).toBeLessThan(systemClock.nowMs());
  });

  it.each(jumps)('[RELY20] a jump of a day %s neither fills nor empties a rate', async (_name, jumpMs) => {
    const clock = new ManualClock();
    const rate = new TokenBucket(clock, 10, 5);
    const take = () => Array.from({ length: 20 }, () => rate.take()).filter(Boolean).length;
    expect(take()).toBe(10);
    clock.jump(jumpMs);
    expect(take()).toBe(0);
    await clock.pass(1_000);
    expect(take()).toBe(5);
  });

  it.each(jumps)('[RELY20] after a jump of a day %s a larger room says who is there', async (_name, jumpMs) => {
    const { clock, join } = createStage({ limits: { room: { connectionsAtOnce: 2 } } });
    const [ada] = [await join(1), await join(2), await join(3)];
    await clock.pass(1_000);
    clock.jump(jumpMs);
    await join(4);
    await clock.pass(300);
    expect(ada.last('roster')?.entries).toHaveLength(4);
    await join(5);
    await clock.pass(300);
    expect(ada.last('roster')?.entries).toHaveLength(5);
  });

  it.each(jumps)(
    '[RELY20] after a jump of a day %s people are seen, those who come back too',
    async (_name, jumpMs) => {
      const { clock, join } = createStage();
      const [ada, ben] = [await join(1), await join(2)];
      ada.show(11, { n: 1 });
      clock.jump(jumpMs);
      ada.leave();
      expect(shownBy(ben)).toEqual([]);
      const back = await join(1);
      back.show(11, { n: 2 });
      expect(shownBy(ben)).toEqual([11]);
      back.leave();
      expect(shownBy(ben)).toEqual([]);
    },
  );

  it.each(jumps)(
    '[RELY20] after a jump of a day %s edits, versions and idle rooms take their course',
    async (_name, jumpMs) => {
      const { clock, join, logged, storage, storedIds } = createStage({ limits: { room: { idleMs: 1_000 } } });
      const ada = await join(1);
      ada.create('shape:a');
      await settle();
      clock.jump(jumpMs);
      ada.create('shape:b');
      await clock.pass(10 * 60_000);
      await logged('version.kept');
      expect(await storage.history.listVersions(boardId)).toHaveLength(1);
      ada.create('shape:c');
      ada.leave();
      await clock.pass(2_000);
      await logged('room.closed');
      expect((await storage.history.listVersions(boardId)).map(({ kind }) => kind)).toEqual([
        'session-end',
        'automatic',
      ]);
      expect(await storedIds()).toEqual(['shape:a', 'shape:b', 'shape:c']);
    },
  );
});
