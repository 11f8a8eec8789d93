import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';

export interface ProcessBounds {
  /** What takes longer was made to. */
  readonly answerMaxMs: number;
  /** Of what JavaScript holds. */
  readonly heapMaxMegabytes: number;
  /** Requests that wait, each of them whole in memory. */
  readonly waitingMax: number;
}

const IDLE_MS = 60_000;
/** As `nice` counts: rooms come first. */
const PRIORITY = 10;

/**
 * For the C library of most Linuxes, others know none of it: large pieces are the system's again as soon as they are let
 * go. Otherwise each picture leaves holes that the next one does not fit into, and ten of them take three times what one does.
 */
const givingMemoryBack = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
} as const;

export type BoundedAnswer<Reply> =
  | { readonly status: 'answered'; readonly reply: Reply }
  /** More time or memory than any honest request takes; `reason` is for the log. */
  | { readonly status: 'too-much'; readonly reason: string }
  /** Others are before it; to be tried again. */
  | { readonly status: 'busy' };

/** What the process is sent; it answers with the same id. */
export interface BoundedRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/**
 * Has bytes read that strangers wrote, one after the other in a process of its own: neither large ones nor such as were
 * made to do harm keep the rooms waiting. A thread would not do, because one that runs out of memory takes the whole
 * server along. Without requests there is no process.
 */
export class BoundedProcess<Reply> {
  readonly #entry: URL;
  readonly #bounds: ProcessBounds;
  #process: ChildProcess | null = null;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param entry file of the process */
  constructor(entry: URL, bounds: ProcessBounds) {
    this.#entry = entry;
    this.#bounds = bounds;
  }

  /** @throws when the server closes, or the process cannot be started. */
  async ask(bytes: Uint8Array): Promise<BoundedAnswer<Reply>> {
    if (this.#waiting >= this.#bounds.waitingMax) return { status: 'busy' };
    this.#waiting++;
    const turn = this.#last.then(() => this.#askNow(bytes));
    this.#last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }

  /** Gives up what is under way. Idempotent. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.#stop();
  }

  async #askNow(bytes: Uint8Array): Promise<BoundedAnswer<Reply>> {
    if (this.#isClosed) throw new Error('the server closes');
    clearTimeout(this.#idle);
    this.#process ??= this.#start();
    try {
      return { status: 'answered', reply: await this.#exchange(this.#process, bytes) };
    } catch (error) {
      if (!(error instanceof TooMuchError)) throw error;
      return { status: 'too-much', reason: error.message };
    } finally {
      this.#idle = setTimeout(() => this.#stop(), IDLE_MS).unref();
    }
  }

  async #exchange(child: ChildProcess, bytes: Uint8Array): Promise<Reply> {
    const request: BoundedRequest = { id: ++this.#lastId, bytes };
    let late: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Reply>((resolve, reject) => {
        late = setTimeout(() => reject(new TooMuchError('time')), this.#bounds.answerMaxMs);
        child.once('message', (reply) => resolve(reply as Reply));
        child.once('error', reject);
        // It ends by itself when it is out of memory.
        child.once('exit', (code, signal) =>
          reject(this.#isClosed ? new Error('the server closes') : new TooMuchError(`end ${code ?? signal}`)),
        );
        child.send(request);
      });
    } catch (error) {
      this.#stop();
      throw error;
    } finally {
      clearTimeout(late);
      for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event);
    }
  }

  #start(): ChildProcess {
    const loader = this.#entry.pathname.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];
    const child = fork(this.#entry, {
      execArgv: [`--max-old-space-size=${this.#bounds.heapMaxMegabytes}`, ...loader],
      serialization: 'advanced',
      // It reads what strangers wrote: nothing that the server knows is in its surroundings.
      env: givingMemoryBack,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.unref();
    child.channel?.unref();
    if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
    return child;
  }

  #stop(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }
}

class TooMuchError extends Error {}
