import { parentPort } from 'node:worker_threads';
import { merge } from './merge.ts';
import { type MergeReply, type MergeRequest, unpack } from './packed.ts';

if (!parentPort) throw new Error('runs only as a thread');
const port = parentPort;
port.on('message', ({ id, packed }: MergeRequest) => {
  const [reply, moved] = answer(id, packed);
  port.postMessage(reply, moved);
});

function answer(id: number, packed: MergeRequest['packed']): [MergeReply, ArrayBuffer[]] {
  try {
    const state = Uint8Array.from(merge(unpack(packed)));
    return [{ id, state }, [state.buffer]];
  } catch (error) {
    return [{ id, problem: error instanceof Error ? error.message : String(error) }, []];
  }
}
