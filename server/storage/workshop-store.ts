import type { Role } from '../../shared/access/capabilities.ts';
import type { Board, Invite, Organisation, Participant, ReportLook, Workshop } from '../../shared/api/workshops.ts';
import type {
  BoardId,
  InviteId,
  OrganisationId,
  ParticipantId,
  SessionId,
  WorkshopId,
} from '../../shared/protocol/ids.ts';

/** SHA-256 of a token, 32 bytes. Plain tokens never reach storage. */
export type TokenHash = Uint8Array & { readonly __brand: 'TokenHash' };

export interface NewInvite {
  readonly id: InviteId;
  readonly role: Role;
  readonly tokenHash: TokenHash;
}

export interface StoredInvite extends Invite {
  readonly workshopId: WorkshopId;
}

/** One row of a session: who its holder is in one workshop, and through which link. */
export interface Grant {
  readonly workshopId: WorkshopId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly inviteId: InviteId;
}

export interface StoredSession {
  readonly id: SessionId;
  readonly grants: readonly Grant[];
}

export interface StoredBoard extends Board {
  readonly workshopId: WorkshopId;
  /** When it was put into the bin; null for a board that can be opened. */
  readonly binnedAtMs: number | null;
}

export interface StoredParticipant extends Participant {
  readonly role: Role;
  /** Whether they agreed to be named in reports. */
  readonly nameInReport: boolean;
}

/**
 * Workshops, boards, people, links and sessions. Every call is atomic and durable when it resolves; reads see every write
 * that resolved before. Times are milliseconds since 1970 and come from the caller.
 * All calls throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface WorkshopStore {
  /** Organisations get their colours in the given order; a name that came before, matched without case, is left out. */
  createWorkshop(
    workshop: Workshop,
    invites: readonly NewInvite[],
    organisations: readonly { id: OrganisationId; name: string }[],
  ): Promise<void>;
  getWorkshop(id: WorkshopId): Promise<Workshop | null>;
  listOrganisations(id: WorkshopId): Promise<readonly Organisation[]>;
  /**
   * People only, in the order of joining; programs are left out. Who has lost access since stays in the list, because the
   * boards go on naming them.
   */
  listParticipants(id: WorkshopId): Promise<readonly StoredParticipant[]>;

  /**
   * An example is not made when its workshop has one of the template already, in the bin or not.
   * @returns the board that is there: the given one, or that example.
   */
  createBoard(board: StoredBoard): Promise<StoredBoard>;
  /** Also one in the bin. */
  getBoard(id: BoardId): Promise<StoredBoard | null>;
  /** In the order of creation, those in the bin included. */
  listBoards(id: WorkshopId): Promise<readonly StoredBoard[]>;
  /** Puts a board into the bin, or takes it out again with null. @returns false when there is none. Idempotent. */
  setBinned(id: BoardId, binnedAtMs: number | null): Promise<boolean>;

  createInvite(workshopId: WorkshopId, invite: NewInvite, createdAtMs: number): Promise<void>;
  /** Links that still work, in the order of creation. */
  listInvites(id: WorkshopId): Promise<readonly Invite[]>;
  findInvite(tokenHash: TokenHash): Promise<StoredInvite | null>;
  /**
   * Revokes a link and takes away every grant that came through it.
   * @returns the sessions that lost a grant; null when the workshop has no such link. Idempotent: a second call finds none.
   */
  revokeInvite(workshopId: WorkshopId, id: InviteId, revokedAtMs: number): Promise<readonly SessionId[] | null>;

  findSession(tokenHash: TokenHash): Promise<StoredSession | null>;
  /**
   * Lets somebody into a workshop. Finds the organisation by its name, matched without case, or creates it with the next
   * colour. Creates the session when `session.id` is new. When the session already has a grant in this workshop its
   * participant is kept, takes the new name and organisation, and has the stronger of both roles; the grant then hangs on
   * the link that gives that role, the newer one when both do. Whether they agreed to be named in reports stays as it is
   * when it is not said, and is never true of a program.
   * @returns null, and changes nothing, when the link no longer works.
   */
  join(entry: {
    readonly session: { readonly id: SessionId; readonly tokenHash: TokenHash };
    readonly invite: StoredInvite;
    /** Used only when somebody or something new is created. */
    readonly participantId: ParticipantId;
    readonly organisationId: OrganisationId;
    readonly name: string;
    readonly organisation: string;
    /** A program (bearer session) acts under a name like everybody else, but is not one of the people. */
    readonly kind: 'person' | 'program';
    readonly nameInReport?: boolean | undefined;
    readonly atMs: number;
  }): Promise<{ readonly participant: Participant; readonly organisation: Organisation; readonly role: Role } | null>;
  /** Forgets a session and its grants. Idempotent. */
  deleteSession(id: SessionId): Promise<void>;

  getParticipant(id: ParticipantId): Promise<{
    readonly participant: Participant;
    readonly organisation: Organisation;
    readonly nameInReport: boolean;
  } | null>;
  /** @returns false, and changes nothing, when this is nobody or a program. Idempotent. */
  setNameInReport(id: ParticipantId, nameInReport: boolean): Promise<boolean>;

  /** Neither accent nor logo as long as none was given. */
  getReportLook(id: WorkshopId): Promise<ReportLook>;
  setReportLook(id: WorkshopId, look: ReportLook): Promise<void>;
}
