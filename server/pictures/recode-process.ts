import type { BoundedRequest } from '../threads/bounded-process.ts';
import { type RecodeAnswer, recode, restrictDecoders } from './recode.ts';

/** What the process that draws pictures anew answers. */
export type RecodeReply = { readonly id: number } & RecodeAnswer;

/** Decoders keep their pixels outside of what JavaScript counts: several pictures of the largest size. */
const MEMORY_MAX_BYTES = 1_500_000_000;
const LOOK_EVERY_MS = 50;

restrictDecoders();
// Work goes on in threads of the decoder's own, so that this is on time.
setInterval(() => {
  if (process.memoryUsage.rss() > MEMORY_MAX_BYTES) process.exit(1);
}, LOOK_EVERY_MS).unref();

process.on('message', async ({ id, bytes }: BoundedRequest) => {
  process.send?.({ id, ...(await recode(bytes)) } satisfies RecodeReply);
});
