import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ImageType } from '../../shared/api/images.ts';
import { imageLimits } from '../../shared/protocol/limits.ts';
import { imageTypeOf } from './image-type.ts';

/** A picture as boards keep it. */
export interface RecodedImage {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly isAnimated: boolean;
  readonly content: Uint8Array;
}

export type RecodeAnswer =
  | { readonly status: 'kept'; readonly image: RecodedImage }
  /** `unknown`: none of the kinds that are kept. `broken`: of one of them, but not whole. */
  | { readonly status: 'refused'; readonly fault: 'unknown' | 'broken' | 'too-large' };

/** Above this a PNG is a photograph that somebody saved as one; the same picture as WebP is a tenth of it. */
const PNG_MAX_BYTES = 3_000_000;
/** Of the coders, as they count it: no loss that the eye finds on a screen or in print. */
const QUALITY = 82;

const refused = (fault: 'unknown' | 'broken' | 'too-large'): RecodeAnswer => ({ status: 'refused', fault });

/** Only these decoders are ever started, whatever the bytes make libvips believe. */
export function restrictDecoders(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  const kept = ['Jpeg', 'Png', 'Webp', 'Nsgif'];
  sharp.unblock({ operation: kept.map((name) => `VipsForeignLoad${name}Buffer`) });
}

/**
 * Draws a picture anew: upright, in sRGB, at most `keptMaxPx` wide and high, and nothing that was in the file beside its
 * pixels. What moves goes on moving as long as all its frames together are within bounds.
 */
export async function recode(bytes: Uint8Array): Promise<RecodeAnswer> {
  const type = imageTypeOf(bytes);
  if (type === null) return refused('unknown');
  try {
    // The header alone: nothing is unpacked that is said to be too large.
    const first = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (first.width * first.height > imageLimits.pixelsMax) return refused('too-large');
    const isAnimated =
      (first.pages ?? 1) > 1 && first.width * first.height * (first.pages ?? 1) <= imageLimits.pixelsMax;
    const image = await draw(bytes, type, first, isAnimated);
    return { status: 'kept', image };
  } catch {
    // libvips has no kinds of errors; what it cannot draw is broken.
    return refused('broken');
  }
}

async function draw(bytes: Uint8Array, type: ImageType, first: Metadata, isAnimated: boolean): Promise<RecodedImage> {
  const pixels = sharp(bytes, { animated: isAnimated, failOn: 'error', limitInputPixels: imageLimits.pixelsMax });
  // Frames lie below each other and cannot be turned; no camera makes such pictures.
  const upright = isAnimated ? pixels : pixels.autoOrient();
  const side = imageLimits.keptMaxPx;
  const drawn = upright
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const coded = await code(drawn, isAnimated ? type : stillType(type));
  const { width, height, pageHeight = height } = coded.info;
  const asPng = coded.type === 'image/png' && coded.data.length > PNG_MAX_BYTES;
  const { data, type: kept } = asPng ? await code(drawn.clone(), first.hasAlpha ? 'image/webp' : 'image/jpeg') : coded;
  return { type: kept, width, height: pageHeight, isAnimated, content: data };
}

/** A GIF that does not move is smaller as PNG. */
const stillType = (type: ImageType): ImageType => (type === 'image/gif' ? 'image/png' : type);

async function code(drawn: Sharp, type: ImageType) {
  const { data, info } = await coder(drawn, type).toBuffer({ resolveWithObject: true });
  return { data, info, type };
}

function coder(drawn: Sharp, type: ImageType): Sharp {
  switch (type) {
    case 'image/jpeg':
      return drawn.jpeg({ quality: QUALITY });
    case 'image/png':
      return drawn.png();
    case 'image/webp':
      return drawn.webp({ quality: QUALITY });
    case 'image/gif':
      return drawn.gif({ effort: 3 });
  }
}
