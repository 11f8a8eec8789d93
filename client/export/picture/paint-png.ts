import { nextTurn } from '../next-turn.ts';
import type { PngSize } from './png-size.ts';

/**
 * An SVG that needs nothing else, as pixels.
 * @throws when the browser cannot paint a picture of that size
 */
export async function paintPng(svg: string, { width, height }: PngSize, signal: AbortSignal): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    // Safari says a picture is decoded before the faces in it are there.
    await nextTurn();
    signal.throwIfAborted();
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    signal.throwIfAborted();
    if (blob === null) throw new RangeError(`no picture of ${width} × ${height} pixels`);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
