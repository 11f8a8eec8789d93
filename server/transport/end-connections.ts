import type { Server } from 'node:http';
import { type Clock, within } from '../rooms/clock.ts';

/** For what is still being asked and answered; a board takes no longer to store what it has. */
const GRACE_MS = 3_000;

/**
 * Lets a server that closes come to its end. From then on Node cuts nobody off any more who is late, so that a connection
 * on which nothing is ever asked, as browsers open them in advance, would keep the process alive for as long as the
 * browser is.
 * @param closed of the server, once its last connection is gone
 */
export async function endConnections(server: Server, closed: Promise<unknown>, clock: Clock): Promise<void> {
  await within(clock, GRACE_MS, closed);
  server.closeAllConnections();
  await closed;
}
