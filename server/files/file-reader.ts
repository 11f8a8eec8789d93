import type { FileFault } from '../../shared/board/files/file-fault.ts';
import type { Log } from '../observe/log.ts';
import { BoundedProcess, type ProcessBounds } from '../threads/bounded-process.ts';
import { entryBeside } from '../threads/start-worker.ts';
import type { LandedFile } from './land.ts';
import type { ReadReply } from './messages.ts';

/** A file of the largest size is read in a few seconds, with its pictures in less than a minute. */
const bounds: ProcessBounds = { answerMaxMs: 120_000, heapMaxMegabytes: 768, waitingMax: 4 };

export type ReadResult =
  | { readonly status: 'read'; readonly file: LandedFile }
  | { readonly status: 'refused'; readonly fault: FileFault }
  /** Others are before it; to be tried again. */
  | { readonly status: 'busy' };

/** Reads the files that people bring. */
export class FileReader {
  readonly #log: Log;
  readonly #process: BoundedProcess<ReadReply>;

  /** @param entry file of the process */
  constructor(log: Log, entry: URL = entryBeside(import.meta.url, 'read-process')) {
    this.#log = log;
    this.#process = new BoundedProcess(entry, bounds);
  }

  /** @throws when the reading itself broke down, or the server closes. */
  async read(bytes: Uint8Array): Promise<ReadResult> {
    const answer = await this.#process.ask(bytes);
    switch (answer.status) {
      case 'busy':
        return answer;
      case 'too-much':
        this.#log.warn({ bytes: bytes.length, reason: answer.reason }, 'file.too-much');
        return { status: 'refused', fault: 'file-too-much' };
      case 'answered':
        if ('file' in answer.reply) return { status: 'read', file: answer.reply.file };
        if ('fault' in answer.reply) return { status: 'refused', fault: answer.reply.fault };
        throw new Error(`a file could not be read: ${answer.reply.problem}`);
    }
  }

  /** Gives up what is under way. Idempotent. */
  close(): void {
    this.#process.close();
  }
}
