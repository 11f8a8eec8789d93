import { isStronger } from '../../../shared/access/capabilities.ts';
import type { SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { isGuarded, keepsLink } from '../link-kept.ts';
import type { SessionKey, WorkshopStore } from '../workshop-store.ts';
import { organisationNamed } from './memory-organisations.ts';
import { factsOf } from './memory-people.ts';
import { type GrantRow, isSameHash, type Of, type Rows } from './rows.ts';

export function sessionMethods(
  rows: Rows,
): Of<'findSession' | 'join' | 'deleteSession' | 'createResumeLink' | 'takeResumeLink'> {
  return {
    findSession: async (hash) => {
      const found = [...rows.sessions.values()].find(({ tokenHash }) => isSameHash(tokenHash, hash));
      if (!found) return null;
      const held = found.grants.filter(({ isHeld }) => isHeld);
      return { id: found.id, grants: held.map(({ isHeld: _held, ...grant }) => grant) };
    },
    join: async (entry) => {
      const invite = rows.invites.get(entry.invite.id);
      if (!invite || invite.isRevoked) return null;
      const { workshopId } = invite;
      const guarded = isGuarded(invite, entry.atMs);
      const grant = grantAfter(findGrant(rows, entry.session.id, workshopId), entry, guarded);
      const organisation = organisationNamed(rows, workshopId, entry.organisationId, entry.organisation);
      const participant = {
        id: grant.participantId,
        name: entry.name,
        organisationId: organisation.id,
        colour: organisation.colour,
      };
      const known = rows.participants.get(participant.id);
      const kind = known?.kind ?? entry.kind;
      const nameInReport = kind === 'person' && (entry.nameInReport ?? known?.nameInReport ?? false);
      const remote = entry.remote ?? known?.remote ?? false;
      const facts = { role: grant.role, nameInReport, remote, removedAtMs: null, workshopId, kind };
      rows.participants.set(participant.id, { ...participant, ...facts });
      storeGrant(rows, entry.session, grant);
      return { participant, organisation, role: grant.role };
    },
    deleteSession: async (id) => {
      rows.sessions.delete(id);
      for (const [key, { sessionId }] of rows.resumeLinks) if (sessionId === id) rows.resumeLinks.delete(key);
    },
    createResumeLink: async (link) => {
      const { sessionId, workshopId } = link;
      const grant = findGrant(rows, sessionId, workshopId);
      if (!grant?.isHeld || rows.participants.get(grant.participantId)?.kind !== 'person') return false;
      rows.resumeLinks.set(`${sessionId} ${workshopId}`, link);
      return true;
    },
    takeResumeLink: async ({ tokenHash, session, atMs }) => {
      const found = [...rows.resumeLinks].find(([, link]) => isSameHash(link.tokenHash, tokenHash));
      if (!found) return { status: 'unknown' };
      const [key, { sessionId, workshopId, expiresAtMs }] = found;
      if (expiresAtMs <= atMs) return { status: 'expired' };
      const grant = findGrant(rows, sessionId, workshopId);
      const own = findGrant(rows, session.id, workshopId);
      if (grant?.isHeld && own?.isHeld && isStronger(own.role, grant.role)) return { status: 'weaker' };
      rows.resumeLinks.delete(key);
      const holder = grant?.isHeld ? factsOf(rows, grant.participantId) : null;
      if (!grant || !holder) return { status: 'unknown' };
      storeGrant(rows, session, grant);
      return { status: 'taken', workshopId, participant: holder.participant, role: grant.role };
    },
  };
}

function findGrant(rows: Rows, sessionId: SessionId, id: WorkshopId): GrantRow | undefined {
  return rows.sessions.get(sessionId)?.grants.find(({ workshopId }) => workshopId === id);
}

function grantAfter(
  before: GrantRow | undefined,
  entry: Parameters<WorkshopStore['join']>[0],
  guarded: boolean,
): GrantRow {
  const { id, role, workshopId } = entry.invite;
  const participantId = before?.participantId ?? entry.participantId;
  const fresh = { workshopId, participantId, role, inviteId: id, isHeld: true };
  return before?.isHeld && keepsLink(before.role, role, guarded) ? before : fresh;
}

/** Makes the session if need be; what it had in the workshop before is replaced. */
function storeGrant(rows: Rows, key: SessionKey, grant: GrantRow): void {
  const session = rows.sessions.get(key.id) ?? { ...key, grants: [] };
  const others = session.grants.filter(({ workshopId }) => workshopId !== grant.workshopId);
  rows.sessions.set(session.id, { ...session, grants: [...others, grant] });
}
