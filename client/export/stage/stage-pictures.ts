import type { TLAsset } from 'tldraw';
import type { Records } from '../../../shared/board/containment.ts';
import { coded, drawnAt, isOpaque } from '../../canvas/pictures/redraw-picture.ts';
import { dataUrlOf } from '../data-url.ts';
import { type PictureDetail, pictureWidths } from './picture-widths.ts';

/** Beginnings of base64 that say PNG and JPEG; what a file calls itself may be wrong. */
const isPrintable = (url: string): boolean => /^data:[^,]*;base64,(?:iVBORw0KGgo|\/9j\/)/.test(url);

/** Of the coder, from 0 to 1: no loss that the eye finds on paper. */
const quality = 0.85;

/**
 * What stands for a board's pictures on a stage: data URLs of JPEG or PNG, no larger than they are seen, each read once and
 * one after the other, because a photograph that is unpacked takes 50 MB. What cannot be had or read becomes an address of
 * nothing, one for each asset, for which the writer draws a crossed box and names it.
 */
export function stagePictures(
  records: Records,
  detail: PictureDetail,
  signal: AbortSignal,
): (asset: TLAsset) => Promise<string> {
  const widths = pictureWidths(records, detail);
  const known = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();
  const read = async ({ id, props: { src } }: TLAsset): Promise<string> => {
    if (src === null || signal.aborted) return nothingAt(id);
    try {
      return await pictureAt(src, widths.get(id) ?? null, signal);
    } catch {
      return nothingAt(id);
    }
  };
  return (asset) => {
    const picture = known.get(asset.id) ?? last.then(() => read(asset));
    known.set(asset.id, picture);
    last = picture;
    return picture;
  };
}

const nothingAt = (assetId: string): string => `data:text/plain,${encodeURIComponent(assetId)}`;

/** @param widthPx null: as it is */
async function pictureAt(src: string, widthPx: number | null, signal: AbortSignal): Promise<string> {
  const answer = await fetch(src, { signal });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const file = await answer.blob();
  if (widthPx === null) {
    const url = await dataUrlOf(file);
    if (isPrintable(url)) return url;
  }
  const canvas = await drawnAt(file, widthPx ?? (await widthOf(file)));
  return dataUrlOf(await compact(canvas, file.type));
}

/** A drawing or a screen keeps its edges, unless it is one only by its name and much smaller as a photograph. */
async function compact(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  if (!isOpaque(canvas)) return coded(canvas, 'image/png', 1);
  const photograph = await coded(canvas, 'image/jpeg', quality);
  if (type === 'image/jpeg') return photograph;
  const drawing = await coded(canvas, 'image/png', 1);
  return drawing.size < 2 * photograph.size ? drawing : photograph;
}

async function widthOf(file: Blob): Promise<number> {
  const bitmap = await createImageBitmap(file);
  const { width } = bitmap;
  bitmap.close();
  return width;
}
