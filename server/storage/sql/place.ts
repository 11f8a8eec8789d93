import type { Kysely } from 'kysely';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Tables } from './tables.ts';

/** @returns the place behind everything that the workshop has in this table; belongs into the transaction that takes it. */
export async function nextPlace(
  db: Kysely<Tables>,
  table: 'boards' | 'invites' | 'participants',
  workshopId: WorkshopId,
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>('place').as('last'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
