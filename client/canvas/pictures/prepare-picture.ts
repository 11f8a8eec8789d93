import { imageLimits } from '../../../shared/protocol/limits.ts';
import { coded, drawnAt, isOpaque } from './redraw-picture.ts';
import type { PictureFault } from './waiting-pictures.ts';

export type Prepared = { readonly file: Blob } | { readonly fault: PictureFault };

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
  const canvas = await drawnAt(file, width * Math.min(1, imageLimits.keptMaxPx / Math.max(width, height)));
  const type = isOpaque(canvas) ? 'image/jpeg' : 'image/webp';
  const [fine, coarse] = qualities;
  const drawn = await coded(canvas, type, fine);
  return drawn.size <= imageLimits.fileMaxBytes ? drawn : coded(canvas, type, coarse);
}
