import { openDatabase } from '../../../server/storage/sqlite/open.ts';

/** Owns a data folder until it is killed. */
const [dataDir = ''] = process.argv.slice(2);
openDatabase(dataDir, 0);
process.stdout.write('open\n');
process.stdin.resume();
