import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { MergerClosedError, ThreadMerger } from '../../../server/rooms/compaction/merger.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { noteGroups } from '../../support/notes.ts';
import { settle } from './manual-clock.ts';
import { createStage, roomName } from './stage.ts';

const long = { limits: { room: { tailMaxBytes: 2_000, idleMs: 10 } } };

describe('a log that has grown long', () => {
  it('[ROOM31] is merged away from the room, and stays short however long people write', async () => {
    const { join, merger, storage, log } = createStage(long);
    const ada = await join(1);
    for (let n = 0; n < 40; n++) {
      ada.create(`shape:${n}`);
      await settle();
      const loaded = await storage.log.load(roomName);
      if (loaded.status === 'damaged') throw new Error('damaged');
      expect(loaded.tailBytes).toBeLessThan(Math.max(2_000, (loaded.snapshot?.length ?? 0) / 2) + 1_000);
    }
    expect(merger.merges.length).toBeGreaterThan(1);
    expect(merger.merges.length).toBe(log.compactions.length);
  });

  it('[ROOM31] costs nothing but space when merging breaks down, and is not tried again at every edit', async () => {
    const { clock, join, merger, storage, storedIds, events } = createStage(long);
    merger.isBroken = true;
    const ada = await join(1);
    const edits = 60;
    for (let n = 0; n < edits; n++) {
      ada.create(`shape:${n}`);
      await settle();
    }
    expect(ada.last('ack')?.received).toBe(edits + 1);
    expect(events).toContain('room.not-compacted');
    expect(merger.merges.length).toBeLessThan(edits / 4);
    expect(await storedIds()).toHaveLength(edits);
    merger.isBroken = false;
    ada.leave();
    await clock.pass(10);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [], last: edits });
  });

  it('[ROOM32] is merged before anybody is served from it, and the snapshot stored', async () => {
    const { storage, join, merger, log } = createStage(long);
    await storage.log.append(roomName, manyUpdates(50));
    const ada = await join(1);
    await settle();
    expect(merger.merges).toEqual([50]);
    expect(log.compactions).toEqual([50]);
    expect(ada.recordIds).toHaveLength(50);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [], last: 50 });
    ada.create('shape:more');
    await settle();
    expect(ada.last('ack')?.received).toBe(2);
  });

  it('[ROOM32] opens as it is when merging breaks down or its snapshot cannot be stored', async () => {
    for (const fault of ['merge', 'compact'] as const) {
      const { storage, join, merger, log, events } = createStage(long);
      await storage.log.append(roomName, manyUpdates(50));
      merger.isBroken = fault === 'merge';
      if (fault === 'compact') {
        log.shut();
        const joining = join(1);
        await settle();
        log.letFirst('load');
        await joining;
        log.failure = 'full';
        log.letFirst('compact');
        await settle();
        log.failure = null;
        log.open();
      }
      expect((await join(2)).recordIds).toHaveLength(50);
      await settle();
      expect(events).toContain('room.not-compacted');
      expect(await storage.log.load(roomName)).toMatchObject({ last: 50 });
    }
  });

  it('[ROOM33] whoever comes back while it is being merged gets the same room, and what they add is kept', async () => {
    const { clock, join, open, merger, storage, storedIds } = createStage(long);
    const ada = await join(1);
    const room = await open();
    ada.create('shape:a');
    await settle();
    merger.isShut = true;
    ada.leave();
    await clock.pass(10);
    expect(merger.merges).toEqual([1]);
    const ben = await join(2);
    ben.create('shape:b');
    await settle();
    expect(await open()).toBe(room);
    merger.open();
    await settle();
    expect(ben.last('ack')?.received).toBe(2);
    expect(await storage.log.load(roomName)).toMatchObject({ last: 2 });
    ben.leave();
    await clock.pass(20);
    expect(await storage.log.load(roomName)).toMatchObject({ updates: [], last: 2 });
    expect(await storedIds()).toEqual(['shape:a', 'shape:b']);
  });
});

describe('the merging thread', () => {
  const quiet = pino({ level: 'silent' });

  it('[ROOM34] gives one update that stands for all, for several rooms at once', async () => {
    const merger = new ThreadMerger(quiet);
    onTestFinished(() => merger.close());
    const merged = await Promise.all([manyUpdates(30), manyUpdates(3)].map((updates) => merger.merge(updates)));
    expect(merged.map(recordIdsIn).map(({ length }) => length)).toEqual([30, 3]);
    await expect(merger.merge([Uint8Array.of(9, 9, 9)])).rejects.toThrow();
    expect(recordIdsIn(await merger.merge(manyUpdates(2)))).toHaveLength(2);
  });

  it('[ROOM34] takes only its merges along when it dies, and nothing once it is closed', async () => {
    const merger = new ThreadMerger(quiet, new URL('./dying-worker.ts', import.meta.url));
    await expect(merger.merge(manyUpdates(1))).rejects.toThrow('has ended');
    const second = merger.merge(manyUpdates(1));
    await expect(second).rejects.toThrow('has ended');
    await merger.close();
    await expect(merger.merge(manyUpdates(1))).rejects.toBeInstanceOf(MergerClosedError);

    const closing = new ThreadMerger(quiet);
    const given = closing.merge(manyUpdates(1)).catch((error: unknown) => error);
    await closing.close();
    await closing.close();
    expect(await given).toBeInstanceOf(MergerClosedError);
    await new ThreadMerger(quiet).close();
  });
});

/** One note each. */
function manyUpdates(count: number): readonly Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; n < count; n++) recordsOf(doc).set(`shape:${n}`, noteGroups(`shape:${n}`));
  return updates;
}

function recordIdsIn(update: Uint8Array): readonly string[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return [...recordsOf(doc).keys()];
}
