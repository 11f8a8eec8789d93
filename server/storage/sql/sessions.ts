import type { Kysely } from 'kysely';
import { strongerRole } from '../../../shared/access/capabilities.ts';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Grant, StoredInvite, WorkshopStore } from '../workshop-store.ts';
import { organisationNamed } from './organisations.ts';
import { nextPlace } from './place.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'findSession' | 'join' | 'deleteSession'>;
type Entry = Parameters<WorkshopStore['join']>[0];

export const sessionQueries = (db: Kysely<Tables>): Methods => ({
  findSession: async (tokenHash) => {
    const rows = await db
      .selectFrom('sessions')
      .leftJoin('grants', 'grants.session_id', 'sessions.id')
      .select(['sessions.id', ...grantColumns])
      .where('sessions.token_hash', '=', tokenHash)
      .execute();
    const [session] = rows;
    return session ? { id: session.id, grants: rows.map(toGrant).filter((grant) => grant !== null) } : null;
  },

  join: (entry) => db.transaction().execute((tx) => join(tx, entry)),

  deleteSession: async (id) => {
    await db.transaction().execute((tx) => tx.deleteFrom('sessions').where('id', '=', id).execute());
  },
});

const grantColumns = [
  'workshop_id as workshopId',
  'participant_id as participantId',
  'role',
  'invite_id as inviteId',
] as const;

/** @returns null for the empty side of an outer join */
function toGrant({ workshopId, participantId, role, inviteId }: Nullable<Grant>): Grant | null {
  if (workshopId === null || participantId === null || role === null || inviteId === null) return null;
  return { workshopId, participantId, role, inviteId };
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null };

async function join(tx: Kysely<Tables>, entry: Entry): ReturnType<WorkshopStore['join']> {
  const { workshopId } = entry.invite;
  if (!(await isValid(tx, entry.invite))) return null;
  const organisation = await organisationNamed(tx, workshopId, entry.organisationId, entry.organisation);
  const before = await findGrant(tx, entry.session.id, workshopId);
  const grant = before ? strongerGrant(before, entry.invite) : newGrant(entry);
  if (before) await updateParticipant(tx, entry, grant, organisation);
  else await insertParticipant(tx, entry, grant, organisation);
  await storeGrant(tx, entry, grant);
  return {
    participant: {
      id: grant.participantId,
      name: entry.name,
      organisationId: organisation.id,
      colour: organisation.colour,
    },
    organisation,
    role: grant.role,
  };
}

async function isValid(tx: Kysely<Tables>, { id, workshopId }: StoredInvite): Promise<boolean> {
  const row = await tx
    .selectFrom('invites')
    .select('id')
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function findGrant(tx: Kysely<Tables>, sessionId: SessionId, workshopId: WorkshopId): Promise<Grant | null> {
  const row = await tx
    .selectFrom('grants')
    .select(grantColumns)
    .where('session_id', '=', sessionId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  return row ?? null;
}

const newGrant = ({ participantId, invite: { id, role, workshopId } }: Entry): Grant => ({
  workshopId,
  participantId,
  role,
  inviteId: id,
});

function strongerGrant(before: Grant, invite: StoredInvite): Grant {
  const role = strongerRole(before.role, invite.role);
  return { ...before, role, inviteId: role === invite.role ? invite.id : before.inviteId };
}

async function insertParticipant(
  tx: Kysely<Tables>,
  { name, kind, nameInReport = false, atMs }: Entry,
  { participantId, workshopId, role }: Grant,
  organisation: Organisation,
): Promise<void> {
  const place = await nextPlace(tx, 'participants', workshopId);
  await tx
    .insertInto('participants')
    .values({
      id: participantId,
      workshop_id: workshopId,
      place,
      organisation_id: organisation.id,
      name,
      role,
      kind,
      joined_at_ms: atMs,
      name_in_report: kind === 'person' && nameInReport ? 1 : 0,
    })
    .execute();
}

async function updateParticipant(
  tx: Kysely<Tables>,
  { name, nameInReport }: Entry,
  { participantId, role }: Grant,
  organisation: Organisation,
): Promise<void> {
  await tx
    .updateTable('participants')
    .set({ name, role, organisation_id: organisation.id })
    .where('id', '=', participantId)
    .execute();
  if (nameInReport === undefined) return;
  await tx
    .updateTable('participants')
    .set({ name_in_report: nameInReport ? 1 : 0 })
    .where('id', '=', participantId)
    .where('kind', '=', 'person')
    .execute();
}

async function storeGrant(tx: Kysely<Tables>, { session, atMs }: Entry, grant: Grant): Promise<void> {
  const { workshopId, participantId, role, inviteId } = grant;
  await tx
    .insertInto('sessions')
    .values({ id: session.id, token_hash: session.tokenHash, created_at_ms: atMs })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await tx
    .insertInto('grants')
    .values({
      session_id: session.id,
      workshop_id: workshopId,
      participant_id: participantId,
      role,
      invite_id: inviteId,
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'workshop_id']).doUpdateSet({ role, invite_id: inviteId }),
    )
    .execute();
}
