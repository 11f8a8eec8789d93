import { z } from 'zod';
import { Session } from '../session/session.ts';
import { TimestampMs } from './time.ts';

/** How a session stands. Apart from the commands: pages give them and read none. */
export const CommandResponse = z.object({
  session: Session,
  /** The server's clock when it answered. */
  nowMs: TimestampMs,
});
export type CommandResponse = z.infer<typeof CommandResponse>;
