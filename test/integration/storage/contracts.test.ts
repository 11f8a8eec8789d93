import { describe } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { agendaStoreContract } from './agenda-store.contract.ts';
import { blobStoreContract } from './blob-store.contract.ts';
import { boardOrderContract } from './board-order.contract.ts';
import { commentStoreContract } from './comment-store.contract.ts';
import { historyStoreContract } from './history-store.contract.ts';
import { linksContract } from './links.contract.ts';
import { peopleContract } from './people.contract.ts';
import { sentStoreContract } from './sent-store.contract.ts';
import { sessionStatesContract } from './session-states.contract.ts';
import { storageContract } from './storage.contract.ts';
import { silentLog, subjects } from './subjects.ts';
import { updateLogContract } from './update-log.contract.ts';
import { voteStoreContract } from './vote-store.contract.ts';
import { workshopStoreContract } from './workshop-store.contract.ts';

for (const { name, open } of subjects) {
  describe(`update log in ${name}`, () => updateLogContract(open));
  describe(`workshop store in ${name}`, () => workshopStoreContract(open));
  describe(`links in ${name}`, () => linksContract(open));
  describe(`people in ${name}`, () => peopleContract(open));
  describe(`sessions' states in ${name}`, () => sessionStatesContract(open));
  describe(`history store in ${name}`, () => historyStoreContract(open));
  describe(`comment store in ${name}`, () => commentStoreContract(open));
  describe(`vote store in ${name}`, () => voteStoreContract(open));
  describe(`agenda store in ${name}`, () => agendaStoreContract(open));
  describe(`sent cards in ${name}`, () => sentStoreContract(open));
  describe(`blob store in ${name}`, () => blobStoreContract(open));
  describe(`order of boards in ${name}`, () => boardOrderContract(open));
}

describe('storage in memory', () => storageContract(async () => createMemoryStorage()));
describe('storage in SQLite', () =>
  storageContract(() => openSqliteStorage({ dataDir: createTempFolder().path, log: silentLog })));
