import type { TLAsset } from 'tldraw';
import type { Records } from '../../../shared/board/containment.ts';
import { dataUrlOf } from '../data-url.ts';
import { openRedrawer, type Redrawer } from './open-redrawer.ts';
import { type PictureDetail, pictureWidths } from './picture-widths.ts';

/** Beginnings of base64 that say PNG and JPEG; what a file calls itself may be wrong. */
const isPrintable = (url: string): boolean => /^data:[^,]*;base64,(?:iVBORw0KGgo|\/9j\/)/.test(url);

/** Of a stage. */
export interface StagePictures {
  resolve(asset: TLAsset): Promise<string>;
  close(): void;
}

/**
 * What stands for a board's pictures on a stage: data URLs of JPEG or PNG, no larger than they are seen, each read once and
 * one after the other, because a photograph that is unpacked takes 50 MB. What cannot be had or read becomes an address of
 * nothing, one for each asset, for which the writer draws a crossed box and names it.
 */
export function stagePictures(records: Records, detail: PictureDetail, signal: AbortSignal): StagePictures {
  const redrawer = openRedrawer();
  const widths = pictureWidths(records, detail);
  const known = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();
  const read = async ({ id, props: { src } }: TLAsset): Promise<string> => {
    if (src === null || signal.aborted) return nothingAt(id);
    try {
      return await pictureAt(src, widths.get(id) ?? null, { redrawer, signal });
    } catch {
      return nothingAt(id);
    }
  };
  return {
    resolve(asset) {
      const picture = known.get(asset.id) ?? last.then(() => read(asset));
      known.set(asset.id, picture);
      last = picture;
      return picture;
    },
    close: redrawer.close,
  };
}

const nothingAt = (assetId: string): string => `data:text/plain,${encodeURIComponent(assetId)}`;

interface Means {
  readonly redrawer: Redrawer;
  readonly signal: AbortSignal;
}

/** @param widthPx null: as it is */
async function pictureAt(src: string, widthPx: number | null, { redrawer, signal }: Means): Promise<string> {
  const answer = await fetch(src, { signal });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const file = await answer.blob();
  if (widthPx === null) {
    const url = await dataUrlOf(file);
    if (isPrintable(url)) return url;
  }
  return dataUrlOf(await redrawer.redraw(file, widthPx));
}
