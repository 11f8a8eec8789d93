import { afterEach, expect, test, vi } from 'vitest';
import { copyPicture } from '../../../client/export/picture/copy-picture.ts';
import { standAloneSvg } from '../../../client/export/picture/stand-alone-svg.ts';
import { paintSmall } from '../../../client/export/svg/small-picture.ts';
import { displayPage, textOf, textRun } from './svg/pages.ts';

afterEach(() => vi.unstubAllGlobals());

test('[PIC17] a picture that was stopped while its faces came is not made', async () => {
  const job = new AbortController();
  vi.stubGlobal('FileReader', AnyReader);
  vi.stubGlobal('fetch', async () => new Response('face'));
  const page = displayPage([textOf(textRun('words'))]);
  const make = () => standAloneSvg({ page, images: {} }, null, async () => [], job.signal);
  expect(await make()).toMatch(/^<svg .*src:url\(data:font/s);
  vi.stubGlobal('fetch', async () => {
    job.abort();
    return new Response('face');
  });
  await expect(make()).rejects.toBe(job.signal.reason);
});

test('[PIC18] a browser that takes no pictures on its clipboard says so, however it refuses', async () => {
  class Refusing {
    constructor() {
      throw new TypeError('no promises');
    }
  }
  vi.stubGlobal('navigator', { clipboard: { write: async () => undefined } });
  vi.stubGlobal('ClipboardItem', Refusing);
  // Nobody else waits for the picture: had it been left alone, the run would end here.
  await expect(copyPicture(Promise.reject(new Error('no picture')))).rejects.toThrow('no promises');
});

test('[PIC19] small pages that nobody waits for any more hold up no other', async () => {
  const idle = vi.fn((whenIdle: () => void) => whenIdle());
  vi.stubGlobal('window', { requestIdleCallback: idle });
  vi.stubGlobal('requestIdleCallback', idle);
  const paint = (signal: AbortSignal): Promise<void> =>
    paintSmall({} as HTMLCanvasElement, displayPage([]), {}, signal);
  await paint(AbortSignal.abort());
  expect(idle).not.toHaveBeenCalled();
  // One that is wanted has its turn; that there is no canvas here to paint on comes after it.
  await expect(paint(new AbortController().signal)).rejects.toThrow();
  expect(idle).toHaveBeenCalledOnce();
});

class AnyReader {
  readonly result = 'data:font/woff2;base64,AAAA';
  onload = (): void => undefined;
  readAsDataURL(): void {
    queueMicrotask(() => this.onload());
  }
}
