import { deflateSync } from 'node:zlib';
import { nanoid } from 'nanoid';
import { expect, test } from 'vitest';
import { decodeContent, encodeContent } from '../../../server/rooms/history-content.ts';
import { superfluous } from '../../../server/rooms/history-thinning.ts';
import type { StoredVersion } from '../../../server/storage/history-store.ts';
import type { VersionKind } from '../../../shared/api/history.ts';
import { type AnyRecord, unmeasured, withoutMeasured } from '../../../shared/board/groups.ts';
import { ParticipantId, VersionId } from '../../../shared/protocol/ids.ts';
import { asMap, boardId, note, page } from './history-board.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

test('[HIS9] a version’s content gives back every record, without what canvases measure', async () => {
  const records = [
    page,
    ...Array.from({ length: 250 }, (_, index) => note(`shape:${index}`, { text: `Note ${index}` })),
  ];
  const decoded = await decodeContent(await encodeContent(records));
  expect(decoded).toEqual(asMap(...records.map(withoutMeasured)));
});

test('[HIS9] equal boards have equal contents, however their records are spelled', async () => {
  const a = note('shape:a', { text: 'Pump', x: 7 });
  const turned = Object.fromEntries(Object.entries(a).reverse()) as AnyRecord;
  const measured = unmeasured({ ...turned, undefinedKey: undefined } as AnyRecord);
  expect(await encodeContent([measured, page])).toEqual(await encodeContent([page, a]));
  expect(await encodeContent([page, note('shape:a', { text: 'Pump', x: 8 })])).not.toEqual(
    await encodeContent([page, a]),
  );
});

test('[HIS9] what is no content, or holds a record that no canvas can show, is refused as a whole', async () => {
  const spelled = (content: unknown) => new Uint8Array(deflateSync(JSON.stringify(content)));
  const good = { format: 1, records: [note('shape:a')] };
  expect(await decodeContent(spelled(good))).not.toBeNull();
  const bad = [
    Uint8Array.of(1, 2, 3),
    new Uint8Array(),
    new Uint8Array(deflateSync('{"format":1')),
    (await encodeContent([page])).slice(0, -4),
    spelled([]),
    spelled({ ...good, format: 2 }),
    spelled({ ...good, records: [{ typeName: 'shape' }] }),
    spelled({ ...good, records: [note('shape:a'), note('shape:b', { x: 'left' })] }),
    spelled({ ...good, records: [note('shape:a', { props: { color: 'plaid' } })] }),
    spelled({ ...good, records: [{ id: 'user:a', typeName: 'instance' }] }),
  ];
  expect(await Promise.all(bad.map(decodeContent))).toEqual(bad.map(() => null));
});

test('[HIS9] a small content that swells beyond every board is not unpacked', async () => {
  const good = Buffer.from(JSON.stringify({ format: 1, records: [note('shape:a')] }));
  const swollen = Buffer.concat([Buffer.alloc(130 * 1024 * 1024, ' '), good]);
  const bomb = new Uint8Array(deflateSync(swollen, { level: 1 }));
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await decodeContent(bomb)).toBeNull();
});

const nowMs = 1_790_000_000_000;

const version = (ageMs: number, kind: VersionKind = 'automatic'): StoredVersion => ({
  ...{ id: VersionId.parse(nanoid()), boardId, kind },
  ...{ name: null, by: null, createdAtMs: nowMs - ageMs, recordCount: 1 },
});

const personOf = (n: number) => ParticipantId.parse(`person${n}`.padEnd(21, '-'));

const kept = (versions: readonly StoredVersion[]) => {
  const gone = new Set(superfluous(versions, nowMs));
  return versions.filter((one) => !gone.has(one));
};

test('[HIS8] all of the last day stay, then one an hour for a week, then one a day: the newest of each', () => {
  const every = (stepMs: number, fromMs: number, toMs: number) =>
    Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, index) => version(fromMs + index * stepMs));
  const [today, week, before] = [
    every(HOUR_MS / 6, 0, DAY_MS),
    every(HOUR_MS / 2, DAY_MS, 3 * DAY_MS),
    every(DAY_MS / 4, 7 * DAY_MS, 30 * DAY_MS),
  ];
  const all = [...today, ...week, ...before];
  const left = kept(all);
  expect(left.filter((one) => today.includes(one))).toEqual(today);
  const perSlot = (versions: readonly StoredVersion[], slotMs: number) => {
    const slots = new Map<number, StoredVersion>();
    for (const one of versions) {
      const slot = Math.floor(one.createdAtMs / slotMs);
      if (!slots.has(slot)) slots.set(slot, one);
    }
    return [...slots.values()];
  };
  expect(left.filter((one) => week.includes(one))).toEqual(perSlot(week, HOUR_MS));
  expect(left.filter((one) => before.includes(one))).toEqual(perSlot(before, DAY_MS));
});

test('[HIS8] named versions always stay; of the others at most 300, and 50 from before a loss', () => {
  const named = Array.from({ length: 400 }, () => version(400 * DAY_MS, 'named'));
  // Twenty people, ten times each.
  const losses = Array.from({ length: 200 }, (_, n) => ({ ...version(1_000, 'before-loss'), by: personOf(n % 20) }));
  const others = Array.from({ length: 400 }, () => version(2_000));
  const left = kept([...losses, ...others, ...named]);
  expect(left.filter(({ kind }) => kind === 'named')).toEqual(named);
  expect(left.filter(({ kind }) => kind === 'before-loss')).toEqual(losses.slice(0, 50));
  expect(left.filter(({ kind }) => kind === 'automatic')).toEqual(others.slice(0, 250));
});

test('[HIS8] who makes the board lose much again and again is kept the first ten of an hour of', () => {
  const losses = Array.from({ length: 25 }, (_, n) => ({ ...version(n * 1_000, 'before-loss'), by: personOf(1) }));
  const theirs = { ...version(500, 'before-loss'), by: personOf(2) };
  const left = kept([theirs, ...losses]);
  expect(left).toEqual([theirs, ...losses.slice(15)]);
});
