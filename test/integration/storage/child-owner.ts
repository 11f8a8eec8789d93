import { createLog } from '../../../server/observe/log.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';

/** Owns a data folder until it is killed. */
const [dataDir = ''] = process.argv.slice(2);
await openSqliteStorage({ dataDir, log: createLog('silent') });
process.stdout.write('open\n');
