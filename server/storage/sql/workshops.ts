import type { Kysely } from 'kysely';
import type { Workshop } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { organisationKey } from '../organisation-key.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import { insertBoard } from './boards.ts';
import { insertInvite } from './invites.ts';
import { organisationNamed } from './organisations.ts';
import { putReportLook } from './reports.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'createWorkshop' | 'copyWorkshop' | 'getWorkshop' | 'updateWorkshop'>;

export const workshopQueries = (db: Kysely<Tables>): Methods => ({
  createWorkshop: (workshop, invites, organisations) =>
    db.transaction().execute(async (tx) => {
      const { id, title, language, createdAtMs } = workshop;
      await tx.insertInto('workshops').values({ id, title, language, created_at_ms: createdAtMs }).execute();
      for (const invite of invites) await insertInvite(tx, id, invite, createdAtMs);
      for (const organisation of organisations) await organisationNamed(tx, id, organisation.id, organisation.name);
    }),

  copyWorkshop: (workshop, invites, organisations, boards, look) =>
    db.transaction().execute(async (tx) => {
      const { id, title, language, createdAtMs } = workshop;
      await tx.insertInto('workshops').values({ id, title, language, created_at_ms: createdAtMs }).execute();
      for (const invite of invites) await insertInvite(tx, id, invite, createdAtMs);
      for (const row of organisations)
        await tx
          .insertInto('organisations')
          .values({ ...row, workshop_id: id, name_key: organisationKey(row.name), merged_into: null })
          .execute();
      for (const [at, board] of boards.entries()) await insertBoard(tx, { ...board, workshopId: id }, at + 1);
      await putReportLook(tx, id, look);
    }),

  getWorkshop: (id) => findWorkshop(db, id),

  updateWorkshop: (id, { title, language }) =>
    db.transaction().execute(async (tx) => {
      const change = { ...(title !== undefined && { title }), ...(language !== undefined && { language }) };
      if (Object.keys(change).length > 0) await tx.updateTable('workshops').set(change).where('id', '=', id).execute();
      return findWorkshop(tx, id);
    }),
});

async function findWorkshop(db: Kysely<Tables>, id: WorkshopId): Promise<Workshop | null> {
  const row = await db
    .selectFrom('workshops')
    .select(['id', 'title', 'language', 'created_at_ms as createdAtMs'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
