import type { Worker } from 'node:worker_threads';
import type { Log } from '../../observe/log.ts';
import { entryBeside, startWorker } from '../../threads/start-worker.ts';
import { type MergeReply, type MergeRequest, pack } from './packed.ts';

/** Merges updates somewhere where nobody waits for it. */
export interface Merger {
  /**
   * @returns one update that stands for all of them.
   * @throws MergerClosedError after `close`, others when one is no update or the merging broke down; nothing is lost by it.
   */
  merge(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  /** Gives up what is under way. Idempotent. */
  close(): Promise<void>;
}

export class MergerClosedError extends Error {
  override readonly name = 'MergerClosedError';
}

interface Waiting {
  readonly resolve: (state: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One thread for all rooms, started when there is first something to merge. One that dies, as of a document too large for
 * its memory, takes only its merges along; the next one starts another.
 */
export class ThreadMerger implements Merger {
  readonly #log: Log;
  readonly #entry: URL;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;
  #isClosed = false;

  /** @param entry file of the thread */
  constructor(log: Log, entry: URL = entryBeside(import.meta.url, 'merge-worker')) {
    this.#log = log;
    this.#entry = entry;
  }

  async merge(updates: readonly Uint8Array[]): Promise<Uint8Array> {
    if (this.#isClosed) throw new MergerClosedError();
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    const merged = new Promise<Uint8Array>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const packed = pack(updates);
    const request: MergeRequest = { id, packed };
    this.#worker.postMessage(request, [packed.bytes.buffer, packed.lengths.buffer]);
    return merged;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = startWorker(this.#entry, { name: 'merge' });
    // Nobody is kept waiting for a merge when the process could end.
    worker.unref();
    worker.on('message', (reply: MergeReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('state' in reply) waiting?.resolve(reply.state);
      else waiting?.reject(new Error(reply.problem));
    });
    worker.on('error', (error) => this.#log.error({ err: error }, 'merge.thread-failed'));
    worker.once('exit', () => {
      this.#worker = null;
      for (const { reject } of this.#waiting.values())
        reject(this.#isClosed ? new MergerClosedError() : new Error('The merging thread has ended.'));
      this.#waiting.clear();
    });
    return worker;
  }
}
