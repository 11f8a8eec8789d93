import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { StoredSession, WorkshopStore } from '../storage/workshop-store.ts';
import { hashToken } from './tokens.ts';
import type { Visitor } from './visitor.ts';

/** HttpOnly cookie of a browser session; its value and a bearer token are the same kind of token. */
export const SESSION_COOKIE = 'cb_session';

export type ResolvedVisitor =
  | { readonly status: 'ok'; readonly visitor: Visitor }
  /** Nobody has this token (any more). */
  | { readonly status: 'no-session' }
  /** A session, but not one of this workshop: never was, or its link was revoked. */
  | { readonly status: 'not-allowed' };

/** Who somebody is in one workshop. The role is what the grant says now, so ask again whenever it matters. */
export async function resolveVisitor(
  workshops: WorkshopStore,
  sessionToken: string,
  workshopId: WorkshopId,
): Promise<ResolvedVisitor> {
  const session = await workshops.findSession(hashToken(sessionToken));
  return session ? visitorOf(workshops, session, workshopId) : { status: 'no-session' };
}

/** The same for a session that was looked up already. */
export async function visitorOf(
  workshops: WorkshopStore,
  session: StoredSession,
  workshopId: WorkshopId,
): Promise<Exclude<ResolvedVisitor, { status: 'no-session' }>> {
  const grant = session.grants.find((candidate) => candidate.workshopId === workshopId);
  const holder = grant ? await workshops.getParticipant(grant.participantId) : null;
  if (!grant || !holder) return { status: 'not-allowed' };
  const { participant, organisation } = holder;
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
    },
  };
}
