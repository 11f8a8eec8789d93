import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadOptions } from './rpc.ts';
import { serve } from './serve.ts';

if (!parentPort) throw new Error('runs only as a thread');
serve(parentPort, workerData as ThreadOptions);
