import type { InviteId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { NewInvite } from '../workshop-store.ts';
import {
  areAllFacilitators,
  endGrants,
  type InviteRow,
  insist,
  inWorkshop,
  isSameHash,
  type Of,
  type Rows,
} from './rows.ts';

export function inviteMethods(
  rows: Rows,
): Of<'createInvite' | 'listInvites' | 'findInvite' | 'revokeInvite' | 'rotateInvite'> {
  const revoke = (invite: InviteRow) => {
    invite.isRevoked = true;
    return endGrants(rows, ({ inviteId }) => inviteId === invite.id);
  };
  return {
    createInvite: async (workshopId, invite, createdAtMs) => {
      insist(rows.workshops.has(workshopId), 'no such workshop');
      insistNewInvite(rows, invite);
      addInvite(rows, workshopId, invite, createdAtMs);
    },
    listInvites: async (id) =>
      inWorkshop(rows.invites, id)
        .filter(({ isRevoked }) => !isRevoked)
        .map(toInvite),
    findInvite: async (hash) => {
      const found = [...rows.invites.values()].find(({ tokenHash }) => isSameHash(tokenHash, hash));
      if (!found || found.isRevoked) return null;
      const { workshopId, passcodeHash } = found;
      return { ...toInvite(found), workshopId, passcodeHash };
    },
    revokeInvite: async (workshopId, id) => {
      const invite = rows.invites.get(id);
      if (invite?.workshopId !== workshopId) return null;
      if (areAllFacilitators(rows, workshopId, ({ inviteId }) => inviteId === id)) return 'last-facilitator';
      return revoke(invite);
    },
    rotateInvite: async ({ workshopId, id, next, keepPeople, atMs }) => {
      const old = rows.invites.get(id);
      if (old?.workshopId !== workshopId || old.isRevoked) return null;
      insistNewInvite(rows, next);
      const { role, expiresAtMs, passcodeHash } = old;
      const row = addInvite(rows, workshopId, { ...next, role, expiresAtMs, passcodeHash }, atMs);
      if (keepPeople) moveGrants(rows, id, next.id);
      return { invite: toInvite(row), lost: revoke(old) };
    },
  };
}

export function insistNewInvite(rows: Rows, invite: Pick<NewInvite, 'id' | 'tokenHash'>): void {
  insist(!rows.invites.has(invite.id), 'link exists');
  insist(![...rows.invites.values()].some(({ tokenHash }) => isSameHash(tokenHash, invite.tokenHash)), 'token exists');
}

export function addInvite(rows: Rows, workshopId: WorkshopId, invite: NewInvite, createdAtMs: number): InviteRow {
  const hasPasscode = invite.passcodeHash !== null;
  const row = { ...invite, workshopId, createdAtMs, hasPasscode, isRevoked: false };
  rows.invites.set(invite.id, row);
  return row;
}

const toInvite = ({ id, role, createdAtMs, expiresAtMs, hasPasscode }: InviteRow) => ({
  ...{ id, role, createdAtMs, expiresAtMs, hasPasscode },
});

function moveGrants(rows: Rows, from: InviteId, to: InviteId): void {
  for (const session of rows.sessions.values())
    session.grants = session.grants.map((grant) => (grant.inviteId === from ? { ...grant, inviteId: to } : grant));
}
