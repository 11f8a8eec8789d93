import { imageLimits } from '../../../shared/protocol/limits.ts';
import type { PictureFault } from './waiting-pictures.ts';

type Prepared = { readonly file: Blob } | { readonly fault: PictureFault };

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const kinds = ['png', 'jpeg', 'webp', 'gif'] as const;
type Kind = (typeof kinds)[number];

/** By the first bytes: what a file calls itself may be wrong. Null for what the server does not keep. */
async function kindOf(file: Blob): Promise<Kind | null> {
  const text = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (text.startsWith('\x89PNG')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'webp';
  return text.startsWith('GIF8') ? 'gif' : null;
}

/** Upright, in pixels; null for what this browser cannot show. */
export function sizeOf(url: string): Promise<PictureSize | null> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => resolve(null);
    image.src = url;
  });
}

/**
 * What is sent of a file. A picture that is too large, or of a kind that only this browser knows (as telephones take
 * them), is drawn anew, so that nobody has to know what a megapixel is.
 * @param size null where this browser cannot show it: the server may have a word for it
 */
export async function preparePicture(file: File, size: PictureSize | null): Promise<Prepared> {
  const kind = await kindOf(file);
  const isSmall =
    file.size <= imageLimits.fileMaxBytes && Math.max(size?.width ?? 0, size?.height ?? 0) <= imageLimits.keptMaxPx;
  if (kind !== null && isSmall) return { file };
  // Drawn anew it would stand still; and drawings hold more than pixels.
  if (kind === 'gif') return file.size <= imageLimits.fileMaxBytes ? { file } : { fault: 'too-large' };
  if (file.type === 'image/svg+xml' || size === null) return { fault: kind === null ? 'kind' : 'broken' };
  try {
    return { file: await redraw(file, size) };
  } catch {
    return { fault: 'broken' };
  }
}

/** Of the coders, from 0 to 1; the second for what is still too large with the first. */
const qualities = [0.9, 0.75] as const;

async function redraw(file: Blob, { width, height }: PictureSize): Promise<Blob> {
  const scale = Math.min(1, imageLimits.keptMaxPx / Math.max(width, height));
  const bitmap = await createImageBitmap(file, {
    ...{ resizeWidth: Math.round(width * scale), resizeHeight: Math.round(height * scale), resizeQuality: 'high' },
  });
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const type = isOpaque(context, canvas) ? 'image/jpeg' : 'image/webp';
  const [fine, coarse] = qualities;
  const drawn = await coded(canvas, type, fine);
  return drawn.size <= imageLimits.fileMaxBytes ? drawn : coded(canvas, type, coarse);
}

function isOpaque(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): boolean {
  // A band at a time: all of a large picture at once is 64 MB.
  const band = 256;
  for (let top = 0; top < height; top += band) {
    const { data } = context.getImageData(0, top, width, Math.min(band, height - top));
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  }
  return true;
}

const coded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('not drawn')) : resolve(blob)), type, quality);
  });
