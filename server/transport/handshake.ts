import type { Server } from 'node:http';
import { connectionLimits } from '../../shared/protocol/limits.ts';

/** A file may take ten minutes to come, and is then told that it took too long (http/raw-body.ts). */
const REQUEST_MAX_MS = 11 * 60_000;

/**
 * Whoever has not said what it wants after this long is cut off, and whoever does not come to the end of it. Call it before the
 * server listens: Node looks at how old connections are in steps, and starts to when it listens.
 */
export function limitHandshake(
  server: Server,
  maxMs: number = connectionLimits.handshakeMaxMs,
  requestMaxMs: number = REQUEST_MAX_MS,
): void {
  const stepMs = maxMs / 10;
  server.headersTimeout = maxMs - 2 * stepMs;
  // Fastify takes away the limit that Node has.
  server.requestTimeout = requestMaxMs;
  // An option of the constructor, which a framework may have called; Node keeps it as a property that it does not type.
  Object.assign(server, { connectionsCheckingInterval: stepMs });
}
