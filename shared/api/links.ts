import { readUrl } from '../read-url.ts';
import { Token } from './sessions.ts';

/** A link bears its token in the fragment, which browsers never send: it stays out of logs and Referer headers. */
export const inviteUrl = (origin: string, token: string): string => `${origin}/join#${token}`;

/** The same for one's own second device. */
export const resumeUrl = (origin: string, token: string): string => `${origin}/resume#${token}`;

/** @returns the origin and token of a link, null for anything else. */
export function parseInviteUrl(text: string): { readonly origin: string; readonly token: string } | null {
  const url = readUrl(text);
  if (url === null) return null;
  const { origin, pathname, hash } = url;
  const token = Token.safeParse(hash.slice(1));
  return pathname === '/join' && token.success ? { origin, token: token.data } : null;
}
