import { expect, test } from 'vitest';
import type { Step } from '../../../server/storage/sqlite/steps.ts';
import type { Workshop } from '../../../shared/api/workshops.ts';
import { openHookedStorage } from './hooked-storage.ts';
import { newDocument, newWorkshopId } from './ids.ts';

const update = (bytes: number) => new Uint8Array(bytes).fill(7);

const appendsIn = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.name === 'append.committed' ? [step.appends] : []));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('[STO44] appends that arrive while a commit runs are committed together', async () => {
  const { storage, steps, stepsShow, close } = await openHookedStorage();
  const documents = Array.from({ length: 50 }, newDocument);
  await Promise.all(
    documents.map(async (document) => {
      for (let round = 0; round < 4; round += 1) await storage.log.append(document, [update(100)]);
    }),
  );
  await stepsShow('every commit', (done) => sum(appendsIn(done)) === 200);
  expect(appendsIn(steps).length).toBeLessThan(100);
  expect(Math.max(...appendsIn(steps))).toBeGreaterThan(10);
  await close();
});

test('[STO45] a read sees every write that was resolved before', async () => {
  const { storage, close } = await openHookedStorage();
  const document = newDocument();
  for (let last = 1; last <= 30; last += 1) {
    const others = [newDocument(), newDocument()].map((other) => storage.log.append(other, [update(10)]));
    await storage.log.append(document, [update(10)]);
    expect(await storage.log.load(document)).toMatchObject({ last });
    await Promise.all(others);
  }
  await close();
});

test('[STO46] on a full disk nothing is acknowledged, reading goes on, and appends work again with the space', async () => {
  const { storage, limitPages, close } = await openHookedStorage();
  const [document, other] = [newDocument(), newDocument()];
  await storage.log.append(document, [update(10)]);
  await limitPages(1);
  const full = { name: 'StorageError', failure: 'full' };
  await expect(storage.log.append(document, [update(500_000)])).rejects.toMatchObject(full);
  await expect(storage.log.append(other, [update(500_000)])).rejects.toMatchObject(full);
  await expect(
    storage.log.compact(document, await storage.log.append(document, []), update(500_000)),
  ).rejects.toMatchObject(full);
  const workshop: Workshop = { id: newWorkshopId(), title: 'x'.repeat(500_000), language: 'en', createdAtMs: 0 };
  await expect(storage.workshops.createWorkshop(workshop, [], [])).rejects.toMatchObject(full);
  expect(await storage.log.load(document)).toMatchObject({ status: 'intact', snapshot: null, last: 1 });
  expect(await storage.log.load(other)).toMatchObject({ status: 'intact', last: 0 });
  expect(await storage.workshops.getWorkshop(workshop.id)).toBeNull();
  await limitPages(100_000);
  expect(await storage.log.append(document, [update(500_000)])).toBe(2);
  expect(await storage.log.append(other, [update(500_000)])).toBe(1);
  await storage.workshops.createWorkshop(workshop, [], []);
  expect(await storage.log.load(document)).toMatchObject({ status: 'intact', last: 2, tailBytes: 500_010 });
  await close();
});

test('[STO47] an append that does not fit fails alone, not with those it was stored together with', async () => {
  const { storage, limitPages, close } = await openHookedStorage();
  const documents = Array.from({ length: 4 }, newDocument);
  for (const document of documents) await storage.log.append(document, [update(10)]);
  await limitPages(1);
  const sizes = [10, 500_000, 10, 10];
  const outcomes = await Promise.allSettled(
    documents.map((document, index) => storage.log.append(document, [update(sizes[index] ?? 0)])),
  );
  expect(outcomes).toMatchObject([{ value: 2 }, { reason: { failure: 'full' } }, { value: 2 }, { value: 2 }]);
  await close();
});

test('[STO48] when the thread ends by itself, what waits for it and what comes after is refused', async () => {
  const { storage, exit, close } = await openHookedStorage();
  exit();
  const lost = { name: 'StorageError', failure: 'io' };
  // Some are answered before the thread gets the order; each of them gets an answer.
  const document = newDocument();
  const appendUntilLost = async (): Promise<never> => {
    for (;;) await storage.log.append(document, [update(10)]);
  };
  await expect(appendUntilLost()).rejects.toMatchObject(lost);
  await expect(storage.log.load(document)).rejects.toMatchObject(lost);
  await close();
});
