import type { Kysely } from 'kysely';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { type Guards, isGuarded, keepsLink } from '../link-kept.ts';
import type { Grant, SessionKey, WorkshopStore } from '../workshop-store.ts';
import { organisationNamed } from './organisations.ts';
import { nextPlace } from './place.ts';
import { bit, type Tables } from './tables.ts';

type Methods = Pick<WorkshopStore, 'findSession' | 'join' | 'deleteSession'>;
type Entry = Parameters<WorkshopStore['join']>[0];

export const sessionQueries = (db: Kysely<Tables>): Methods => ({
  findSession: async (tokenHash) => {
    const rows = await db
      .selectFrom('sessions')
      .leftJoin('grants', (held) =>
        held.onRef('grants.session_id', '=', 'sessions.id').on('grants.ended_at_ms', 'is', null),
      )
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
  const guards = await guardsOf(tx, entry.invite);
  if (guards === null) return null;
  const organisation = await organisationNamed(tx, workshopId, entry.organisationId, entry.organisation);
  const before = await findGrant(tx, entry.session.id, workshopId);
  const grant = grantAfter(before, entry, isGuarded(guards, entry.atMs));
  if (before) await updateParticipant(tx, entry, grant, organisation);
  else await insertParticipant(tx, entry, grant, organisation);
  await storeGrant(tx, entry.session, grant, entry.atMs);
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

/** @returns null for a link that was revoked */
async function guardsOf(tx: Kysely<Tables>, { id, workshopId }: Entry['invite']): Promise<Guards | null> {
  const row = await tx
    .selectFrom('invites')
    .select(['expires_at_ms as expiresAtMs', 'passcode_hash as passcodeHash'])
    .where('id', '=', id)
    .where('workshop_id', '=', workshopId)
    .where('revoked_at_ms', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** What a session has or had in a workshop: once it is not held any more it only says who that was. */
interface KnownGrant extends Grant {
  readonly isHeld: boolean;
}

export async function findGrant(
  tx: Kysely<Tables>,
  sessionId: SessionId,
  workshopId: WorkshopId,
): Promise<KnownGrant | null> {
  const row = await tx
    .selectFrom('grants')
    .select([...grantColumns, 'ended_at_ms'])
    .where('session_id', '=', sessionId)
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst();
  if (!row) return null;
  const { ended_at_ms: endedAtMs, ...grant } = row;
  return { ...grant, isHeld: endedAtMs === null };
}

function grantAfter(before: KnownGrant | null, { participantId, invite }: Entry, guarded: boolean): Grant {
  const { id, role, workshopId } = invite;
  const fresh = { workshopId, participantId: before?.participantId ?? participantId, role, inviteId: id };
  return before?.isHeld && keepsLink(before.role, role, guarded) ? before : fresh;
}

async function insertParticipant(
  tx: Kysely<Tables>,
  { name, kind, nameInReport = false, remote = false, atMs }: Entry,
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
      name_in_report: bit(kind === 'person' && nameInReport),
      remote: bit(remote),
      removed_at_ms: null,
    })
    .execute();
}

async function updateParticipant(
  tx: Kysely<Tables>,
  { name, nameInReport, remote }: Entry,
  { participantId, role }: Grant,
  organisation: Organisation,
): Promise<void> {
  await tx
    .updateTable('participants')
    .set({
      ...{ name, role, organisation_id: organisation.id, removed_at_ms: null },
      ...(remote !== undefined && { remote: bit(remote) }),
    })
    .where('id', '=', participantId)
    .execute();
  if (nameInReport === undefined) return;
  await tx
    .updateTable('participants')
    .set({ name_in_report: bit(nameInReport) })
    .where('id', '=', participantId)
    .where('kind', '=', 'person')
    .execute();
}

/** Makes the session if need be; what it had in the workshop before is replaced. Belongs into a writing transaction. */
export async function storeGrant(tx: Kysely<Tables>, session: SessionKey, grant: Grant, atMs: number): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({ id: session.id, token_hash: session.tokenHash, created_at_ms: atMs })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const content = {
    participant_id: grant.participantId,
    role: grant.role,
    invite_id: grant.inviteId,
    ended_at_ms: null,
  };
  await tx
    .insertInto('grants')
    .values({ session_id: session.id, workshop_id: grant.workshopId, ...content })
    .onConflict((conflict) => conflict.columns(['session_id', 'workshop_id']).doUpdateSet(content))
    .execute();
}
