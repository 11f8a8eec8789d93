import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import type { ThreadOptions } from '../../../server/storage/sqlite/rpc.ts';
import { serve } from '../../../server/storage/sqlite/serve.ts';
import type { Step } from '../../../server/storage/sqlite/steps.ts';

/** The storage thread with ways in for tests: it crashes where it is told to, says what it does and takes orders. */
export interface HookedOptions extends ThreadOptions {
  /** Name of a BroadcastChannel that carries reports out and orders in. */
  readonly channel: string;
  /** Kills the whole process when this step comes for the n-th time. */
  readonly crashAt?: { readonly step: Step['name']; readonly occurrence: number };
}

export type Order = { readonly order: 'max-pages'; readonly pages: number } | { readonly order: 'exit' };
export type Report = { readonly report: 'step'; readonly step: Step } | { readonly report: 'obeyed' };

if (!parentPort) throw new Error('runs only as a thread');
const options = workerData as HookedOptions;
const channel = new BroadcastChannel(options.channel);
channel.unref();
const say = (report: Report) => channel.postMessage(report);

let left = options.crashAt?.occurrence ?? 0;

serve(parentPort, options, {
  onOpen: (db) => {
    channel.onmessage = (event) => {
      const order = (event as { data: Order }).data;
      if (order.order === 'exit') process.exit(3);
      db.exec(`PRAGMA max_page_count = ${order.pages}`);
      say({ report: 'obeyed' });
    };
  },
  onStep: (step) => {
    if (step.name === options.crashAt?.step && --left === 0) process.kill(process.pid, 'SIGKILL');
    say({ report: 'step', step });
  },
});
