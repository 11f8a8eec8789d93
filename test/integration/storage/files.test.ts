import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { blobChecksum } from '../../../server/storage/checksum.ts';
import { workshopsAndLogs } from '../../../server/storage/migrations/0001-workshops-and-logs.ts';
import { createSqlWorkshops } from '../../../server/storage/sql/sql-workshops.ts';
import type { Tables } from '../../../server/storage/sql/tables.ts';
import { createSqliteDialect } from '../../../server/storage/sqlite/dialect.ts';
import { databaseFile, openDatabase } from '../../../server/storage/sqlite/open.ts';
import { createSqliteLog, type SqliteLog } from '../../../server/storage/sqlite/sqlite-log.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { newDocument, newTokenHash, sequence } from './ids.ts';

const versionOf = (dataDir: string): number => {
  const db = new DatabaseSync(databaseFile(dataDir));
  const { user_version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  db.close();
  return user_version;
};

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Recognisable in the file. */
const blob = (name: string) => new TextEncoder().encode(`<<${name}>>`.repeat(20));

function withLog<T>(dataDir: string, use: (log: SqliteLog) => T): T {
  const { db, close } = openDatabase(dataDir, 0);
  try {
    return use(createSqliteLog(db, () => {}));
  } finally {
    close();
  }
}

function flipByteOf(path: string, bytes: Uint8Array): void {
  const file = readFileSync(path);
  const at = file.indexOf(bytes);
  if (at === -1) throw new Error('not in the file');
  file.writeUInt8(file.readUInt8(at + bytes.length / 2) ^ 0x10, at + bytes.length / 2);
  writeFileSync(path, file);
}

/** Updates a to d; snapshots after b and c. */
function write(dataDir: string): RoomName {
  const document = newDocument();
  withLog(dataDir, (log) => {
    log.append([{ document, updates: ['a', 'b', 'c', 'd'].map(blob) }]);
    log.compact(document, sequence(2), blob('ab'));
    log.compact(document, sequence(3), blob('abc'));
  });
  return document;
}

test('[STO50][RELY8] a byte that flips in the file is found on load', () => {
  using folder = createTempFolder();
  const document = write(folder.path);
  const load = () => withLog(folder.path, (log) => log.load(document));
  expect(load()).toMatchObject({ status: 'intact', snapshot: blob('abc'), updates: [blob('d')], last: 4 });
  flipByteOf(databaseFile(folder.path), blob('abc'));
  expect(load()).toMatchObject({ status: 'rebuilt', snapshot: blob('ab'), updates: [blob('c'), blob('d')], last: 4 });
  flipByteOf(databaseFile(folder.path), blob('d'));
  expect(load()).toEqual({ status: 'damaged', at: 4 });
});

test('[STO51][RELY8] an update that is missing is found on load, in the middle and at the end', () => {
  using folder = createTempFolder();
  const [first, second, third] = [write(folder.path), write(folder.path), write(folder.path)];
  const db = new DatabaseSync(databaseFile(folder.path));
  db.prepare('DELETE FROM snapshots WHERE through = 3').run();
  db.prepare('DELETE FROM updates WHERE document = ? AND sequence = 3').run(first);
  db.prepare('DELETE FROM updates WHERE document = ? AND sequence = 4').run(second);
  db.prepare('UPDATE documents SET last_sequence = 1 WHERE name = ?').run(third);
  db.close();
  withLog(folder.path, (log) => {
    expect(log.load(first)).toEqual({ status: 'damaged', at: 3 });
    expect(log.load(second)).toEqual({ status: 'damaged', at: 4 });
    expect(log.load(third)).toEqual({ status: 'damaged', at: 2 });
  });
});

test('[STO52] the data folder and what is in it are made for their owner alone', () => {
  using folder = createTempFolder();
  const dataDir = join(folder.path, 'deep', 'data');
  const { close } = openDatabase(dataDir, 0);
  expect(modeOf(dataDir)).toBe('700');
  const files = readdirSync(dataDir);
  expect(files).toContain('commonboard.sqlite');
  expect(files.map((file) => [file, modeOf(join(dataDir, file))])).toEqual(files.map((file) => [file, '600']));
  close();
});

test('[STO56] after a clean stop the database file alone holds everything', () => {
  using folder = createTempFolder();
  const document = write(folder.path);
  const copy = join(folder.path, 'copy');
  mkdirSync(copy);
  copyFileSync(databaseFile(folder.path), databaseFile(copy));
  expect(withLog(copy, (log) => log.load(document))).toMatchObject({ status: 'intact', last: 4 });
});

test('[STO77] a copy that SQLite makes while a server writes is a data folder of its own, without what was deleted', () => {
  using folder = createTempFolder();
  const copy = join(folder.path, 'copy');
  mkdirSync(copy);
  const early = write(folder.path);
  const { db, close } = openDatabase(folder.path, 0);
  const gone = Buffer.from('what was deleted');
  db.prepare('INSERT INTO images VALUES (?, ?, 1, NULL, ?, 1, 1, 0, ?, 1, ?, ?, NULL)').run(
    ...['picture', 'board', 'image/png', gone.length, Uint8Array.of(1), gone],
  );
  db.exec('DELETE FROM images');
  const log = createSqliteLog(db, () => {});
  const late = newDocument();
  log.append([{ document: late, updates: [blob('x')] }]);
  const backup = new DatabaseSync(databaseFile(folder.path));
  backup.exec(`VACUUM INTO '${databaseFile(copy)}'`);
  backup.close();
  log.append([{ document: late, updates: [blob('y')] }]);
  close();
  expect(withLog(copy, (copied) => copied.load(early))).toMatchObject({ status: 'intact', last: 4 });
  expect(withLog(copy, (copied) => copied.load(late))).toMatchObject({ status: 'intact', updates: [blob('x')] });
  expect(readFileSync(databaseFile(copy)).includes(gone)).toBe(false);
});

test('[STO53] a commit is on the disk when it returns, and references are checked', () => {
  using folder = createTempFolder();
  const { db, close } = openDatabase(folder.path, 0);
  const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  close();
});

test('[STO54] a database that a newer version wrote is refused and left as it is', () => {
  using folder = createTempFolder();
  openDatabase(folder.path, 0).close();
  const current = versionOf(folder.path);
  const change = (statement: string) => {
    const db = new DatabaseSync(databaseFile(folder.path));
    db.exec(statement);
    db.close();
  };
  change('PRAGMA user_version = 99');
  expect(() => openDatabase(folder.path, 0)).toThrow('written by a newer version (schema 99');
  change(`PRAGMA user_version = ${current}`);
  openDatabase(folder.path, 0).close();
});

test('[STO66][CNS1][LNK1] what an earlier version wrote is there after its tables have been brought to this one', async () => {
  using folder = createTempFolder();
  const document = newDocument();
  const tokenHash = newTokenHash();
  const old = new DatabaseSync(databaseFile(folder.path));
  for (const statement of workshopsAndLogs) old.exec(statement);
  old.exec(`
    INSERT INTO workshops VALUES ('w', 'Water for all', 'fr', 1);
    INSERT INTO boards VALUES ('b', 'w', 1, 'A board', 'blank', 'fr', 2);
    INSERT INTO organisations VALUES ('o', 'w', 'Aqua', 'aqua', 1);
    INSERT INTO participants VALUES ('p', 'w', 1, 'o', 'Ada', 'participant', 'person', 3);
    INSERT INTO invites VALUES ('i', 'w', 1, 'participant', x'${Buffer.from(tokenHash).toString('hex')}', 3, NULL);
    INSERT INTO sessions VALUES ('s', x'${Buffer.from(tokenHash).toString('hex')}', 3);
    INSERT INTO grants VALUES ('s', 'w', 'p', 'participant', 'i');
    PRAGMA user_version = 1;
  `);
  storeAsBefore(old, document);
  old.close();
  const { db, close } = openDatabase(folder.path, 0);
  const workshops = createSqlWorkshops(new Kysely<Tables>({ dialect: createSqliteDialect(db) }));
  const boards = await workshops.listBoards('w' as WorkshopId);
  const board = { id: 'b', workshopId: 'w', title: 'A board', template: 'blank', language: 'fr', createdAtMs: 2 };
  expect(boards).toEqual([{ ...board, binnedAtMs: null, example: false }]);
  expect(await workshops.listParticipants('w' as WorkshopId)).toMatchObject([
    { name: 'Ada', nameInReport: false, remote: false, removedAtMs: null },
  ]);
  expect(await workshops.findInvite(tokenHash)).toMatchObject({ expiresAtMs: null, hasPasscode: false });
  expect((await workshops.findSession(tokenHash))?.grants).toMatchObject([{ participantId: 'p', role: 'participant' }]);
  expect(await workshops.listMergedOrganisations('w' as WorkshopId)).toEqual([]);
  expect(createSqliteLog(db, () => {}).load(document)).toMatchObject({ status: 'intact', last: 1, writers: [] });
  close();
});

/** One update as the first version stored it. */
function storeAsBefore(db: DatabaseSyncInstance, document: RoomName): void {
  const checksum = blobChecksum({ document, kind: 'update', sequence: sequence(1) }, blob('a'));
  db.prepare('INSERT INTO documents VALUES (?, 1)').run(document);
  db.prepare('INSERT INTO updates VALUES (?, 1, ?, ?)').run(document, checksum, blob('a'));
}

test('[STO55] what a workshop owns goes with it, and every reference has an index to find it by', () => {
  using folder = createTempFolder();
  const { db, close } = openDatabase(folder.path, 0);
  const rows = (query: string) => db.prepare(query).all() as Record<string, string>[];
  const tables = rows("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => String(name));
  const references = tables.flatMap((table) =>
    rows(`PRAGMA foreign_key_list(${table})`).map(({ from, table: target, on_delete }) => ({
      table,
      from,
      target,
      on_delete,
    })),
  );
  const isIndexed = (table: string, column: string | undefined) =>
    rows(`PRAGMA index_list(${table})`).some(({ name }) => rows(`PRAGMA index_info(${name})`)[0]?.name === column);
  expect(references.length).toBeGreaterThan(8);
  expect(references.filter(({ table, from }) => !isIndexed(table, from))).toEqual([]);
  const ofWorkshops = references.filter(({ target }) => target === 'workshops');
  expect(ofWorkshops.map(({ on_delete }) => on_delete)).toEqual(ofWorkshops.map(() => 'CASCADE'));
  close();
});
