import { expect, test } from 'vitest';
import { asStorageError } from '../../../server/storage/sqlite/errors.ts';
import { fromProblem, toProblem } from '../../../server/storage/sqlite/rpc.ts';
import { StorageError } from '../../../server/storage/update-log.ts';

const sqliteError = (errcode: number) => Object.assign(new Error('from SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });

test('[STO58] what the world does to the database is told by its kind', () => {
  const kinds: readonly (readonly [number, string])[] = [
    [13, 'full'],
    [4874, 'full'],
    [5, 'busy'],
    [517, 'busy'],
    [6, 'busy'],
    [10, 'io'],
    [778, 'io'],
    [11, 'io'],
    [26, 'io'],
  ];
  for (const [code, failure] of kinds)
    expect(asStorageError(sqliteError(code)), String(code)).toMatchObject({ failure });
  const denied = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'mkdir' });
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'open' });
  expect([asStorageError(denied), asStorageError(full)]).toMatchObject([{ failure: 'io' }, { failure: 'full' }]);
});

test('[STO58] what is wrong with a statement stays the bug that it is', () => {
  for (const code of [1, 19, 2067, 20, 21, 25]) {
    const error = sqliteError(code);
    expect(asStorageError(error)).toBe(error);
  }
  const error = new TypeError('a bug');
  expect(asStorageError(error)).toBe(error);
});

test('[STO58] an error is the same on the other side of the thread', () => {
  const full = fromProblem(structuredClone(toProblem(sqliteError(13))));
  expect(full).toBeInstanceOf(StorageError);
  expect(full).toMatchObject({ failure: 'full', message: 'from SQLite' });
  const bug = fromProblem(structuredClone(toProblem(new TypeError('a bug'))));
  expect(bug).not.toBeInstanceOf(StorageError);
  expect(bug).toMatchObject({ message: 'a bug', cause: { stack: expect.stringContaining('errors.test') } });
});
