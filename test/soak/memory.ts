import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from '../support/inspector.ts';
import type { ProductionServer } from '../support/production-server.ts';

/** What documents weigh, all together. */
export interface Weight {
  /** In the heap of a process that has nothing else. */
  readonly heapBytes: number;
  /** Of Yjs: items and what is left of deleted ones. */
  readonly structs: number;
  /** Records that are gone; Yjs keeps the key of each. */
  readonly tombstones: number;
  readonly clients: number;
}

/** @param updates each the whole of a document */
export async function weighDocuments(updates: readonly Uint8Array[]): Promise<Weight> {
  const child = fork(join(import.meta.dirname, 'weigh.mjs'), {
    ...{ execArgv: ['--expose-gc'], serialization: 'advanced' },
  });
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`weighing ended with ${code}`);
  });
  exited.catch(() => {});
  child.send(updates as Uint8Array[]);
  const [weight] = await Promise.race([once(child, 'message'), exited]);
  return weight as Weight;
}

/** Of a server that was started `inspected`: bytes of its heap that are still needed, after a forced collection. */
export const liveHeapBytes = (server: Pick<ProductionServer, 'output'>): Promise<number> =>
  inspect(server, async (ask) => {
    // What the first only lets go of, such as weak references, the second takes.
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    const { usedSize } = (await ask('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  });

/** What the process holds of the machine's memory, in MiB. */
export function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}
