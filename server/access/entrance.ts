import { type Role, strongerRole } from '../../shared/access/capabilities.ts';
import type { Session } from '../../shared/session/session.ts';
import type { StoredInvite } from '../storage/workshop-store.ts';

export type Entrance = 'open' | 'passcode-needed' | 'door-closed' | 'link-expired';

/**
 * How a link lets somebody in now. Whoever is in the workshop already comes back as what they are; a link that would make
 * more of them asks for what it asks of everybody. A closed door keeps out whoever is not in, and lets facilitators' links
 * through: somebody has to be able to open it again.
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
  if (door === 'closed' && held === null && invite.role !== 'facilitator') return 'door-closed';
  return invite.passcodeHash === null ? 'open' : 'passcode-needed';
}
