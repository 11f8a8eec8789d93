import { type Role, strongerRole } from '../../../shared/access/capabilities.ts';
import type { Organisation, ReportLook, Workshop } from '../../../shared/api/workshops.ts';
import type {
  BoardId,
  InviteId,
  OrganisationId,
  ParticipantId,
  SessionId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import { organisationKey } from '../organisation-key.ts';
import type {
  Grant,
  NewInvite,
  StoredBoard,
  StoredInvite,
  StoredParticipant,
  TokenHash,
  WorkshopStore,
} from '../workshop-store.ts';

interface InviteRow extends StoredInvite {
  readonly tokenHash: TokenHash;
  isRevoked: boolean;
}

interface SessionRow {
  readonly id: SessionId;
  readonly tokenHash: TokenHash;
  grants: readonly Grant[];
}

interface ParticipantRow extends StoredParticipant {
  readonly workshopId: WorkshopId;
  readonly kind: 'person' | 'program';
}

/** One map per kind of thing; maps keep the order in which things came. */
interface Rows {
  readonly workshops: Map<WorkshopId, Workshop>;
  readonly organisations: Map<OrganisationId, Organisation & { readonly workshopId: WorkshopId }>;
  readonly boards: Map<BoardId, StoredBoard>;
  readonly invites: Map<InviteId, InviteRow>;
  readonly sessions: Map<SessionId, SessionRow>;
  readonly participants: Map<ParticipantId, ParticipantRow>;
  readonly looks: Map<WorkshopId, ReportLook>;
}

/** Workshops as plainly as they can be said. No call awaits anything, so each is atomic. */
export function createMemoryWorkshops(): WorkshopStore {
  const rows: Rows = {
    workshops: new Map(),
    organisations: new Map(),
    boards: new Map(),
    invites: new Map(),
    sessions: new Map(),
    participants: new Map(),
    looks: new Map(),
  };
  return {
    ...workshopMethods(rows),
    ...inviteMethods(rows),
    ...sessionMethods(rows),
    ...boardMethods(rows),
    ...reportMethods(rows),
  };
}

const inWorkshop = <Row extends { readonly workshopId: WorkshopId }>(map: ReadonlyMap<unknown, Row>, id: WorkshopId) =>
  [...map.values()].filter(({ workshopId }) => workshopId === id);

const toOrganisation = ({ id, name, colour }: Organisation): Organisation => ({ id, name, colour });

const isSameHash = (a: TokenHash, b: TokenHash): boolean => Buffer.compare(a, b) === 0;

/** Ids and tokens are random: meeting one twice, or a reference to nothing, is a bug of the caller. */
function insist(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

type Of<Name extends keyof WorkshopStore> = Pick<WorkshopStore, Name>;

function workshopMethods(
  rows: Rows,
): Of<'createWorkshop' | 'getWorkshop' | 'listOrganisations' | 'listParticipants' | 'getParticipant'> {
  return {
    createWorkshop: async (workshop, invites, organisations) => {
      insist(!rows.workshops.has(workshop.id), 'workshop exists');
      for (const invite of invites) insistNewInvite(rows, invite);
      for (const { id } of organisations) insist(!rows.organisations.has(id), 'organisation exists');
      rows.workshops.set(workshop.id, { ...workshop });
      for (const invite of invites) addInvite(rows, workshop.id, invite, workshop.createdAtMs);
      for (const { id, name } of organisations) organisationNamed(rows, workshop.id, id, name);
    },
    getWorkshop: async (id) => rows.workshops.get(id) ?? null,
    listOrganisations: async (id) => inWorkshop(rows.organisations, id).map(toOrganisation),
    listParticipants: async (id) =>
      inWorkshop(rows.participants, id)
        .filter(({ kind }) => kind === 'person')
        .map(({ workshopId: _workshop, kind: _kind, ...participant }) => participant),
    getParticipant: async (id) => {
      const row = rows.participants.get(id);
      const organisation = row && rows.organisations.get(row.organisationId);
      if (!row || !organisation) return null;
      const { name, organisationId, colour, nameInReport } = row;
      return {
        participant: { id, name, organisationId, colour },
        organisation: toOrganisation(organisation),
        nameInReport,
      };
    },
  };
}

function organisationNamed(rows: Rows, workshopId: WorkshopId, newId: OrganisationId, name: string): Organisation {
  const all = inWorkshop(rows.organisations, workshopId);
  const known = all.find((organisation) => organisationKey(organisation.name) === organisationKey(name));
  if (known) return toOrganisation(known);
  const organisation = { id: newId, name, colour: all.length + 1 };
  rows.organisations.set(newId, { ...organisation, workshopId });
  return organisation;
}

function boardMethods(rows: Rows): Of<'createBoard' | 'getBoard' | 'listBoards' | 'setBinned'> {
  return {
    createBoard: async (board) => {
      insist(rows.workshops.has(board.workshopId), 'no such workshop');
      insist(!rows.boards.has(board.id), 'board exists');
      const known = inWorkshop(rows.boards, board.workshopId).find(
        ({ example, template }) => example && template === board.template,
      );
      if (board.example && known !== undefined) return known;
      rows.boards.set(board.id, { ...board });
      return { ...board };
    },
    getBoard: async (id) => rows.boards.get(id) ?? null,
    listBoards: async (id) => inWorkshop(rows.boards, id),
    setBinned: async (id, binnedAtMs) => {
      const board = rows.boards.get(id);
      if (board) rows.boards.set(id, { ...board, binnedAtMs });
      return board !== undefined;
    },
  };
}

function reportMethods(rows: Rows): Of<'setNameInReport' | 'getReportLook' | 'setReportLook'> {
  return {
    setNameInReport: async (id, nameInReport) => {
      const row = rows.participants.get(id);
      if (row?.kind !== 'person') return false;
      rows.participants.set(id, { ...row, nameInReport });
      return true;
    },
    getReportLook: async (id) => rows.looks.get(id) ?? { accent: null, logo: null },
    setReportLook: async (id, { accent, logo }) => {
      insist(rows.workshops.has(id), 'no such workshop');
      rows.looks.set(id, { accent, logo });
    },
  };
}

function insistNewInvite(rows: Rows, invite: NewInvite): void {
  insist(!rows.invites.has(invite.id), 'link exists');
  insist(![...rows.invites.values()].some(({ tokenHash }) => isSameHash(tokenHash, invite.tokenHash)), 'token exists');
}

function addInvite(rows: Rows, workshopId: WorkshopId, { id, role, tokenHash }: NewInvite, createdAtMs: number): void {
  rows.invites.set(id, { id, role, tokenHash, createdAtMs, workshopId, isRevoked: false });
}

function inviteMethods(rows: Rows): Of<'createInvite' | 'listInvites' | 'findInvite' | 'revokeInvite'> {
  return {
    createInvite: async (workshopId, invite, createdAtMs) => {
      insist(rows.workshops.has(workshopId), 'no such workshop');
      insistNewInvite(rows, invite);
      addInvite(rows, workshopId, invite, createdAtMs);
    },
    listInvites: async (id) =>
      inWorkshop(rows.invites, id)
        .filter(({ isRevoked }) => !isRevoked)
        .map((invite) => ({ id: invite.id, role: invite.role, createdAtMs: invite.createdAtMs })),
    findInvite: async (hash) => {
      const found = [...rows.invites.values()].find(({ tokenHash }) => isSameHash(tokenHash, hash));
      if (!found || found.isRevoked) return null;
      const { id, role, createdAtMs, workshopId } = found;
      return { id, role, createdAtMs, workshopId };
    },
    revokeInvite: async (workshopId, id) => {
      const invite = rows.invites.get(id);
      if (invite?.workshopId !== workshopId) return null;
      invite.isRevoked = true;
      const holders = [...rows.sessions.values()].filter(({ grants }) =>
        grants.some(({ inviteId }) => inviteId === id),
      );
      for (const holder of holders) holder.grants = holder.grants.filter(({ inviteId }) => inviteId !== id);
      return holders.map((holder) => holder.id);
    },
  };
}

function sessionMethods(rows: Rows): Of<'findSession' | 'join' | 'deleteSession'> {
  return {
    findSession: async (hash) => {
      const found = [...rows.sessions.values()].find(({ tokenHash }) => isSameHash(tokenHash, hash));
      return found ? { id: found.id, grants: found.grants } : null;
    },
    join: async (entry) => {
      const invite = rows.invites.get(entry.invite.id);
      if (!invite || invite.isRevoked) return null;
      const { workshopId } = invite;
      const session = rows.sessions.get(entry.session.id) ?? { ...entry.session, grants: [] };
      const before = session.grants.find((grant) => grant.workshopId === workshopId);
      const grant = before ? strongerGrant(before, invite) : newGrant(entry.participantId, invite);
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
      rows.participants.set(participant.id, { ...participant, role: grant.role, nameInReport, workshopId, kind });
      session.grants = [...session.grants.filter((other) => other !== before), grant];
      rows.sessions.set(session.id, session);
      return { participant, organisation, role: grant.role };
    },
    deleteSession: async (id) => {
      rows.sessions.delete(id);
    },
  };
}

const newGrant = (participantId: ParticipantId, { id, role, workshopId }: StoredInvite): Grant => ({
  workshopId,
  participantId,
  role,
  inviteId: id,
});

function strongerGrant(before: Grant, invite: StoredInvite): Grant {
  const role: Role = strongerRole(before.role, invite.role);
  return { ...before, role, inviteId: role === invite.role ? invite.id : before.inviteId };
}
