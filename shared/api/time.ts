import { z } from 'zod';

/** Points in time travel as milliseconds since 1970, UTC. */
export const TimestampMs = z.number().int().nonnegative();
