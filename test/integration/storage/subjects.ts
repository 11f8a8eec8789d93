import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { createLog } from '../../../server/observe/log.ts';
import type { BlobPlace, ImagePlace, LogPlace, VersionPlace } from '../../../server/storage/checksum.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { createSqlAgendas } from '../../../server/storage/sql/sql-agendas.ts';
import { createSqlComments } from '../../../server/storage/sql/sql-comments.ts';
import { createSqlHistory } from '../../../server/storage/sql/sql-history.ts';
import { createSqlImages } from '../../../server/storage/sql/sql-images.ts';
import { createSqlSent } from '../../../server/storage/sql/sql-sent.ts';
import { createSqlVotes } from '../../../server/storage/sql/sql-votes.ts';
import { createSqlWorkshops } from '../../../server/storage/sql/sql-workshops.ts';
import type { Tables } from '../../../server/storage/sql/tables.ts';
import { createSqliteDialect } from '../../../server/storage/sqlite/dialect.ts';
import { databaseFile, openDatabase } from '../../../server/storage/sqlite/open.ts';
import { createSqliteLog } from '../../../server/storage/sqlite/sqlite-log.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { sequence } from './ids.ts';

type Stores = Pick<Storage, 'log' | 'workshops' | 'history' | 'images' | 'comments' | 'votes' | 'agendas' | 'sent'>;

/** A storage under test. */
export interface Subject {
  /** To be asked for before every step: what it gave before may have been closed and opened again. */
  current(): Promise<Stores>;
  /** Flips a byte of what is stored there. @throws when nothing is */
  damage(place: BlobPlace): Promise<void>;
  close(): Promise<void>;
}

export const silentLog = createLog('silent');

/** Every implementation that the contracts hold for. */
export const subjects: readonly { readonly name: string; readonly open: () => Promise<Subject> }[] = [
  { name: 'memory', open: openMemory },
  { name: 'SQLite in its thread', open: openThreaded },
  { name: 'SQLite, the file opened anew at every step', open: openReopening },
];

async function openMemory(): Promise<Subject> {
  const storage = createMemoryStorage();
  return { current: async () => storage, damage: async (place) => storage.damage(place), close: () => storage.close() };
}

async function openThreaded(): Promise<Subject> {
  const folder = createTempFolder();
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  return {
    current: async () => storage,
    damage: async (place) => {
      const db = new DatabaseSync(databaseFile(folder.path), { timeout: 10_000 });
      damageRow(db, place);
      db.close();
    },
    close: async () => {
      await storage.close();
      folder.remove();
    },
  };
}

/** Without the thread, which takes its time to start and has a subject of its own. */
async function openReopening(): Promise<Subject> {
  const folder = createTempFolder();
  let database = openDatabase(folder.path, 0);
  return {
    current: async () => {
      database.close();
      database = openDatabase(folder.path, 0);
      return inThisThread(database.db);
    },
    damage: async (place) => damageRow(database.db, place),
    close: async () => {
      database.close();
      folder.remove();
    },
  };
}

function inThisThread(db: DatabaseSyncInstance): Stores {
  const log = createSqliteLog(db, () => {});
  const queries = new Kysely<Tables>({ dialect: createSqliteDialect(db) });
  return {
    log: {
      append: async (document, updates, writers, retired) =>
        log.append([{ document, updates, writers, retired }])[0] ?? sequence(0),
      list: async (prefix) => log.list(prefix),
      load: async (document) => log.load(document),
      compact: async (document, through, state) => log.compact(document, through, state),
    },
    workshops: createSqlWorkshops(queries),
    history: createSqlHistory(queries),
    images: createSqlImages(queries),
    comments: createSqlComments(queries),
    votes: createSqlVotes(queries),
    agendas: createSqlAgendas(queries),
    sent: createSqlSent(queries),
  };
}

const columns = {
  update: { table: 'updates', key: 'sequence', blob: 'bytes' },
  snapshot: { table: 'snapshots', key: 'through', blob: 'state' },
} as const;

export function damageRow(db: DatabaseSyncInstance, place: BlobPlace): void {
  if (place.kind === 'version') damageContent(db, 'versions', place);
  else if (place.kind === 'image') damageContent(db, 'images', place);
  else damageLogRow(db, place);
}

function damageContent(
  db: DatabaseSyncInstance,
  table: 'versions' | 'images',
  { id }: VersionPlace | ImagePlace,
): void {
  const row = db.prepare(`SELECT content FROM ${table} WHERE id = ?`).get(id) as { content: Uint8Array } | undefined;
  if (row?.content[0] === undefined) throw new Error(`nothing ${id} in ${table}`);
  row.content[0] ^= 1;
  db.prepare(`UPDATE ${table} SET content = ? WHERE id = ?`).run(row.content, id);
}

function damageLogRow(db: DatabaseSyncInstance, place: LogPlace): void {
  const { table, key, blob } = columns[place.kind];
  const row = db
    .prepare(`SELECT ${blob} AS bytes FROM ${table} WHERE document = ? AND ${key} = ?`)
    .get(place.document, place.sequence) as { bytes: Uint8Array } | undefined;
  if (row?.bytes[0] === undefined) throw new Error(`no ${place.kind} ${place.sequence}`);
  row.bytes[0] ^= 1;
  db.prepare(`UPDATE ${table} SET ${blob} = ? WHERE document = ? AND ${key} = ?`).run(
    row.bytes,
    place.document,
    place.sequence,
  );
}
