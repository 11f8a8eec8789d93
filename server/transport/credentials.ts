import type { IncomingMessage } from 'node:http';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import { SESSION_COOKIE } from '../access/sessions.ts';

/** What a request for a socket says about who sends it. */
export type Credentials =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'cookie'; readonly token: string }
  | { readonly kind: 'none' };

type Headers = IncomingMessage['headers'];

export const offeredProtocols = (headers: Headers): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());

/** A bearer token counts before a cookie: only programs have one, and no browser sends it by itself. */
export function readCredentials(headers: Headers): Credentials {
  const token = bearerIn(headers);
  if (token !== null) return { kind: 'bearer', token };
  const cookie = cookieIn(headers.cookie ?? '');
  return cookie === null ? { kind: 'none' } : { kind: 'cookie', token: cookie };
}

function bearerIn(headers: Headers): string | null {
  const [, inHeader] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (inHeader !== undefined) return inHeader;
  const offered = offeredProtocols(headers).find((protocol) => protocol.startsWith(Subprotocol.bearerPrefix));
  return offered?.slice(Subprotocol.bearerPrefix.length) ?? null;
}

function cookieIn(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name = '', value = ''] = pair.split('=', 2);
    if (name.trim() === SESSION_COOKIE) return value.trim();
  }
  return null;
}
