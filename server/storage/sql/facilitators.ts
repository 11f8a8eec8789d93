import type { Kysely } from 'kysely';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Tables } from './tables.ts';

type Holder = Pick<Tables['grants'], 'participant_id' | 'invite_id'>;

/**
 * Whether a workshop has facilitators, and all of them are this person or came through this link. Asked in the writing
 * transaction that takes them away, so that no two of those can each count on the other's.
 */
export async function areAllFacilitators(
  tx: Kysely<Tables>,
  workshopId: WorkshopId,
  isOne: (holder: Holder) => boolean,
): Promise<boolean> {
  const holders = await tx
    .selectFrom('grants')
    .select(['participant_id', 'invite_id'])
    .where('workshop_id', '=', workshopId)
    .where('role', '=', 'facilitator')
    .where('ended_at_ms', 'is', null)
    .execute();
  return holders.length > 0 && holders.every(isOne);
}
