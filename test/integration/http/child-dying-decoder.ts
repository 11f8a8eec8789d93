import type { BoundedRequest } from '../../../server/threads/bounded-process.ts';

/** A decoder that breaks down at what ends in a one, and refuses all else. */
process.on('message', ({ id, bytes }: BoundedRequest) => {
  if (bytes.at(-1) === 1) process.abort();
  process.send?.({ id, status: 'refused', fault: 'too-large' });
});
