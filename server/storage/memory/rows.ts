import type { Organisation, ReportLook, Workshop } from '../../../shared/api/workshops.ts';
import type {
  BoardId,
  InviteId,
  OrganisationId,
  ParticipantId,
  SessionId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import type {
  Grant,
  StoredBoard,
  StoredInvite,
  StoredParticipant,
  TokenHash,
  WorkshopStore,
} from '../workshop-store.ts';

export interface OrganisationRow extends Organisation {
  readonly workshopId: WorkshopId;
  readonly mergedInto: OrganisationId | null;
}

export interface InviteRow extends StoredInvite {
  readonly tokenHash: TokenHash;
  isRevoked: boolean;
}

/** Once it is not held any more it only says who the browser was. */
export interface GrantRow extends Grant {
  readonly isHeld: boolean;
}

export interface SessionRow {
  readonly id: SessionId;
  readonly tokenHash: TokenHash;
  /** At most one for each workshop. */
  grants: readonly GrantRow[];
}

export interface ParticipantRow extends StoredParticipant {
  readonly workshopId: WorkshopId;
  readonly kind: 'person' | 'program';
}

export interface ResumeLinkRow {
  readonly sessionId: SessionId;
  readonly workshopId: WorkshopId;
  readonly tokenHash: TokenHash;
  readonly expiresAtMs: number;
}

/** One map per kind of thing; maps keep the order in which things came. */
export interface Rows {
  readonly workshops: Map<WorkshopId, Workshop>;
  readonly organisations: Map<OrganisationId, OrganisationRow>;
  readonly boards: Map<BoardId, StoredBoard>;
  readonly invites: Map<InviteId, InviteRow>;
  readonly sessions: Map<SessionId, SessionRow>;
  readonly participants: Map<ParticipantId, ParticipantRow>;
  readonly looks: Map<WorkshopId, ReportLook>;
  /** By session and workshop. */
  readonly resumeLinks: Map<string, ResumeLinkRow>;
}

export const emptyRows = (): Rows => ({
  workshops: new Map(),
  organisations: new Map(),
  boards: new Map(),
  invites: new Map(),
  sessions: new Map(),
  participants: new Map(),
  looks: new Map(),
  resumeLinks: new Map(),
});

export type Of<Name extends keyof WorkshopStore> = Pick<WorkshopStore, Name>;

export const inWorkshop = <Row extends { readonly workshopId: WorkshopId }>(
  map: ReadonlyMap<unknown, Row>,
  id: WorkshopId,
): readonly Row[] => [...map.values()].filter(({ workshopId }) => workshopId === id);

export const isSameHash = (a: TokenHash, b: TokenHash): boolean => Buffer.compare(a, b) === 0;

/** Ids and tokens are random: meeting one twice, or a reference to nothing, is a bug of the caller. */
export function insist(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** Whether a workshop has people who facilitate, and this is true of all their grants; programs do not count. */
export function areAllFacilitators(rows: Rows, id: WorkshopId, isOne: (grant: GrantRow) => boolean): boolean {
  const held = [...rows.sessions.values()]
    .flatMap(({ grants }) => grants)
    .filter(({ isHeld, role, workshopId }) => isHeld && role === 'facilitator' && workshopId === id)
    .filter(({ participantId }) => rows.participants.get(participantId)?.kind === 'person');
  return held.length > 0 && held.every(isOne);
}

/** Takes away the grants that are held and of which this is true. @returns the sessions that lost one */
export function endGrants(rows: Rows, ends: (grant: GrantRow) => boolean): readonly SessionId[] {
  const isLost = (grant: GrantRow): boolean => grant.isHeld && ends(grant);
  const holders = [...rows.sessions.values()].filter(({ grants }) => grants.some(isLost));
  for (const holder of holders)
    holder.grants = holder.grants.map((grant) => (isLost(grant) ? { ...grant, isHeld: false } : grant));
  return holders.map(({ id }) => id);
}
