import type { Role } from '../../shared/access/capabilities.ts';
import type { Language } from '../../shared/api/text.ts';
import type { Board, Invite, Organisation, Participant, ReportLook, Workshop } from '../../shared/api/workshops.ts';
import type {
  BoardId,
  InviteId,
  OrganisationId,
  ParticipantId,
  SessionId,
  WorkshopId,
} from '../../shared/protocol/ids.ts';
import type { SessionStates } from './session-states.ts';

/** SHA-256 of a token, 32 bytes. Plain tokens never reach storage. */
export type TokenHash = Uint8Array & { readonly __brand: 'TokenHash' };

/** A passcode under a slow hash, with its salt (server/access/passcodes.ts). Plain passcodes never reach storage. */
export type PasscodeHash = string & { readonly __brand: 'PasscodeHash' };

export interface NewInvite {
  readonly id: InviteId;
  readonly role: Role;
  readonly tokenHash: TokenHash;
  readonly expiresAtMs: number | null;
  readonly passcodeHash: PasscodeHash | null;
}

export interface StoredInvite extends Invite {
  readonly workshopId: WorkshopId;
  /** Null when the link asks for none. */
  readonly passcodeHash: PasscodeHash | null;
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
  /** Not in the room with the others. */
  readonly remote: boolean;
  readonly removedAtMs: number | null;
}

/** What a participant is and whom they belong to. */
export interface ParticipantFacts {
  readonly participant: Participant;
  readonly organisation: Organisation;
  readonly nameInReport: boolean;
  readonly remote: boolean;
}

/** A session that is to hold a grant; made when its id is new. */
export interface SessionKey {
  readonly id: SessionId;
  readonly tokenHash: TokenHash;
}

export type TakenResumeLink =
  | {
      readonly status: 'taken';
      readonly workshopId: WorkshopId;
      readonly participant: Participant;
      readonly role: Role;
    }
  /** Nobody knows it, it was used or replaced, or whoever made it has lost their own access since. */
  | { readonly status: 'unknown' }
  | { readonly status: 'expired' }
  /** The session may more in the workshop than whoever made it: a weaker link never takes a role away. */
  | { readonly status: 'weaker' };

