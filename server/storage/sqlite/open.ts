import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { StorageError } from '../update-log.ts';
import { asStorageError } from './errors.ts';
import { migrate } from './migrate.ts';

const LOCK_FILE = 'server.lock';
export const databaseFile = (dataDir: string): string => join(dataDir, 'commonboard.sqlite');

/** A server that is just being stopped gets this long to let go of the folder. */
const LOCK_WAIT_MS = 2_000;

export interface Database {
  readonly db: DatabaseSyncInstance;
  close(): void;
}

/**
 * Opens the database of a data folder and makes both where they are missing, readable by their owner alone.
 * @param busyTimeoutMs how long a write waits for another program, for instance a backup, that locks the database
 * @throws StorageError `busy` when another server process owns the folder
 */
export function openDatabase(dataDir: string, busyTimeoutMs: number): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = takeLock(dataDir);
  try {
    const db = connect(databaseFile(dataDir), busyTimeoutMs);
    return {
      db,
      close: () => {
        tidy(db);
        db.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * One process owns the documents of a folder. The lock is an exclusive transaction on a database of its own: the operating
 * system drops it with the process however that ends, so nothing stale can be left, and programs that read the real
 * database are not kept out.
 */
function takeLock(dataDir: string): { close(): void } {
  const lock = new DatabaseSync(privateFile(join(dataDir, LOCK_FILE)), { timeout: LOCK_WAIT_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const failure = asStorageError(error);
    if (!(failure instanceof StorageError) || failure.failure !== 'busy') throw error;
    throw new StorageError('busy', `Another server process is running with the data folder ${dataDir}.`, {
      cause: error,
    });
  }
}

function connect(path: string, timeout: number): DatabaseSyncInstance {
  const db = new DatabaseSync(privateFile(path), { timeout });
  try {
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA journal_size_limit = ${64 * 1024 * 1024};
    `);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** After a clean stop the database file alone is whole, for whoever copies it. */
function tidy(db: DatabaseSyncInstance): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk: the write-ahead log stays beside the file, and the next start reads it.
  }
}

/**
 * Makes the file when it is missing; SQLite gives its companions the same mode. One that exists is not even opened: closing
 * it again would drop the locks that this process has on it.
 */
function privateFile(path: string): string {
  if (!existsSync(path)) closeSync(openSync(path, 'ax', 0o600));
  return path;
}
