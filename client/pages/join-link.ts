import { parseInviteUrl } from '../../shared/api/links.ts';
import { Token } from '../../shared/api/sessions.ts';
import { WorkshopId } from '../../shared/protocol/ids.ts';
import { readUrl } from '../../shared/read-url.ts';
import { joinPath, workshopPath } from './paths.ts';

/** @returns null where the address holds no token, or not a whole one. */
export function tokenInHash(hash: string): string | null {
  const token = Token.safeParse(hash.replace(/^#/, ''));
  return token.success ? token.data : null;
}

const whoParameter = '&as=';

/** A link for one's second device, which also tells its page who one is: the server hears of that part no more than of the token. */
export const resumeLinkFor = (url: string, who: string): string => `${url}${whoParameter}${encodeURIComponent(who)}`;

/** @returns null where the address holds no whole token; `who` is null where it does not say. */
export function readResumeHash(hash: string): { readonly token: string; readonly who: string | null } | null {
  const [first = '', encoded] = hash.split(whoParameter);
  const token = tokenInHash(first);
  if (token === null) return null;
  try {
    return { token, who: encoded === undefined ? null : decodeURIComponent(encoded) };
  } catch {
    return { token, who: null };
  }
}

/** Where a pasted link leads: a page of this server, or another server's join page. */
export type LinkTarget =
  | { readonly kind: 'here'; readonly path: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

/**
 * Reads what somebody pasted: an invitation link, its token alone, or the address of a workshop on this server.
 * @param origin of this page.
 * @returns null for everything else, links with other schemes than http among it.
 */
export function readLink(text: string, origin: string): LinkTarget | null {
  // Mail programs break long links over lines and wrap them in brackets.
  const pasted = text.replace(/\s+/g, '').replace(/^<(.*)>$/, '$1');
  const bare = tokenInHash(pasted);
  if (bare !== null) return { kind: 'here', path: joinPath(bare) };

  const href = /^https?:\/\//i.test(pasted) ? pasted : `${schemeFor(pasted, origin)}//${pasted}`;
  const invite = parseInviteUrl(href);
  if (invite !== null) {
    return invite.origin === origin
      ? { kind: 'here', path: joinPath(invite.token) }
      : { kind: 'elsewhere', url: new URL(href).href };
  }
  const url = readUrl(href);
  if (url === null) return null;
  const id = WorkshopId.safeParse(/^\/workshop\/([^/]+)/.exec(url.pathname)?.[1]);
  return url.origin === origin && id.success ? { kind: 'here', path: workshopPath(id.data) } : null;
}

/** An address written without its scheme: this server's own where the host is ours, the safe one elsewhere. */
const schemeFor = (address: string, origin: string): string =>
  address.startsWith(`${new URL(origin).host}/`) ? new URL(origin).protocol : 'https:';
