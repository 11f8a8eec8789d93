import { z } from 'zod';
import { Agenda } from '../session/agenda.ts';

/** What a session on a board would go through. */
export const AgendaResponse = z.object({
  agenda: Agenda,
  /** Whether somebody made it; otherwise it is the script of the board's template. */
  isOwn: z.boolean(),
  /** Another one for every other agenda: whoever changes it says which one they changed. */
  edition: z.string(),
});
export type AgendaResponse = z.infer<typeof AgendaResponse>;
