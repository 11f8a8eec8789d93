import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../access/sessions.ts';

/** What a request shows. A bearer token goes before a cookie: browsers add cookies unasked, never that header. */
export interface Credentials {
  readonly kind: 'bearer' | 'cookie';
  readonly token: string;
}

export function credentialsOf(request: FastifyRequest): Credentials | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { kind: 'bearer', token: bearer };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie ? { kind: 'cookie', token: cookie } : null;
}
