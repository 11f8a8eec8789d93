import type { Kysely } from 'kysely';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { NewInvite, WorkshopStore } from '../workshop-store.ts';
import { nextPlace } from './place.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'createInvite' | 'listInvites' | 'findInvite' | 'revokeInvite'>;

export const inviteQueries = (db: Kysely<Tables>): Methods => ({
  createInvite: (workshopId, invite, createdAtMs) =>
    db.transaction().execute((tx) => insertInvite(tx, workshopId, invite, createdAtMs)),

  listInvites: (id) =>
    db
      .selectFrom('invites')
      .select(['id', 'role', 'created_at_ms as createdAtMs'])
      .where('workshop_id', '=', id)
      .where('revoked_at_ms', 'is', null)
      .orderBy('place')
      .execute(),

  findInvite: async (tokenHash) => {
    const row = await db
      .selectFrom('invites')
      .select(['id', 'role', 'created_at_ms as createdAtMs', 'workshop_id as workshopId'])
      .where('token_hash', '=', tokenHash)
      .where('revoked_at_ms', 'is', null)
      .executeTakeFirst();
    return row ?? null;
  },

  revokeInvite: (workshopId, id, revokedAtMs) =>
    db.transaction().execute(async (tx) => {
      const invite = await tx
        .selectFrom('invites')
        .select('revoked_at_ms')
        .where('id', '=', id)
        .where('workshop_id', '=', workshopId)
        .executeTakeFirst();
      if (!invite) return null;
      if (invite.revoked_at_ms !== null) return [];
      await tx.updateTable('invites').set({ revoked_at_ms: revokedAtMs }).where('id', '=', id).execute();
      const lost = await tx.deleteFrom('grants').where('invite_id', '=', id).returning('session_id').execute();
      return lost.map((grant) => grant.session_id);
    }),
});

/** Belongs into a writing transaction. */
export async function insertInvite(
  db: Kysely<Tables>,
  workshopId: WorkshopId,
  { id, role, tokenHash }: NewInvite,
  createdAtMs: number,
): Promise<void> {
  const place = await nextPlace(db, 'invites', workshopId);
  await db
    .insertInto('invites')
    .values({
      id,
      workshop_id: workshopId,
      place,
      role,
      token_hash: tokenHash,
      created_at_ms: createdAtMs,
      revoked_at_ms: null,
    })
    .execute();
}
