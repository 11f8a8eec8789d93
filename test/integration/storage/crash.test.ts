import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '../../../server/storage/sqlite/open.ts';
import { createSqliteLog, type SqliteLog } from '../../../server/storage/sqlite/sqlite-log.ts';
import type { Step } from '../../../server/storage/sqlite/steps.ts';
import type { LoadedDocument } from '../../../server/storage/update-log.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { startChild } from './children.ts';
import { newDocument } from './ids.ts';

/** Each starts processes. */
vi.setConfig({ testTimeout: 90_000 });

type Intact = Exclude<LoadedDocument, { status: 'damaged' }>;

function replay({ snapshot, updates }: Intact, doc: Y.Doc): void {
  for (const update of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, update);
}

/** Entries 1, 2, 3 … up to the last one, as the writer makes them. */
const entriesThrough = (last: number) =>
  Object.fromEntries(Array.from({ length: last }, (_, index) => [String(index + 1), index + 1]));

async function crash(step: Step['name'], occurrence: number) {
  const folder = createTempFolder();
  const document = newDocument();
  const writer = startChild('./child-writer.ts', [folder.path, document, step, String(occurrence)]);
  expect(await writer.ended).toBe('SIGKILL');
  const database = openDatabase(folder.path, 0);
  const log: SqliteLog = createSqliteLog(database.db, () => {});
  const loaded = log.load(document);
  if (loaded.status === 'damaged') throw new Error(`damaged at ${loaded.at}`);
  const lastOf = (word: string) =>
    Math.max(0, ...writer.lines.map((line) => line.split(' ')).map(([said, at]) => (said === word ? Number(at) : 0)));
  return {
    loaded,
    acknowledged: lastOf('acknowledged'),
    compacted: lastOf('compacted'),
    appended: () => log.append([{ document, updates: [Uint8Array.of(0, 0)] }])[0],
    reload: () => log.load(document) as Intact,
    [Symbol.dispose]: () => {
      database.close();
      folder.remove();
    },
  };
}

type Crashed = Awaited<ReturnType<typeof crash>>;

/** What holds wherever it crashed. */
function expectWhole({ loaded, acknowledged, appended, reload }: Crashed): void {
  expect(loaded.status).toBe('intact');
  expect(loaded.last).toBeGreaterThanOrEqual(acknowledged);
  const doc = new Y.Doc();
  replay(loaded, doc);
  expect(doc.getMap('entries').toJSON()).toEqual(entriesThrough(loaded.last));
  const once = Y.encodeStateAsUpdate(doc);
  replay(loaded, doc);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(once);
  expect(reload()).toEqual(loaded);
  expect(appended()).toBe(loaded.last + 1);
}

test('[STO40][RELY4] killed before the commit: everything acknowledged is there, the rest is not', async () => {
  using crashed = await crash('append.written', 5);
  expectWhole(crashed);
  expect(crashed.acknowledged).toBe(4);
  expect(crashed.loaded.last).toBe(4);
});

test('[STO40][RELY4] killed between commit and acknowledgement: what was committed is there', async () => {
  using crashed = await crash('append.committed', 5);
  expectWhole(crashed);
  expect(crashed.acknowledged).toBe(4);
  expect(crashed.loaded.last).toBe(5);
});

test('[STO40][RELY4] killed in a compaction before its commit: the snapshot before it and the updates are there', async () => {
  using crashed = await crash('compact.written', 2);
  expectWhole(crashed);
  expect(crashed.compacted).toBe(3);
  expect(crashed.loaded).toMatchObject({ last: 6, updates: { length: 3 } });
});

test('[STO40][RELY4] killed after the commit of a compaction: the new snapshot is there', async () => {
  using crashed = await crash('compact.committed', 3);
  expectWhole(crashed);
  expect(crashed.compacted).toBe(6);
  expect(crashed.loaded).toMatchObject({ last: 9, updates: { length: 0 } });
});
