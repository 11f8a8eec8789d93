import { z } from 'zod';
import { caretPattern } from './caret.ts';

/**
 * What somebody sends of themselves, by one-letter keys to stay under 100 bytes, under 160 while they write in a text. Who they are comes
 * from the roster.
 */
export const Presence = z.object({
  /** Cursor on the page in board units; null while there is none, as on a phone. */
  c: z.tuple([z.number(), z.number()]).nullable(),
  /** What is in view: x, y, width, height in board units. */
  v: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** How many shapes are selected. */
  s: z.number().int().nonnegative(),
  /** The shape that is being written in. */
  t: z.string().startsWith('shape:').max(80).nullable(),
  /** They point at something with the pointer that leaves a trail; left out while they do not. */
  l: z.literal(1).optional(),
  /** Where they are in its text; left out while they write in none. */
  k: z.string().regex(caretPattern).optional(),
});
export type Presence = z.infer<typeof Presence>;

/** @returns null for what no page of ours sends. */
export function readPresence(state: unknown): Presence | null {
  const presence = Presence.safeParse(state);
  return presence.success ? presence.data : null;
}

/** Milliseconds between two states of one's own: everybody's go to everybody. @param people in the room. */
export function presenceIntervalMs(people: number): number {
  if (people <= 16) return 66;
  return people <= 50 ? 120 : 250;
}
