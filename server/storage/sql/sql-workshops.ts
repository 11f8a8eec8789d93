import type { Kysely } from 'kysely';
import type { WorkshopStore } from '../workshop-store.ts';
import { boardQueries } from './boards.ts';
import { inviteQueries } from './invites.ts';
import { organisationQueries } from './organisations.ts';
import { peopleQueries } from './people.ts';
import { reportQueries } from './reports.ts';
import { resumeLinkQueries } from './resume-links.ts';
import { sessionStateQueries } from './session-states.ts';
import { sessionQueries } from './sessions.ts';
import type { Tables } from './tables.ts';
import { workshopQueries } from './workshops.ts';

/**
 * The workshop store in SQL. It counts on one writer at a time: transactions of SQLite's dialect begin IMMEDIATE, and the
 * unique keys of the tables catch whatever would break that.
 */
export const createSqlWorkshops = (db: Kysely<Tables>): WorkshopStore => ({
  ...workshopQueries(db),
  ...boardQueries(db),
  ...organisationQueries(db),
  ...peopleQueries(db),
  ...inviteQueries(db),
  ...sessionQueries(db),
  ...resumeLinkQueries(db),
  ...reportQueries(db),
  ...sessionStateQueries(db),
});
