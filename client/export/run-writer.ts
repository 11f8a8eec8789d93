import { faceUrls } from 'virtual:pdf-faces';
import type { DisplayList } from './display-list.ts';
import type { WriteRequest, WriteResponse } from './write/worker-messages.ts';
import type { WrittenPdf } from './write/write-pdf.ts';

interface RunOptions {
  readonly signal: AbortSignal;
  readonly onPage: (index: number) => void;
}

/**
 * Writes in a thread of its own, which ends with the promise.
 * @throws the signal's reason once it is aborted
 */
export function runWriter(list: DisplayList, { signal, onPage }: RunOptions): Promise<WrittenPdf> {
  return new Promise<WrittenPdf>((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./write/worker.ts', import.meta.url), { type: 'module', name: 'pdf' });
    const stop = (): void => {
      signal.removeEventListener('abort', abort);
      worker.terminate();
    };
    const abort = (): void => {
      stop();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    worker.addEventListener('error', (event) => {
      stop();
      reject(new Error(`the PDF writer did not start: ${event.message}`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<WriteResponse>) => {
      switch (data.type) {
        case 'page':
          onPage(data.index);
          break;
        case 'written':
          stop();
          resolve({ bytes: data.bytes, undrawn: data.undrawn });
          break;
        case 'failed':
          stop();
          reject(new Error(data.reason));
          break;
      }
    });
    worker.postMessage({ list, faceUrls } satisfies WriteRequest);
  });
}
