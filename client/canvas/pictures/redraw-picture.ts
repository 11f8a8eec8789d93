/**
 * Draws a picture anew, as wide as is said and as high as that makes it.
 * @throws where this browser cannot read it
 */
export async function drawnAt(file: Blob, widthPx: number): Promise<OffscreenCanvas> {
  const bitmap = await createImageBitmap(file, {
    resizeWidth: Math.max(1, Math.round(widthPx)),
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  contextOf(canvas).drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  return context;
}

/** Whether nothing shines through it. */
export function isOpaque(canvas: OffscreenCanvas): boolean {
  const { width, height } = canvas;
  const context = contextOf(canvas);
  // A band at a time: all of a large picture at once is 64 MB.
  const band = 256;
  for (let top = 0; top < height; top += band) {
    const { data } = context.getImageData(0, top, width, Math.min(band, height - top));
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  }
  return true;
}

/** @param quality of coders that lose something, from 0 to 1 */
export const coded = (canvas: OffscreenCanvas, type: string, quality: number): Promise<Blob> =>
  canvas.convertToBlob({ type, quality });
