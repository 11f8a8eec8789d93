import type { Log } from '../../observe/log.ts';
import { entryBeside } from '../../threads/start-worker.ts';
import type { Storage } from '../storage.ts';
import { startThread } from './thread.ts';

/** A backup may lock the database this long without a write being refused. */
const BUSY_TIMEOUT_MS = 10_000;

export interface SqliteOptions {
  /** Made when missing. */
  readonly dataDir: string;
  readonly log: Log;
}

/**
 * Opens the storage of a data folder; all of it runs in a thread of its own, because SQLite waits for disks and locks.
 * @throws StorageError `busy` when another server process runs with this folder, others when it cannot be used.
 */
export function openSqliteStorage({ dataDir, log }: SqliteOptions): Promise<Storage> {
  return startThread(entryBeside(import.meta.url, 'sqlite-worker'), { dataDir, busyTimeoutMs: BUSY_TIMEOUT_MS }, log);
}
