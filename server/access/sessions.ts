import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { StoredSession, WorkshopStore } from '../storage/workshop-store.ts';
import type { Visitor } from './visitor.ts';

/** HttpOnly cookie of a browser session; its value and a bearer token are the same kind of token. */
export const SESSION_COOKIE = 'cb_session';

export type ResolvedVisitor =
  | { readonly status: 'ok'; readonly visitor: Visitor }
  /** A session, but not one of this workshop: never was, its link was revoked, or its holder removed. */
  | { readonly status: 'not-allowed' };

/** Who the holder of a session is in one workshop. The role is what the grant says now, so look it up whenever it matters. */
export async function visitorOf(
  workshops: WorkshopStore,
  session: StoredSession,
  workshopId: WorkshopId,
): Promise<ResolvedVisitor> {
  const grant = session.grants.find((candidate) => candidate.workshopId === workshopId);
  const holder = grant ? await workshops.getParticipant(grant.participantId) : null;
  if (!grant || !holder) return { status: 'not-allowed' };
  const { participant, organisation, remote } = holder;
  return {
    status: 'ok',
    visitor: {
      sessionId: session.id,
      workshopId,
      participantId: participant.id,
      role: grant.role,
      name: participant.name,
      organisationId: organisation.id,
      organisation: organisation.name,
      colour: organisation.colour,
      remote,
    },
  };
}
