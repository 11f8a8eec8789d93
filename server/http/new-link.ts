import { nanoid } from 'nanoid';
import type { Role } from '../../shared/access/capabilities.ts';
import { inviteUrl } from '../../shared/api/links.ts';
import type { InviteLink } from '../../shared/api/workshops.ts';
import { InviteId } from '../../shared/protocol/ids.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { NewInvite } from '../storage/workshop-store.ts';

interface NewLink {
  /** What is stored of it. */
  readonly key: Pick<NewInvite, 'id' | 'tokenHash'>;
  /** The token exists here alone. */
  readonly link: InviteLink & { readonly id: InviteId };
}

export function newLink(origin: string): NewLink {
  const token = newToken();
  const id = InviteId.parse(nanoid());
  return { key: { id, tokenHash: hashToken(token) }, link: { id, token, url: inviteUrl(origin, token) } };
}

const unguarded = { expiresAtMs: null, passcodeHash: null };

/** A link that lets people in; its token exists in the returned link alone. */
export function newInvite(
  role: Role,
  origin: string,
  guards: Pick<NewInvite, 'expiresAtMs' | 'passcodeHash'> = unguarded,
): { readonly invite: NewInvite; readonly link: NewLink['link'] } {
  const { key, link } = newLink(origin);
  return { invite: { ...key, role, ...guards }, link };
}
