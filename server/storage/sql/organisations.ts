import type { Kysely } from 'kysely';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { OrganisationId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { organisationKey } from '../organisation-key.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<
  WorkshopStore,
  'listOrganisations' | 'listMergedOrganisations' | 'renameOrganisation' | 'mergeOrganisation'
>;

export const organisationQueries = (db: Kysely<Tables>): Methods => ({
  listOrganisations: (id) =>
    db
      .selectFrom('organisations')
      .select(['id', 'name', 'colour'])
      .where('workshop_id', '=', id)
      .where('merged_into', 'is', null)
      .orderBy('colour')
      .execute(),

  listMergedOrganisations: async (id) => {
    const rows = await db
      .selectFrom('organisations')
      .select(['id', 'merged_into as into'])
      .where('workshop_id', '=', id)
      .where('merged_into', 'is not', null)
      .orderBy('colour')
      .execute();
    return rows.flatMap(({ id: merged, into }) => (into === null ? [] : [{ id: merged, into }]));
  },

  renameOrganisation: (workshopId, id, name) =>
    db.transaction().execute(async (tx) => {
      const row = await find(tx, workshopId, id);
      if (row === null || row.merged_into !== null) return 'unknown';
      const holder = await findNamed(tx, workshopId, name);
      if (holder !== null && holder.id !== id) {
        if (holder.merged_into !== id) return 'taken';
        // Names are unique at any moment, so one of the two steps aside for the exchange.
        await setName(tx, holder.id, holder.name, `exchanging ${holder.id}`);
        await setName(tx, id, name, organisationKey(name));
        await setName(tx, holder.id, row.name, row.name_key);
      } else await setName(tx, id, name, organisationKey(name));
      return 'renamed';
    }),

  mergeOrganisation: (workshopId, id, into) =>
    db.transaction().execute(async (tx) => {
      const [row, asked] = [await find(tx, workshopId, id), await find(tx, workshopId, into)];
      const target = asked?.merged_into ?? asked?.id;
      if (row === null || row.merged_into !== null || target === undefined || target === id) return 'refused';
      await tx
        .updateTable('organisations')
        .set({ merged_into: target })
        .where(({ eb, or }) => or([eb('id', '=', id), eb('merged_into', '=', id)]))
        .execute();
      await tx.updateTable('participants').set({ organisation_id: target }).where('organisation_id', '=', id).execute();
      return 'merged';
    }),
});

/** Finds an organisation by its name or gives it the next colour; belongs into a writing transaction. */
export async function organisationNamed(
  db: Kysely<Tables>,
  workshopId: WorkshopId,
  newId: OrganisationId,
  name: string,
): Promise<Organisation> {
  const holder = await findNamed(db, workshopId, name);
  const known = holder?.merged_into ? await find(db, workshopId, holder.merged_into) : holder;
  if (known) return { id: known.id, name: known.name, colour: known.colour };
  const { last } = await db
    .selectFrom('organisations')
    .select(({ fn }) => fn.max<number | null>('colour').as('last'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirstOrThrow();
  const organisation = { id: newId, name, colour: (last ?? 0) + 1 };
  await db
    .insertInto('organisations')
    .values({ ...organisation, workshop_id: workshopId, name_key: organisationKey(name), merged_into: null })
    .execute();
  return organisation;
}

type Row = Omit<Tables['organisations'], 'workshop_id'>;
const columns = ['id', 'name', 'name_key', 'colour', 'merged_into'] as const;

async function find(db: Kysely<Tables>, workshopId: WorkshopId, id: OrganisationId): Promise<Row | null> {
  const row = await db
    .selectFrom('organisations')
    .select(columns)
    .where('workshop_id', '=', workshopId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function findNamed(db: Kysely<Tables>, workshopId: WorkshopId, name: string): Promise<Row | null> {
  const row = await db
    .selectFrom('organisations')
    .select(columns)
    .where('workshop_id', '=', workshopId)
    .where('name_key', '=', organisationKey(name))
    .executeTakeFirst();
  return row ?? null;
}

const setName = (db: Kysely<Tables>, id: OrganisationId, name: string, key: string) =>
  db.updateTable('organisations').set({ name, name_key: key }).where('id', '=', id).execute();
