import type { Kysely } from 'kysely';
import type { ReportLook } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'getReportLook' | 'setReportLook'>;

export const reportQueries = (db: Kysely<Tables>): Methods => ({
  getReportLook: async (id) => {
    const row = await db
      .selectFrom('report_looks')
      .select(['accent', 'logo'])
      .where('workshop_id', '=', id)
      .executeTakeFirst();
    return row ?? { accent: null, logo: null };
  },

  setReportLook: (id, look) => db.transaction().execute((tx) => putReportLook(tx, id, look)),
});

export async function putReportLook(tx: Kysely<Tables>, id: WorkshopId, { accent, logo }: ReportLook): Promise<void> {
  await tx
    .insertInto('report_looks')
    .values({ workshop_id: id, accent, logo })
    .onConflict((conflict) => conflict.column('workshop_id').doUpdateSet({ accent, logo }))
    .execute();
}
