import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { InviteId, SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { NewInvite, StoredInvite, WorkshopStore } from '../workshop-store.ts';
import { areAllFacilitators } from './facilitators.ts';
import { nextPlace } from './place.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'createInvite' | 'listInvites' | 'findInvite' | 'revokeInvite' | 'rotateInvite'>;

export const inviteQueries = (db: Kysely<Tables>): Methods => ({
  createInvite: (workshopId, invite, createdAtMs) =>
    db.transaction().execute((tx) => insertInvite(tx, workshopId, invite, createdAtMs)),

  listInvites: async (id) => {
    const rows = await working(db).where('workshop_id', '=', id).orderBy('place').execute();
    return rows.map(({ workshopId: _workshop, passcodeHash, ...row }) => ({
      ...row,
      hasPasscode: passcodeHash !== null,
    }));
  },

  findInvite: async (tokenHash) => {
    const row = await working(db).where('token_hash', '=', tokenHash).executeTakeFirst();
    return row ? { ...row, hasPasscode: row.passcodeHash !== null } : null;
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
      if (await areAllFacilitators(tx, workshopId, (holder) => holder.invite_id === id)) return 'last-facilitator';
      return revoke(tx, id, revokedAtMs);
    }),

  rotateInvite: ({ workshopId, id, next, keepPeople, atMs }) =>
    db.transaction().execute(async (tx) => {
      const old = await working(tx).where('id', '=', id).where('workshop_id', '=', workshopId).executeTakeFirst();
      if (!old) return null;
      const { role, expiresAtMs, passcodeHash } = old;
      await insertInvite(tx, workshopId, { ...next, role, expiresAtMs, passcodeHash }, atMs);
      if (keepPeople)
        await tx
          .updateTable('grants')
          .set({ invite_id: next.id })
          .where('invite_id', '=', id)
          .where('ended_at_ms', 'is', null)
          .execute();
      const lost = await revoke(tx, id, atMs);
      const invite = { id: next.id, role, createdAtMs: atMs, expiresAtMs, hasPasscode: passcodeHash !== null };
      return { invite, lost };
    }),
});

/** @returns the sessions that lost a grant; belongs into a writing transaction. */
async function revoke(tx: Kysely<Tables>, id: InviteId, atMs: number): Promise<readonly SessionId[]> {
  await tx.updateTable('invites').set({ revoked_at_ms: atMs }).where('id', '=', id).execute();
  const lost = await tx
    .updateTable('grants')
    .set({ ended_at_ms: atMs })
    .where('invite_id', '=', id)
    .where('ended_at_ms', 'is', null)
    .returning('session_id')
    .execute();
  return lost.map((grant) => grant.session_id);
}

type WorkingRow = Omit<StoredInvite, 'hasPasscode'>;

const working = (db: Kysely<Tables>): SelectQueryBuilder<Tables, 'invites', WorkingRow> =>
  db
    .selectFrom('invites')
    .select(['id', 'role', 'created_at_ms as createdAtMs', 'workshop_id as workshopId'])
    .select(['expires_at_ms as expiresAtMs', 'passcode_hash as passcodeHash'])
    .where('revoked_at_ms', 'is', null);

/** Belongs into a writing transaction. */
export async function insertInvite(
  db: Kysely<Tables>,
  workshopId: WorkshopId,
  { id, role, tokenHash, expiresAtMs, passcodeHash }: NewInvite,
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
      expires_at_ms: expiresAtMs,
      passcode_hash: passcodeHash,
    })
    .execute();
}
