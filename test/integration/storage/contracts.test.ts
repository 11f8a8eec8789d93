import { describe } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { historyStoreContract } from './history-store.contract.ts';
import { storageContract } from './storage.contract.ts';
import { silentLog, subjects } from './subjects.ts';
import { updateLogContract } from './update-log.contract.ts';
import { workshopStoreContract } from './workshop-store.contract.ts';

for (const { name, open } of subjects) {
  describe(`update log in ${name}`, () => updateLogContract(open));
  describe(`workshop store in ${name}`, () => workshopStoreContract(open));
  describe(`history store in ${name}`, () => historyStoreContract(open));
}

describe('storage in memory', () => storageContract(async () => createMemoryStorage()));
describe('storage in SQLite', () =>
  storageContract(() => openSqliteStorage({ dataDir: createTempFolder().path, log: silentLog })));
