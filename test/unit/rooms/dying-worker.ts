import { parentPort } from 'node:worker_threads';

/** A merging thread that ends at the first thing it is asked. */
parentPort?.on('message', () => process.exit(1));
