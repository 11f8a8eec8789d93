import { logoLimits } from '../../../shared/protocol/limits.ts';

const longestBytes = 2_000_000;
/** Pixels: 5 cm wide at 300 to the inch. */
const largest = { width: 600, height: 240 };
const kinds: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/svg+xml']);
/** An SVG without a size of its own is drawn in this one. */
const unsized = { width: 600, height: 240 };

export type LogoFault = 'too-large' | 'unreadable';
export type LogoAnswer =
  | { readonly ok: true; readonly logo: string }
  | { readonly ok: false; readonly fault: LogoFault };

/** @returns the picture as PNG, no larger than it is printed; an SVG is only painted and never becomes part of the page. */
export async function readLogo(file: File): Promise<LogoAnswer> {
  if (file.size > longestBytes) return { ok: false, fault: 'too-large' };
  if (!kinds.has(file.type)) return { ok: false, fault: 'unreadable' };
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return { ok: true, logo: paintLogo(image, file.type === 'image/svg+xml') };
  } catch {
    return { ok: false, fault: 'unreadable' };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** In base64, whose four signs stand for three bytes. */
const bytesIn = (url: string): number => Math.ceil(((url.length - url.indexOf(',')) * 3) / 4);

/** Photographs pack badly: what the server would not take is painted smaller. @throws where nothing can be painted */
function paintLogo(image: HTMLImageElement, isLines: boolean): string {
  let share = 1;
  let logo = paint(image, isLines, share);
  while (bytesIn(logo) > logoLimits.maxBytes) {
    share *= 0.8;
    logo = paint(image, isLines, share);
  }
  return logo;
}

/** @param share of the size that it would be printed in */
function paint(image: HTMLImageElement, isLines: boolean, share: number): string {
  const { width, height } =
    image.naturalWidth > 0 && image.naturalHeight > 0
      ? { width: image.naturalWidth, height: image.naturalHeight }
      : unsized;
  const fitting = Math.min(largest.width / width, largest.height / height);
  const scale = share * (isLines ? fitting : Math.min(fitting, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
