import type { Log } from '../observe/log.ts';
import { BoundedProcess, type ProcessBounds } from '../threads/bounded-process.ts';
import { entryBeside } from '../threads/start-worker.ts';
import { imageTypeOf } from './image-type.ts';
import type { RecodeAnswer } from './recode.ts';
import type { RecodeReply } from './recode-process.ts';

/** The largest picture is drawn anew in about three seconds. */
const bounds: ProcessBounds = { answerMaxMs: 20_000, heapMaxMegabytes: 256, waitingMax: 16 };

export type ImageResult = RecodeAnswer | { readonly status: 'busy' };

/** Draws the pictures anew that people put on boards, where a decoder that breaks down takes nothing else along. */
export class ImageReader {
  readonly #log: Log;
  readonly #process: BoundedProcess<RecodeReply>;

  /** @param entry file of the process */
  constructor(log: Log, entry: URL = entryBeside(import.meta.url, 'recode-process')) {
    this.#log = log;
    this.#process = new BoundedProcess(entry, bounds);
  }

  /** @throws when the server closes. */
  async read(bytes: Uint8Array): Promise<ImageResult> {
    // What is none of the kinds is refused at once, whoever is waiting.
    if (imageTypeOf(bytes) === null) return { status: 'refused', fault: 'unknown' };
    const answer = await this.#process.ask(bytes);
    switch (answer.status) {
      case 'busy':
        return answer;
      case 'too-much':
        this.#log.warn({ bytes: bytes.length, reason: answer.reason }, 'image.too-much');
        return { status: 'refused', fault: 'broken' };
      case 'answered':
        return answer.reply;
    }
  }

  /** Gives up what is under way. Idempotent. */
  close(): void {
    this.#process.close();
  }
}