/**
 * Workshops, boards, people, links and sessions. Every call is atomic and durable when it resolves; reads see every write
 * that resolved before. Times are milliseconds since 1970 and come from the caller.
 * All calls throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface WorkshopStore extends SessionStates {
  /** Organisations get their colours in the given order; a name that came before, matched without case, is left out. */
  createWorkshop(
    workshop: Workshop,
    invites: readonly NewInvite[],
    organisations: readonly { id: OrganisationId; name: string }[],
  ): Promise<void>;
  /**
   * Makes a workshop with organisations in the colours that they have, boards in the given order, and reports that look
   * like this: all of it or nothing.
   */
  copyWorkshop(
    workshop: Workshop,
    invites: readonly NewInvite[],
    organisations: readonly Organisation[],
    boards: readonly StoredBoard[],
    look: ReportLook,
  ): Promise<void>;
  getWorkshop(id: WorkshopId): Promise<Workshop | null>;
  /** What is left out stays. @returns the workshop as it is from now on; null when there is none. */
  updateWorkshop(
    id: WorkshopId,
    change: { readonly title?: string | undefined; readonly language?: Language | undefined },
  ): Promise<Workshop | null>;

  /** In the order of their colours, without those that were merged into another. */
  listOrganisations(id: WorkshopId): Promise<readonly Organisation[]>;
  /** Those that were merged into another, each with the one it is now part of: never one that was merged itself. */
  listMergedOrganisations(
    id: WorkshopId,
  ): Promise<readonly { readonly id: OrganisationId; readonly into: OrganisationId }[]>;
  /**
   * Gives an organisation another name, or another spelling of its name. A name of one that was merged into it is free for
   * it: the two change their names, so that both go on leading to it.
   * @returns `taken`, and changes nothing, when the name leads to another organisation of the workshop: then the two are
   * to be merged. `unknown` when the workshop has no such organisation, or it was merged into another. Idempotent.
   */
  renameOrganisation(
    workshopId: WorkshopId,
    id: OrganisationId,
    name: string,
  ): Promise<'renamed' | 'taken' | 'unknown'>;
  /**
   * Makes one organisation part of another: its people move, and so does everything that was merged into it before; from
   * now on its name leads to the other. It stays known, because boards go on naming it.
   * @param into followed to where it leads, when it was merged itself.
   * @returns `refused`, and changes nothing, unless both are organisations of the workshop and two different ones, and the
   * first was not merged before.
   */
  mergeOrganisation(workshopId: WorkshopId, id: OrganisationId, into: OrganisationId): Promise<'merged' | 'refused'>;

  /**
   * People only, in the order of joining; programs are left out. Who has lost access since or was removed stays in the
   * list, because the boards go on naming them.
   */
  listParticipants(id: WorkshopId): Promise<readonly StoredParticipant[]>;
  /**
   * Changes what is said of a participant, removed or not; what is left out stays. An organisation is found by its name as
   * in `join`.
   * @returns who they are from now on; null when the workshop has nobody of this id, or `nameInReport` is said of a
   * program: then nothing changes. Idempotent.
   */
  updateParticipant(
    workshopId: WorkshopId,
    id: ParticipantId,
    change: {
      readonly name?: string | undefined;
      readonly organisation?: string | undefined;
      readonly nameInReport?: boolean | undefined;
      readonly remote?: boolean | undefined;
    },
    /** Used only when the organisation is new. */
    newOrganisationId: OrganisationId,
  ): Promise<ParticipantFacts | null>;
  /**
   * Takes the grants of a participant away, on all devices. What they wrote and who they were stays. A browser of theirs
   * that comes in again through a link that works is the same participant again, and removed no more (see `join`).
   * @returns the sessions that lost a grant; null when the workshop has nobody of this id; `last-facilitator`, and changes
   * nothing, when no other person is a facilitator there. Idempotent: a second call finds none and keeps the time of the first.
   */
  removeParticipant(
    workshopId: WorkshopId,
    id: ParticipantId,
    removedAtMs: number,
  ): Promise<readonly SessionId[] | 'last-facilitator' | null>;

  /**
   * An example is not made when its workshop has one of the template already, in the bin or not.
   * @param after the board that it comes right behind; without one it is the last
   * @returns the board that is there: the given one, or that example.
   */
  createBoard(board: StoredBoard, after?: BoardId): Promise<StoredBoard>;
  /** Also one in the bin. */
  getBoard(id: BoardId): Promise<StoredBoard | null>;
  /** In their order, at first that of creation, those in the bin included. */
  listBoards(id: WorkshopId): Promise<readonly StoredBoard[]>;
  /**
   * Gives a board another title, another place, or both; what is left out stays.
   * @returns the board as it is from now on; null, and changes nothing, when there is no such board, or `before` is none of
   * its workshop. Idempotent.
   */
  updateBoard(
    id: BoardId,
    change: {
      readonly title?: string | undefined;
      /** The board that it stands before from now on; null puts it last. */
      readonly before?: BoardId | null | undefined;
    },
  ): Promise<StoredBoard | null>;
  /** Puts a board into the bin, or takes it out again with null. @returns false when there is none. Idempotent. */
  setBinned(id: BoardId, binnedAtMs: number | null): Promise<boolean>;

  createInvite(workshopId: WorkshopId, invite: NewInvite, createdAtMs: number): Promise<void>;
  /** Links that were not revoked, in the order of creation; expired ones too, because people still hang on them. */
  listInvites(id: WorkshopId): Promise<readonly Invite[]>;
  /** Also one that has expired, never one that was revoked. */
  findInvite(tokenHash: TokenHash): Promise<StoredInvite | null>;
  /**
   * Revokes a link and takes away every grant that came through it.
   * @returns the sessions that lost a grant; null when the workshop has no such link; `last-facilitator`, and changes
   * nothing, when all people who facilitate the workshop came through it. Idempotent: a second call finds none.
   */
  revokeInvite(
    workshopId: WorkshopId,
    id: InviteId,
    revokedAtMs: number,
  ): Promise<readonly SessionId[] | 'last-facilitator' | null>;
  /**
   * Revokes a link and makes a new one of the same role, expiry and passcode in one step. With `keepPeople` the grants that
   * came through the old one hang on the new one from then on, else they are taken away.
   * @returns the new link and the sessions that lost a grant; null, and changes nothing, when the workshop has no such
   * link, or it was revoked before.
   */
  rotateInvite(rotation: {
    readonly workshopId: WorkshopId;
    readonly id: InviteId;
    readonly next: Pick<NewInvite, 'id' | 'tokenHash'>;
    readonly keepPeople: boolean;
    readonly atMs: number;
  }): Promise<{ readonly invite: Invite; readonly lost: readonly SessionId[] } | null>;

  findSession(tokenHash: TokenHash): Promise<StoredSession | null>;
  /**
   * Lets somebody into a workshop. Finds the organisation by its name, matched without case, or creates it with the next
   * colour. Creates the session when `session.id` is new. When the session already has a grant in this workshop its
   * participant is kept, takes the new name and organisation, and has the stronger of both roles; the grant then hangs on
   * the link that gives that role, the newer one when both do, unless that asks for a passcode or has expired (link-kept.ts).
   * A session whose grant was taken away is the participant that
   * it was, with the role of the link alone, and removed no more. Whether they agreed to be named in reports stays as it is
   * when it is not said, and is never true of a program; so does whether they are remote.
   * Passcode, expiry and a closed door are the caller's to look at (server/access/entrance.ts).
   * @returns null, and changes nothing, when the link was revoked.
   */
  join(entry: {
    readonly session: SessionKey;
    readonly invite: Pick<StoredInvite, 'id' | 'role' | 'workshopId'>;
    /** Used only when somebody or something new is created. */
    readonly participantId: ParticipantId;
    readonly organisationId: OrganisationId;
    readonly name: string;
    readonly organisation: string;
    /** A program (bearer session) acts under a name like everybody else, but is not one of the people. */
    readonly kind: 'person' | 'program';
    readonly nameInReport?: boolean | undefined;
    readonly remote?: boolean | undefined;
    readonly atMs: number;
  }): Promise<{ readonly participant: Participant; readonly organisation: Organisation; readonly role: Role } | null>;
  /** Forgets a session, its grants and its links for a second device. Idempotent. */
  deleteSession(id: SessionId): Promise<void>;

  /**
   * Keeps a link that makes one more session the same participant; it replaces the one that the session had for the
   * workshop before.
   * @returns false, and changes nothing, when the session has no grant there, or its holder is a program.
   */
  createResumeLink(link: {
    readonly sessionId: SessionId;
    readonly workshopId: WorkshopId;
    readonly tokenHash: TokenHash;
    readonly expiresAtMs: number;
  }): Promise<boolean>;
  /**
   * Uses such a link up. The session gets the grant that the one who made it has now: same participant, role and link. A
   * grant that it had in the workshop before is replaced, unless that is of a stronger role: then nothing changes.
   */
  takeResumeLink(taking: {
    readonly tokenHash: TokenHash;
    readonly session: SessionKey;
    readonly atMs: number;
  }): Promise<TakenResumeLink>;

  getParticipant(id: ParticipantId): Promise<ParticipantFacts | null>;

  /** Neither accent nor logo as long as none was given. */
  getReportLook(id: WorkshopId): Promise<ReportLook>;
  setReportLook(id: WorkshopId, look: ReportLook): Promise<void>;
}
