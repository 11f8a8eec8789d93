import type { FastifyRequest } from 'fastify';
import type { ProblemCode } from '../../shared/api/problem.ts';
import type { Workshop } from '../../shared/api/workshops.ts';
import { type Entrance, entranceOf } from '../access/entrance.ts';
import { hashToken } from '../access/tokens.ts';
import type { Grant, StoredInvite, StoredSession } from '../storage/workshop-store.ts';
import type { HttpContext } from './context.ts';

export type ShownLink =
  | {
      readonly status: 'known';
      readonly invite: StoredInvite;
      readonly workshop: Workshop;
      /** What the browser has in the workshop already. */
      readonly held: Grant | null;
      readonly entrance: Exclude<Entrance, 'link-expired'>;
    }
  | { readonly status: 'refused'; readonly code: ProblemCode };

const refused = (code: ProblemCode): ShownLink => ({ status: 'refused', code });

/**
 * The link whose token a request shows, and how it lets its holder in; guesses are charged. A passcode is looked at where
 * the link asks for one: then the entrance is open or the request refused.
 * @param session of the browser; null for programs, which are new each time.
 */
export async function shownLink(
  request: FastifyRequest,
  { storage: { workshops }, sessions, throttles, passcodeGate, log }: HttpContext,
  { token, passcode }: { readonly token: string; readonly passcode?: string | undefined },
  session: StoredSession | null,
): Promise<ShownLink> {
  const invite = await workshops.findInvite(hashToken(token));
  const workshop = invite && (await workshops.getWorkshop(invite.workshopId));
  if (!workshop) return refused((await throttles.wrongToken(request)) ? 'too-many-requests' : 'link-unknown');
  const held = session?.grants.find(({ workshopId }) => workshopId === workshop.id) ?? null;
  const { door } = await sessions.read(workshop.id);
  const entranceBy = (passcodeHash: StoredInvite['passcodeHash']) =>
    entranceOf({ ...invite, passcodeHash }, held?.role ?? null, door, Date.now());
  const entrance = entranceBy(invite.passcodeHash);
  if (entrance === 'link-expired') return refused('link-expired');
  const known = { status: 'known', invite, workshop, held } as const;
  if (entrance !== 'passcode-needed' || invite.passcodeHash === null || passcode === undefined)
    return { ...known, entrance };
  const verdict = await passcodeGate(request, invite.passcodeHash, passcode);
  if (verdict === 'open') {
    // Behind the code there may be a door that asks first.
    const behind = entranceBy(null);
    return behind === 'link-expired' ? refused(behind) : { ...known, entrance: behind };
  }
  log.info({ workshopId: workshop.id, inviteId: invite.id, verdict }, 'passcode.refused');
  return refused(verdict);
}
