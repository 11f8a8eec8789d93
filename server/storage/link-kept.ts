import { isStronger, type Role } from '../../shared/access/capabilities.ts';
import type { StoredInvite } from './workshop-store.ts';

export type Guards = Pick<StoredInvite, 'expiresAtMs' | 'passcodeHash'>;

/** Whether a link asks for something of whoever is new, or lets nobody new in any more. */
export const isGuarded = ({ expiresAtMs, passcodeHash }: Guards, nowMs: number): boolean =>
  passcodeHash !== null || (expiresAtMs !== null && expiresAtMs <= nowMs);

/**
 * Whether somebody who is in goes on hanging on the link that they came by when they show another. They are not asked for
 * what that one asks of others, so it must not keep them when their own is revoked.
 */
export const keepsLink = (held: Role, shown: Role, guarded: boolean): boolean =>
  held === shown ? guarded : isStronger(held, shown);
