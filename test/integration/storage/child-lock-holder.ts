import { DatabaseSync } from '@photostructure/sqlite';

/** Locks a database as a backup program might, until its input ends. */
const [path = ''] = process.argv.slice(2);
const db = new DatabaseSync(path);
db.exec('BEGIN IMMEDIATE');
process.stdout.write('locked\n');
process.stdin.resume().once('end', () => {
  db.exec('COMMIT');
  db.close();
});
