import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { TimestampMs } from '../api/time.ts';
import { GuestId } from '../protocol/ids.ts';

/** Somebody before the door of a workshop who is not in it yet: nobody but facilitators hears of them. */
export const Guest = z.object({
  id: GuestId,
  name: z.string(),
  organisation: z.string(),
  /** What the link that they hold would make of them. */
  role: Role,
  sinceMs: TimestampMs,
});
export type Guest = z.infer<typeof Guest>;
