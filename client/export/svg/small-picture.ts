import type { DisplayPage } from '../display-list.ts';
import { svgPage } from './svg-page.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Paints a page onto a canvas as wide as that is on the screen. One page after the other while the browser has nothing
 * better to do: a report may have hundreds. As pixels, since every SVG in an `img` is a document that stays in memory.
 */
export function paintSmall(
  canvas: HTMLCanvasElement,
  page: DisplayPage,
  images: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const painted = last.then(async () => {
    // What was scrolled past or is out of date must not hold up what is in view.
    if (signal.aborted) return;
    await idle();
    if (!signal.aborted) await paint(canvas, page, images, signal);
  });
  last = painted.catch(() => undefined);
  return painted;
}

async function paint(
  canvas: HTMLCanvasElement,
  page: DisplayPage,
  images: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const scale = canvas.clientWidth / page.sheet.width;
  // Nobody reads letters this small, and a picture cannot reach the faces of the page.
  const markup = svgPage(page, images, {
    ...{ idPrefix: 'p', ground: '#ffffff', barsBelow: Number.POSITIVE_INFINITY, withLinks: false, css: '' },
  });
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    if (signal.aborted) return;
    canvas.width = Math.max(1, Math.round(page.sheet.width * scale * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(page.sheet.height * scale * devicePixelRatio));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Safari has no idle callback. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve);
  });
