import type { Role } from '../../shared/access/capabilities.ts';
import type { OrganisationId, ParticipantId, SessionId, WorkshopId } from '../../shared/protocol/ids.ts';

/** An authenticated person in one workshop, as every room and route sees them. */
export interface Visitor {
  readonly sessionId: SessionId;
  readonly workshopId: WorkshopId;
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly name: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  /** 1-based place of the organisation in the order of joining. */
  readonly colour: number;
  /** Not in the room with the others. */
  readonly remote: boolean;
}
