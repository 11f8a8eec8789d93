import type { Kysely } from 'kysely';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Tables } from './tables.ts';

type Holder = Pick<Tables['grants'], 'participant_id' | 'invite_id'>;

/**
 * Whether a workshop has people who facilitate, and all of them are this one or came through this link; programs do not
 * count. Asked in the writing transaction that takes them away, so that no two of those can each count on the other's.
 */
export async function areAllFacilitators(
  tx: Kysely<Tables>,
  workshopId: WorkshopId,
  isOne: (holder: Holder) => boolean,
): Promise<boolean> {
  const holders = await tx
    .selectFrom('grants as held')
    .innerJoin('participants as holder', 'holder.id', 'held.participant_id')
    .select(['held.participant_id', 'held.invite_id'])
    .where('held.workshop_id', '=', workshopId)
    .where('held.role', '=', 'facilitator')
    .where('held.ended_at_ms', 'is', null)
    .where('holder.kind', '=', 'person')
    .execute();
  return holders.length > 0 && holders.every(isOne);
}
