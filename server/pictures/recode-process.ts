import type { BoundedRequest } from '../threads/bounded-process.ts';
import { endBeyond } from '../threads/end-beyond.ts';
import { type RecodeAnswer, recode, restrictDecoders } from './recode.ts';

/** What the process that draws pictures anew answers. */
export type RecodeReply = { readonly id: number } & RecodeAnswer;

/**
 * A photograph of the largest size takes 200 MB, 350 when it was saved to appear bit by bit; the worst that is let in, an
 * interlaced PNG of 16 bits a channel, 560.
 */
const MEMORY_MAX_BYTES = 750_000_000;

restrictDecoders();
endBeyond(MEMORY_MAX_BYTES);

process.on('message', async ({ id, bytes }: BoundedRequest) => {
  process.send?.({ id, ...(await recode(bytes)) } satisfies RecodeReply);
});
