import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';

/**
 * Live state of a workshop's session. The server owns it: pages read it once over HTTP, then hear every change on their
 * board's socket, and ask for changes with commands.
 */
export const Session = z.object({
  /** Counts the changes: a lower one than what is known is old news. */
  seq: z.number().int().nonnegative(),
  /** A closed door lets nobody new in; whoever has been here comes back, and facilitator links go on working. */
  door: z.enum(['open', 'closed']),
  /** Since when nobody may change a board; null while people work. */
  closedAtMs: TimestampMs.nullable(),
});
export type Session = z.infer<typeof Session>;

export const firstSession: Session = { seq: 0, door: 'open', closedAtMs: null };
