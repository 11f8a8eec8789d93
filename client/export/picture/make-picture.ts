import type { DisplayPage } from '../display-list.ts';
import { paintPng } from './paint-png.ts';
import { pngSize } from './png-size.ts';
import { scriptFaces } from './script-faces.ts';
import { standAloneSvg } from './stand-alone-svg.ts';

export interface PictureFormat {
  readonly format: 'png' | 'svg';
  /** Pixels of a PNG for each unit of the page. */
  readonly scale: number;
  readonly transparent: boolean;
}

/**
 * A page as the file of a picture.
 * @param images data URLs by the name that the page uses
 * @throws the signal's reason once it is aborted
 */
export async function makePicture(
  page: DisplayPage,
  images: Readonly<Record<string, string>>,
  { format, scale, transparent }: PictureFormat,
  signal: AbortSignal,
): Promise<Blob> {
  const svg = await standAloneSvg({ page, images }, transparent ? null : '#ffffff', scriptFaces, signal);
  return format === 'svg'
    ? new Blob([svg], { type: 'image/svg+xml' })
    : paintPng(svg, pngSize(page.sheet, scale), signal);
}
