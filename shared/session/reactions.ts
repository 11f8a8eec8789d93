import { z } from 'zod';

/** What somebody says without a word; it passes, and nothing keeps it. */
export const Reaction = z.enum(['agree', 'applause', 'heart', 'smile', 'idea', 'question']);
export type Reaction = z.infer<typeof Reaction>;

export const ReactRequest = z.object({ reaction: Reaction });
