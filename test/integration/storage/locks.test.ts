import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { databaseFile, openDatabase } from '../../../server/storage/sqlite/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { startChild } from './children.ts';
import { openHookedStorage } from './hooked-storage.ts';
import { newDocument } from './ids.ts';
import { silentLog } from './subjects.ts';

/** Each starts processes. */
vi.setConfig({ testTimeout: 90_000 });

const update = Uint8Array.of(1, 2, 3);

test('[STO41] while another program locks the database the server goes on, and what waits is stored afterwards', async () => {
  const { storage, dataDir, close } = await openHookedStorage();
  const document = newDocument();
  const holder = startChild('./child-lock-holder.ts', [databaseFile(dataDir)]);
  await holder.said('locked');
  let settled = 0;
  const appended = [1, 2, 3].map(() => storage.log.append(document, [update]).finally(() => settled++));
  for (let turn = 0; turn < 200; turn += 1) await nextTurn();
  expect(settled).toBe(0);
  // Would never be reached by a thread that waits for the lock itself.
  holder.process.stdin?.end();
  expect(await Promise.all(appended)).toEqual([1, 2, 3]);
  expect(await holder.ended).toBe(0);
  expect(await storage.log.load(document)).toMatchObject({ status: 'intact', last: 3 });
  await close();
});

test('[STO42] a lock that lasts too long is told as busy, and does no harm once it is gone', async () => {
  const { storage, dataDir, close } = await openHookedStorage({ busyTimeoutMs: 50 });
  const document = newDocument();
  const holder = startChild('./child-lock-holder.ts', [databaseFile(dataDir)]);
  await holder.said('locked');
  const busy = { name: 'StorageError', failure: 'busy' };
  const refused = await Promise.allSettled([1, 2].map(() => storage.log.append(document, [update])));
  expect(refused).toMatchObject([{ reason: busy }, { reason: busy }]);
  expect(await storage.log.load(document)).toMatchObject({ status: 'intact', last: 0 });
  holder.process.stdin?.end();
  await holder.ended;
  expect(await storage.log.append(document, [update])).toBe(1);
  await close();
});

test('[STO43] a data folder belongs to one process, until that ends in whatever way', async () => {
  using folder = createTempFolder();
  const owner = startChild('./child-owner.ts', [folder.path]);
  await owner.said('open');
  await expect(openSqliteStorage({ dataDir: folder.path, log: silentLog })).rejects.toMatchObject({
    name: 'StorageError',
    failure: 'busy',
    message: `Another server process is running with the data folder ${folder.path}.`,
  });
  owner.process.kill('SIGKILL');
  expect(await owner.ended).toBe('SIGKILL');
  openDatabase(folder.path, 0).close();
});

test('[STO43] nor is it opened twice by one process, until it is closed', () => {
  using folder = createTempFolder();
  const first = openDatabase(folder.path, 0);
  expect(() => openDatabase(folder.path, 0)).toThrow('Another server process');
  first.close();
  openDatabase(folder.path, 0).close();
});
