import type { Generated } from 'kysely';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { VersionKind } from '../../../shared/api/history.ts';
import type { ImageType } from '../../../shared/api/images.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type {
  BoardId,
  CommandId,
  CommentId,
  ImageId,
  InviteId,
  OrganisationId,
  ParticipantId,
  RoundId,
  SentCardId,
  SessionId,
  VersionId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import type { PasscodeHash, TokenHash } from '../workshop-store.ts';

/**
 * Tables of the workshop store and the history, as server/storage/migrations/ makes them. `place` is the order of creation within a
 * workshop or a board: 1, 2, 3 …; clocks jump and repeat themselves.
 */
export interface Tables {
  readonly workshops: {
    readonly id: WorkshopId;
    readonly title: string;
    readonly language: Language;
    readonly created_at_ms: number;
  };
  readonly organisations: {
    readonly id: OrganisationId;
    readonly workshop_id: WorkshopId;
    readonly name: string;
    /** organisation-key.ts; unique in its workshop. */
    readonly name_key: string;
    /** Unique in its workshop. */
    readonly colour: number;
    /** Never leads to one that was merged itself. */
    readonly merged_into: OrganisationId | null;
  };
  readonly participants: {
    readonly id: ParticipantId;
    readonly workshop_id: WorkshopId;
    readonly place: number;
    readonly organisation_id: OrganisationId;
    readonly name: string;
    /** The one that the participant last came in with. */
    readonly role: Role;
    readonly kind: 'person' | 'program';
    readonly joined_at_ms: number;
    /** Whether the person agreed to be named in reports; never of a program. */
    readonly name_in_report: 0 | 1;
    /** Not in the room with the others. */
    readonly remote: 0 | 1;
    readonly removed_at_ms: number | null;
  };
  readonly boards: {
    readonly id: BoardId;
    readonly workshop_id: WorkshopId;
    readonly place: number;
    readonly title: string;
    readonly template: TemplateId;
    readonly language: Language;
    readonly created_at_ms: number;
    readonly binned_at_ms: number | null;
    readonly example: 0 | 1;
  };
  readonly report_looks: {
    readonly workshop_id: WorkshopId;
    readonly accent: string | null;
    readonly logo: string | null;
  };
  readonly invites: {
    readonly id: InviteId;
    readonly workshop_id: WorkshopId;
    readonly place: number;
    readonly role: Role;
    readonly token_hash: TokenHash;
    readonly created_at_ms: number;
    readonly revoked_at_ms: number | null;
    readonly expires_at_ms: number | null;
    readonly passcode_hash: PasscodeHash | null;
  };
  readonly sessions: {
    readonly id: SessionId;
    readonly token_hash: TokenHash;
    readonly created_at_ms: number;
  };
  readonly grants: {
    readonly session_id: SessionId;
    readonly workshop_id: WorkshopId;
    readonly participant_id: ParticipantId;
    readonly role: Role;
    readonly invite_id: InviteId;
    /** Null while it gives its role; afterwards it only says who the browser was. */
    readonly ended_at_ms: number | null;
  };
  readonly resume_links: {
    readonly session_id: SessionId;
    readonly workshop_id: WorkshopId;
    readonly token_hash: TokenHash;
    readonly expires_at_ms: number;
  };
  readonly session_states: {
    readonly workshop_id: WorkshopId;
    readonly seq: number;
    /** A Session (shared/session/session.ts) as JSON. */
    readonly state: string;
  };
  readonly commands: {
    readonly workshop_id: WorkshopId;
    readonly command_id: CommandId;
    /** Of the state after it. */
    readonly seq: number;
    readonly place: number;
  };
  readonly versions: {
    readonly id: VersionId;
    readonly board_id: BoardId;
    readonly place: number;
    readonly kind: VersionKind;
    readonly name: string | null;
    readonly participant_id: ParticipantId | null;
    readonly created_at_ms: number;
    readonly record_count: number;
    readonly checksum: Uint8Array;
    readonly content: Uint8Array;
  };
  readonly tallies: {
    readonly board_id: BoardId;
    readonly cards: number;
    readonly notes: number;
    readonly changed_at_ms: number | null;
  };
  readonly images: {
    readonly id: ImageId;
    readonly board_id: BoardId;
    readonly place: number;
    readonly participant_id: ParticipantId | null;
    readonly type: ImageType;
    readonly width: number;
    readonly height: number;
    readonly is_animated: 0 | 1;
    readonly size_bytes: number;
    readonly created_at_ms: number;
    readonly unused_since_ms: number | null;
    readonly checksum: Uint8Array;
    readonly content: Uint8Array;
  };
  readonly comments: {
    readonly id: CommentId;
    readonly board_id: BoardId;
    readonly place: number;
    readonly thread_id: CommentId | null;
    /** JSON. */
    readonly anchor: string | null;
    readonly text: string;
    /** JSON. */
    readonly mentions: string;
    readonly participant_id: ParticipantId;
    readonly created_at_ms: number;
    readonly edited_at_ms: number | null;
    readonly resolved_by: ParticipantId | null;
    readonly resolved_at_ms: number | null;
  };
  readonly ballots: {
    readonly round_id: RoundId;
    readonly participant_id: ParticipantId;
    /** Of the voter when they first cast it; it may be part of another by now. */
    readonly organisation_id: OrganisationId;
    /** JSON. */
    readonly votes: string;
  };
  readonly voting_rounds: {
    readonly id: RoundId;
    readonly board_id: BoardId;
    readonly closed_at_ms: number;
    /** JSON. */
    readonly closed: string;
  };
  readonly agendas: {
    readonly board_id: BoardId;
    /** JSON. */
    readonly agenda: string;
  };
  readonly sent_cards: {
    readonly board_id: BoardId;
    readonly participant_id: ParticipantId;
    readonly card_id: SentCardId;
  };
  readonly journal: {
    /** The order of writing. */
    readonly id: Generated<number>;
    readonly board_id: BoardId;
    readonly participant_id: ParticipantId;
    readonly record_id: string;
    readonly first_at_ms: number;
    readonly last_at_ms: number;
    readonly before_json: string | null;
    readonly after_json: string | null;
  };
}

/** How a table says yes or no. */
export const bit = (value: boolean): 0 | 1 => (value ? 1 : 0);
