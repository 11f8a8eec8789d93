import type { PictureSize } from './prepare-picture.ts';

/** In board units: on a board a picture is read beside cards, which are about half as wide. */
const longestSide = 480;
const gap = 24;
const inOneRow = 4;
/** Of what no browser knows the size of. */
const unknown: PictureSize = { width: 320, height: 240 };

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where pictures come, in rows of four, all of them together with their middle at a point. None is made larger. */
export function sideBySide(
  sizes: readonly (PictureSize | null)[],
  middle: { readonly x: number; readonly y: number },
): readonly Box[] {
  const boxes = sizes.map((size) => {
    const { width, height } = size === null || size.width * size.height === 0 ? unknown : size;
    const scale = Math.min(1, longestSide / Math.max(width, height));
    return { w: width * scale, h: height * scale };
  });
  const rows = Array.from({ length: Math.ceil(boxes.length / inOneRow) }, (_, row) =>
    boxes.slice(row * inOneRow, (row + 1) * inOneRow),
  );
  const heights = rows.map((row) => Math.max(...row.map(({ h }) => h)));
  let y = middle.y - total(heights) / 2;
  return rows.flatMap((row, at) => {
    const top = y;
    y += (heights[at] ?? 0) + gap;
    let x = middle.x - total(row.map(({ w }) => w)) / 2;
    return row.map(({ w, h }) => {
      const box = { x, y: top, w, h };
      x += w + gap;
      return box;
    });
  });
}

const total = (lengths: readonly number[]): number =>
  lengths.reduce((sum, length) => sum + length, 0) + gap * (lengths.length - 1);
