import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { joinRecord } from '../../../shared/board/groups.ts';
import { seedBoard } from '../../../shared/method/seed.ts';
import { Program as Client, type Program } from '../rooms/program.ts';
import { startSyncServer } from '../rooms/server.ts';

const seed = seedBoard({
  ...{ template: 'root-cause-tree', language: 'en', createdAtMs: 1_764_000_000_000 },
  ...{ partnership: 'Full Plates', boardTitle: 'Root cause tree', example: false },
});

async function start() {
  const server = await startSyncServer();
  const room = await server.createBoard(seed);
  const enter = async (role: 'facilitator' | 'participant') => {
    const { token } = await server.join(role);
    return new Client({ address: server.address, room, token }).synced();
  };
  return {
    server,
    room,
    eve: await enter('participant'),
    ben: await enter('participant'),
    fay: await enter('facilitator'),
  };
}

const lockedIn = (doc: Y.Doc): string => {
  const found = [...recordsOf(doc)].find(([id, groups]) => joinRecord(id, groups)?.isLocked === true);
  if (found === undefined) throw new Error('nothing is locked');
  return found[0];
};
const recordIn = ({ doc }: Program, id: string) => {
  const groups = recordsOf(doc).get(id);
  return groups && joinRecord(id, groups);
};
const told = (program: Program) => program.all('notice').filter(({ code }) => code === 'put-back').length;

describe('an edit that is not allowed', () => {
  it('[RELY31b] of something locked is put back for everybody and told; the same client’s next edit arrives', async () => {
    const { server, room, eve, ben } = await start();
    const id = lockedIn(eve.doc);
    const before = recordIn(ben, id);
    expect(before?.isLocked).toBe(true);
    const attempts: ((groups: Y.Map<unknown>) => void)[] = [
      (groups) => groups.set('at', [9_999, 9_999, 0]),
      (groups) => groups.set('isLocked', false),
      (groups) => groups.set('meta', { author: 'eve' }),
      (groups) => groups.delete('base'),
      () => recordsOf(eve.doc).delete(id),
    ];
    let count = 0;
    for (const attempt of attempts) {
      const groups = recordsOf(eve.doc).get(id);
      if (groups === undefined) throw new Error(`${id} is not back`);
      attempt(groups);
      count += 1;
      await eve.until('the notice', () => told(eve) === count);
      await eve.acknowledged(count);
      await eve.until('the old value', () => isEqualJson(recordIn(eve, id), before));
    }
    eve.create('shape:honest');
    await ben.until('the honest edit', () => ben.recordIds.includes('shape:honest'));
    expect(isEqualJson(recordIn(ben, id), before)).toBe(true);
    expect(
      recordsOf(await server.stored(room))
        .get(id)
        ?.toJSON(),
    ).toEqual(recordsOf(ben.doc).get(id)?.toJSON());
    expect(told(ben)).toBe(0);
    expect(eve.code).toBeNull();
  });

  it('[RELY31b] what is not allowed is never seen by anybody else, not even for a moment', async () => {
    const { eve, ben } = await start();
    const id = lockedIn(eve.doc);
    const seen = new Set<unknown>();
    recordsOf(ben.doc).observeDeep(() => seen.add(recordIn(ben, id)?.x));
    recordsOf(eve.doc).get(id)?.set('at', [9_999, 9_999, 0]);
    eve.create('shape:after');
    await ben.until('what came after', () => ben.recordIds.includes('shape:after'));
    expect(seen).not.toContain(9_999);
  });

  it('[RELY33] of a mixed batch the good records stand and the bad ones are told', async () => {
    const { eve, ben } = await start();
    eve.doc.transact(() => {
      eve.create('shape:good');
      const bad = recordsOf(eve.doc);
      eve.create('shape:bad');
      bad.get('shape:bad')?.set('at', [Number.MAX_VALUE, 0, 0]);
      eve.create('shape:torn');
      bad.get('shape:torn')?.delete('base');
    });
    await eve.until('the notice', () => told(eve) === 1);
    await ben.until('the good one', () => ben.recordIds.includes('shape:good'));
    expect(ben.recordIds).not.toContain('shape:bad');
    expect(ben.recordIds).not.toContain('shape:torn');
    await eve.until('the bad ones to go', () => !eve.recordIds.includes('shape:bad'));
    expect(eve.code).toBeNull();
  });

  it('[RELY31b] a facilitator may', async () => {
    const { fay, ben } = await start();
    const id = lockedIn(fay.doc);
    recordsOf(fay.doc).get(id)?.set('isLocked', false);
    await ben.until('the lock to go', () => recordIn(ben, id)?.isLocked === false);
    expect(told(fay)).toBe(0);
  });
});
