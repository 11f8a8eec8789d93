import type { Server } from 'node:http';
import { connectionLimits } from '../../shared/protocol/limits.ts';

/**
 * Whoever has not said what it wants after this long is cut off. Call it before the server listens: Node looks at how old
 * connections are in steps, and starts to when it listens.
 */
export function limitHandshake(server: Server, maxMs: number = connectionLimits.handshakeMaxMs): void {
  const stepMs = maxMs / 10;
  server.headersTimeout = maxMs - 2 * stepMs;
  // An option of the constructor, which a framework may have called; Node keeps it as a property that it does not type.
  Object.assign(server, { connectionsCheckingInterval: stepMs });
}
