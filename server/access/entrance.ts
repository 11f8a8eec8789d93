import { type Role, strongerRole } from '../../shared/access/capabilities.ts';
import type { Session } from '../../shared/session/session.ts';
import type { StoredInvite } from '../storage/workshop-store.ts';

export type Entrance = 'open' | 'ask-first' | 'passcode-needed' | 'door-closed' | 'link-expired';

/**
 * How a link lets somebody in now. Whoever is in the workshop already comes back as what they are; a link that would make
 * more of them asks for what it asks of everybody. A closed door keeps out whoever is not in, one that asks first lets them
 * wait, and facilitators' links open both: somebody has to be able to.
 * @param held the role that the browser has in the workshop, null for whoever is new or has lost theirs.
 */
export function entranceOf(
  invite: Pick<StoredInvite, 'role' | 'expiresAtMs' | 'passcodeHash'>,
  held: Role | null,
  door: Session['door'],
  nowMs: number,
): Entrance {
  if (held !== null && strongerRole(held, invite.role) === held) return 'open';
  if (invite.expiresAtMs !== null && invite.expiresAtMs <= nowMs) return 'link-expired';
  const isGuest = held === null && invite.role !== 'facilitator';
  if (door === 'closed' && isGuest) return 'door-closed';
  if (invite.passcodeHash !== null) return 'passcode-needed';
  return door === 'asks' && isGuest ? 'ask-first' : 'open';
}
