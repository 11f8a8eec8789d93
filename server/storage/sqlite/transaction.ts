import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Runs `write` as one transaction. IMMEDIATE takes the write lock before the first read: a read transaction that turns
 * into a write fails at once, without waiting, when somebody else has written meanwhile.
 */
export function writeTransaction<T>(db: DatabaseSyncInstance, write: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = write();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk and some other failures have rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
