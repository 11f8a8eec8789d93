import { coded, drawnAt, isOpaque } from '../../canvas/pictures/redraw-picture.ts';

/** A picture, and how wide it is to be in pixels; null: as wide as it is. */
export interface RedrawRequest {
  readonly file: Blob;
  readonly widthPx: number | null;
}
/** A JPEG or PNG, or why there is none. */
export type RedrawResponse = { readonly file: Blob } | { readonly reason: string };

/** Of the coder, from 0 to 1: no loss that the eye finds on paper. */
const quality = 0.85;

const post = (response: RedrawResponse): void => self.postMessage(response);

self.onmessage ??= ({ data }: MessageEvent<RedrawRequest>) => {
  redraw(data).then(
    (file) => post({ file }),
    (error: unknown) => post({ reason: String(error) }),
  );
};

async function redraw({ file, widthPx }: RedrawRequest): Promise<Blob> {
  const canvas = await drawnAt(file, widthPx ?? (await widthOf(file)));
  return compact(canvas, file.type);
}

/** A drawing or a screen keeps its edges, unless it is one only by its name and much smaller as a photograph. */
async function compact(canvas: OffscreenCanvas, type: string): Promise<Blob> {
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
