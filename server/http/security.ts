import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import { addressedOrigin, isOwnOrigin, type Reach } from '../access/origin.ts';
import type { HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';
import { refuse } from './problems.ts';

/** Headers that keep pages to this server alone. What needs https stays out while the public address is not https. */
export async function securityHeaders(app: HttpServer, reach: Reach): Promise<void> {
  const isHttps = reach.publicOrigin?.startsWith('https:') ?? false;
  const ownSockets = (request: IncomingMessage, _reply: ServerResponse): string =>
    // Older WebKit does not count sockets of one's own host under 'self'.
    (addressedOrigin(request, reach) ?? "'self'").replace(/^http/, 'ws');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'", 'data:', 'blob:', ownSockets],
        'media-src': ["'self'", 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'none'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    hsts: isHttps && { maxAge: 180 * 24 * 60 * 60, includeSubDomains: false },
    crossOriginOpenerPolicy: isHttps && { policy: 'same-origin' },
    originAgentCluster: isHttps,
  });
  // Answers are about one person; files and pages say otherwise themselves.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something has to come from a page of ours: a browser says so in `Origin`. Programs send none, and none is
 * fine as long as no cookie speaks for the request.
 */
export function requireOwnOrigin(app: HttpServer, reach: Reach): void {
  app.addHook('onRequest', async (request, reply) => {
    if (readingMethods.has(request.method)) return;
    const { origin } = request.headers;
    const isOurs =
      origin === undefined ? credentialsOf(request)?.kind !== 'cookie' : isOwnOrigin(origin, request.raw, reach);
    if (!isOurs) return refuse(reply, 'foreign-origin');
  });
}
