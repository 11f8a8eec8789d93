import type { Kysely } from 'kysely';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { OrganisationId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { organisationKey } from '../organisation-key.ts';
import type { Tables } from './tables.ts';

/** Finds an organisation by its name or gives it the next colour; belongs into a writing transaction. */
export async function organisationNamed(
  db: Kysely<Tables>,
  workshopId: WorkshopId,
  newId: OrganisationId,
  name: string,
): Promise<Organisation> {
  const key = organisationKey(name);
  const known = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'colour'])
    .where('workshop_id', '=', workshopId)
    .where('name_key', '=', key)
    .executeTakeFirst();
  if (known) return known;
  const { last } = await db
    .selectFrom('organisations')
    .select(({ fn }) => fn.max<number | null>('colour').as('last'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirstOrThrow();
  const organisation = { id: newId, name, colour: (last ?? 0) + 1 };
  await db
    .insertInto('organisations')
    .values({ ...organisation, workshop_id: workshopId, name_key: key })
    .execute();
  return organisation;
}
