import { openDatabase } from '../../../server/storage/sqlite/open.ts';

/** Owns a data folder until it is killed. */
const [dataDir = ''] = process.argv.slice(2);
const database = openDatabase(dataDir, 0);
// A database that nobody refers to any more is closed with the next garbage collection, and the folder is free.
process.once('exit', () => database.close());
process.stdout.write('open\n');
process.stdin.resume();
