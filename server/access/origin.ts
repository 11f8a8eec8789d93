import type { IncomingMessage } from 'node:http';

/** How this server is reached: decides which pages are its own. */
export interface Reach {
  /** Origin of the public address, if the operator named one; then it is the only one. */
  readonly publicOrigin: string | null;
  /** Reverse proxies in front whose forwarding headers are believed; 0 believes none. */
  readonly trustedProxies: number;
}

type RequestHead = Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly encrypted?: boolean } | object };

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** The last entry is the one that the nearest proxy wrote; those before it may come from anybody. */
const lastEntry = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value.join(',') : value)?.split(',').at(-1)?.trim();

/** @returns `scheme://host[:port]` as browsers write it, null when that is no address. */
function originOf(scheme: string, host: string | undefined): string | null {
  if (!host || /[\s/\\?#@]/.test(host)) return null;
  try {
    return new URL(`${scheme}://${host}`).origin;
  } catch {
    return null;
  }
}

function addressedHost(head: RequestHead, reach: Reach): string | undefined {
  const forwarded = reach.trustedProxies > 0 ? lastEntry(head.headers['x-forwarded-host']) : undefined;
  return forwarded ?? head.headers.host;
}

/** Under which origin the sender of this request sees the server: links and the page's socket address follow from it. */
export function addressedOrigin(head: RequestHead, reach: Reach): string | null {
  if (reach.publicOrigin !== null) return reach.publicOrigin;
  const forwarded = reach.trustedProxies > 0 ? lastEntry(head.headers['x-forwarded-proto']) : undefined;
  const isTls = forwarded === undefined ? 'encrypted' in head.socket && head.socket.encrypted : forwarded === 'https';
  return originOf(isTls ? 'https' : 'http', addressedHost(head, reach));
}

/**
 * Origins of this server's own pages, in the spelling of an `Origin` header. Without a public address they are the host that
 * the request names, under http and https because a proxy may have taken off the TLS: another site cannot choose the Host
 * header of a browser, and its cookies belong to that host.
 */
export function ownOrigins(head: RequestHead, reach: Reach): readonly string[] {
  if (reach.publicOrigin !== null) return loopbackForms(reach.publicOrigin);
  const host = addressedHost(head, reach);
  return ['http', 'https'].map((scheme) => originOf(scheme, host)).filter((origin) => origin !== null);
}

function loopbackForms(origin: string): readonly string[] {
  const url = new URL(origin);
  if (!loopbackNames.includes(url.hostname)) return [origin];
  return loopbackNames.map((name) => `${url.protocol}//${name}${url.port && `:${url.port}`}`);
}

/** Exact comparison with what the browser sent; `null` (sandboxed frames, files) is never ours. */
export const isOwnOrigin = (origin: string, head: RequestHead, reach: Reach): boolean =>
  ownOrigins(head, reach).includes(origin);
