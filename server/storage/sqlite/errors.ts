import { StorageError, type StorageFailure } from '../update-log.ts';

/**
 * SQLite's primary result codes (https://sqlite.org/rescode.html) that say something about the world and not about our
 * statements.
 */
const failures: ReadonlyMap<number, StorageFailure> = new Map([
  [3, 'io'], // PERM
  [5, 'busy'], // BUSY
  [6, 'busy'], // LOCKED
  [7, 'io'], // NOMEM
  [8, 'io'], // READONLY
  [10, 'io'], // IOERR
  [11, 'io'], // CORRUPT
  [13, 'full'], // FULL
  [14, 'io'], // CANTOPEN
  [15, 'io'], // PROTOCOL: the lock of the write-ahead log
  [22, 'io'], // NOLFS
  [26, 'io'], // NOTADB
]);

/** The write-ahead log's index could not grow; on a full disk that comes before FULL. */
const IOERR_SHMSIZE = 10 | (19 << 8);

/** @returns the error that storage promises, or what was given when it is a bug. */
export function asStorageError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StorageError) return error;
  const failure = failureOf(error);
  return failure === null ? error : new StorageError(failure, error.message, { cause: error });
}

function failureOf(error: Error): StorageFailure | null {
  if ('syscall' in error) return 'code' in error && error.code === 'ENOSPC' ? 'full' : 'io';
  const code = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
  if (code === IOERR_SHMSIZE) return 'full';
  return failures.get(code & 0xff) ?? null;
}
