export interface Differences {
  /** Of all pixels, 0 to 255. */
  readonly mean: number;
  /** Of the worst square of 1/40 of the width. */
  readonly worstTile: number;
  readonly at: readonly [column: number, row: number];
}

/** Runs in a page. Two pictures of the same thing, whatever their sizes, as data URLs. */
export async function differencesOf({ one, other }: { one: string; other: string }): Promise<Differences> {
  const load = async (url: string): Promise<HTMLImageElement> => {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  };
  const [first, second] = await Promise.all([load(one), load(other)]);
  const [width, tile] = [800, 20];
  const height = Math.round((width * first.naturalHeight) / first.naturalWidth);
  const pixels = (image: HTMLImageElement): Uint8ClampedArray => {
    const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.imageSmoothingQuality = 'high';
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(image, 0, 0, width, height);
    return pen.getImageData(0, 0, width, height).data;
  };
  const [a, b] = [pixels(first), pixels(second)];
  // The nearest colour within one pixel around: edges smoothed another way are then alike, missing lines are not.
  const nearest = (from: Uint8ClampedArray, at: number, to: Uint8ClampedArray): number => {
    let best = 255;
    for (const dy of [-1, 0, 1])
      for (const dx of [-1, 0, 1]) {
        const beside = at + (dy * width + dx) * 4;
        const sum = [0, 1, 2].reduce((all, c) => all + Math.abs((from[at + c] ?? 0) - (to[beside + c] ?? 0)), 0);
        best = Math.min(best, sum / 3);
      }
    return best;
  };
  const columns = Math.ceil(width / tile);
  const sums = new Float64Array(columns * Math.ceil(height / tile));
  let total = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = (y * width + x) * 4;
      const difference = Math.max(nearest(a, at, b), nearest(b, at, a));
      const index = Math.floor(y / tile) * columns + Math.floor(x / tile);
      sums[index] = (sums[index] ?? 0) + difference;
      total += difference;
    }
  const worst = sums.reduce((best, sum, index) => (sum > (sums[best] ?? 0) ? index : best), 0);
  return {
    mean: total / (width * height),
    worstTile: (sums[worst] ?? 0) / (tile * tile),
    at: [worst % columns, Math.floor(worst / columns)],
  };
}
