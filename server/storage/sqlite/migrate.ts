import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { workshopsAndLogs } from '../migrations/0001-workshops-and-logs.ts';
import { history } from '../migrations/0002-history.ts';
import { examples } from '../migrations/0003-examples.ts';
import { reports } from '../migrations/0004-reports.ts';
import { access } from '../migrations/0005-access.ts';
import { images } from '../migrations/0006-images.ts';
import { comments } from '../migrations/0007-comments.ts';
import { commands } from '../migrations/0008-commands.ts';
import { tallies } from '../migrations/0009-tallies.ts';
import { unusedImages } from '../migrations/0010-unused-images.ts';
import { voting } from '../migrations/0011-voting.ts';
import { agendas } from '../migrations/0012-agendas.ts';
import { sentCards } from '../migrations/0013-sent-cards.ts';
import { remotePeople } from '../migrations/0014-remote-people.ts';
import { ballotsOfOrganisations } from '../migrations/0015-ballots-of-organisations.ts';
import { StorageError } from '../update-log.ts';
import { writeTransaction } from './transaction.ts';

/** In order; the number of a migration is its place, from 1. What has been released is never changed. */
const migrations: readonly (readonly string[])[] = [
  workshopsAndLogs,
  history,
  examples,
  reports,
  access,
  images,
  comments,
  commands,
  tallies,
  unusedImages,
  voting,
  agendas,
  sentCards,
  remotePeople,
  ballotsOfOrganisations,
];

/**
 * Brings the tables to this version's, each step in a transaction with its number, so that a crash in the middle leaves
 * the step before.
 * @throws StorageError when a newer version wrote the file: this one would not understand what it reads.
 */
export function migrate(db: DatabaseSyncInstance): void {
  const before = versionOf(db);
  if (before > migrations.length) {
    throw new StorageError(
      'io',
      `The database was written by a newer version (schema ${before}, this version knows ${migrations.length}).`,
    );
  }
  for (const [index, statements] of migrations.entries()) {
    if (index < before) continue;
    writeTransaction(db, () => {
      for (const statement of statements) db.exec(statement);
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}

const versionOf = (db: DatabaseSyncInstance): number =>
  (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
