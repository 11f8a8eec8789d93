import type { Kysely } from 'kysely';
import { Agenda } from '../../../shared/session/agenda.ts';
import type { AgendaStore } from '../agenda-store.ts';
import type { Tables } from './tables.ts';

/** Agendas in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlAgendas = (db: Kysely<Tables>): AgendaStore => ({
  readAgenda: async (boardId) => {
    const row = await db.selectFrom('agendas').select('agenda').where('board_id', '=', boardId).executeTakeFirst();
    return row === undefined ? null : Agenda.parse(JSON.parse(row.agenda));
  },

  keepAgenda: async (boardId, given) => {
    await db.transaction().execute(async (tx) => {
      if (given === null) return tx.deleteFrom('agendas').where('board_id', '=', boardId).execute();
      const agenda = JSON.stringify(given);
      return tx
        .insertInto('agendas')
        .values({ board_id: boardId, agenda })
        .onConflict((conflict) => conflict.column('board_id').doUpdateSet({ agenda }))
        .execute();
    });
  },
});
