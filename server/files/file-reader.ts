import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { FileFault } from '../../shared/board/files/file-fault.ts';
import type { Log } from '../observe/log.ts';
import { entryBeside } from '../threads/start-worker.ts';
import type { LandedFile } from './land.ts';
import type { ReadReply, ReadRequest } from './messages.ts';

/** A file of the largest size is read in a few seconds; what takes longer was made to. */
const READING_MAX_MS = 120_000;
const MEMORY_MAX_MEGABYTES = 768;
/** Files that wait, each of them whole in memory. */
const WAITING_MAX = 4;
const IDLE_MS = 60_000;
/** As `nice` counts: rooms come first. */
const PRIORITY = 10;

export type ReadResult =
  | { readonly status: 'read'; readonly file: LandedFile }
  | { readonly status: 'refused'; readonly fault: FileFault }
  /** Others are before it; to be tried again. */
  | { readonly status: 'busy' };

/**
 * Reads the files that people bring, one after the other in a process of its own: neither a large file nor one that was
 * made to do harm keeps the rooms waiting. A thread would not do, because one that runs out of memory takes the whole
 * server along. Without files there is no process.
 */
export class FileReader {
  readonly #log: Log;
  readonly #entry: URL;
  #process: ChildProcess | null = null;
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** @param entry file of the process */
  constructor(log: Log, entry: URL = entryBeside(import.meta.url, 'read-process')) {
    this.#log = log;
    this.#entry = entry;
  }

  /** @throws when the reading itself broke down, or the server closes. */
  async read(bytes: Uint8Array): Promise<ReadResult> {
    if (this.#waiting >= WAITING_MAX) return { status: 'busy' };
    this.#waiting++;
    const turn = this.#last.then(() => this.#readNow(bytes));
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

  async #readNow(bytes: Uint8Array): Promise<ReadResult> {
    if (this.#isClosed) throw new Error('the server closes');
    clearTimeout(this.#idle);
    this.#process ??= this.#start();
    try {
      const reply = await this.#ask(this.#process, bytes);
      if ('file' in reply) return { status: 'read', file: reply.file };
      if ('fault' in reply) return { status: 'refused', fault: reply.fault };
      throw new Error(`a file could not be read: ${reply.problem}`);
    } catch (error) {
      if (!(error instanceof TooMuchError)) throw error;
      this.#log.warn({ bytes: bytes.length, reason: error.message }, 'file.too-much');
      return { status: 'refused', fault: 'file-too-much' };
    } finally {
      this.#idle = setTimeout(() => this.#stop(), IDLE_MS).unref();
    }
  }

  async #ask(child: ChildProcess, bytes: Uint8Array): Promise<ReadReply> {
    const request: ReadRequest = { id: ++this.#lastId, bytes };
    let late: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ReadReply>((resolve, reject) => {
        late = setTimeout(() => reject(new TooMuchError('time')), READING_MAX_MS);
        child.once('message', resolve);
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
      execArgv: [`--max-old-space-size=${MEMORY_MAX_MEGABYTES}`, ...loader],
      serialization: 'advanced',
      // It reads what strangers wrote: nothing that the server knows is in its surroundings.
      env: {},
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

/** More time or memory than any honest file takes. */
class TooMuchError extends Error {}
