import type { Kysely } from 'kysely';
import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
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

/** @returns the place behind all versions of a board; belongs into the transaction that takes it. */
export async function nextVersionPlace(db: Kysely<Tables>, boardId: BoardId): Promise<number> {
  const { last } = await db
    .selectFrom('versions')
    .select(({ fn }) => fn.max<number | null>('place').as('last'))
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
