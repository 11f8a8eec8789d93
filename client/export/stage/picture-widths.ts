import type { TLImageShape, TLRecord } from 'tldraw';
import type { Records } from '../../../shared/board/containment.ts';

/** How finely pictures are taken along. Pixels for each unit of the board. */
export interface PictureDetail {
  readonly perUnit: number;
  /** Where a board has so many large ones that they come to more than `pixelsMax`. */
  readonly perUnitLeast: number;
  /** Of all pictures of a board together. */
  readonly pixelsMax: number;
}

/** Sharp in print: 300 dots an inch where 1,600 units fill a sheet of A4, 110 at the least. 60 million are about 20 MB. */
export const printedDetail: PictureDetail = { perUnit: 2.2, perUnitLeast: 0.8, pixelsMax: 60_000_000 };

/** As fine as the largest picture that can be asked for, and no more than a browser paints. */
export const paintedDetail: PictureDetail = { perUnit: 4, perUnitLeast: 1, pixelsMax: 64_000_000 };

/** What is hardly larger than it has to be stays as it is. */
const worthIt = 0.8;

const isImage = (record: TLRecord): record is TLImageShape => record.typeName === 'shape' && record.type === 'image';

interface Shown {
  readonly assetId: string;
  /** Of the file. */
  readonly pixels: { readonly w: number; readonly h: number };
  /** Of all of the picture, uncut, where it is largest on the board. */
  readonly units: number;
}

/**
 * How wide the pictures of a board are to be, in pixels of the whole uncut picture, by their assets. Those that are left
 * out stay as they are.
 */
export function pictureWidths(records: Records, detail: PictureDetail): ReadonlyMap<string, number> {
  const shown = shownOn(records);
  const needed =
    (perUnit: number) =>
    ({ pixels: { w, h }, units }: Shown): number =>
      Math.min(w, units * perUnit) ** 2 * (h / w);
  const total = shown.map(needed(detail.perUnit)).reduce((sum, pixels) => sum + pixels, 0);
  const share = Math.sqrt(detail.pixelsMax / Math.max(total, detail.pixelsMax));
  const perUnit = Math.max(detail.perUnitLeast, detail.perUnit * share);
  return new Map(
    shown.flatMap(({ assetId, pixels, units }) => {
      const width = Math.max(1, Math.ceil(units * perUnit));
      return width < pixels.w * worthIt ? [[assetId, width] as const] : [];
    }),
  );
}

function shownOn(records: Records): readonly Shown[] {
  const shown = new Map<string, Shown>();
  for (const record of records.values()) {
    if (!isImage(record) || record.props.assetId === null) continue;
    const { assetId, crop, w } = record.props;
    const asset = records.get(assetId);
    if (asset?.typeName !== 'asset' || asset.type !== 'image' || asset.props.w <= 0) continue;
    const units = crop === null ? w : w / Math.max(crop.bottomRight.x - crop.topLeft.x, 0.001);
    const before = shown.get(assetId)?.units ?? 0;
    shown.set(assetId, { assetId, pixels: asset.props, units: Math.max(before, units) });
  }
  return [...shown.values()];
}
