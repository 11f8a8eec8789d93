import type { Kysely } from 'kysely';
import type { WorkshopStore } from '../workshop-store.ts';
import { inviteQueries } from './invites.ts';
import { reportQueries } from './reports.ts';
import { sessionQueries } from './sessions.ts';
import type { Tables } from './tables.ts';
import { workshopQueries } from './workshops.ts';

/**
 * The workshop store in SQL. It counts on one writer at a time: transactions of SQLite's dialect begin IMMEDIATE, and the
 * unique keys of the tables catch whatever would break that.
 */
export const createSqlWorkshops = (db: Kysely<Tables>): WorkshopStore => ({
  ...workshopQueries(db),
  ...inviteQueries(db),
  ...sessionQueries(db),
  ...reportQueries(db),
});
