import type { RedrawRequest, RedrawResponse } from './redraw-worker.ts';

/** Draws pictures anew in a thread of its own: in that of the page the coder waits until nobody does anything. */
export interface Redrawer {
  /**
   * One at a time.
   * @param widthPx null: as wide as it is
   * @throws where the browser cannot read it
   */
  redraw(file: Blob, widthPx: number | null): Promise<Blob>;
  /** What is still awaited is rejected. */
  close(): void;
}

export function openRedrawer(): Redrawer {
  let worker: Worker | null = null;
  let fail: (reason: unknown) => void = () => undefined;
  const open = (): Worker => new Worker(new URL('./redraw-worker.ts', import.meta.url), { type: 'module' });
  return {
    redraw(file, widthPx) {
      const running = worker ?? open();
      worker = running;
      return new Promise((resolve, reject) => {
        fail = reject;
        running.onerror = ({ message }) => reject(new Error(message));
        running.onmessage = ({ data }: MessageEvent<RedrawResponse>) => {
          if ('file' in data) resolve(data.file);
          else reject(new Error(data.reason));
        };
        const request: RedrawRequest = { file, widthPx };
        running.postMessage(request);
      });
    },
    close() {
      worker?.terminate();
      fail(new DOMException('the stage was closed', 'AbortError'));
    },
  };
}
