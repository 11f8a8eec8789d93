/** What every browser in use still paints: more makes an empty picture, on phones first. Pixels. */
const longestSide = 16_384;
const largestArea = 8_192 * 8_192;

export interface PngSize {
  readonly width: number;
  readonly height: number;
  /** Pixels for each unit. */
  readonly scale: number;
  /** The scale is smaller than it was asked for. */
  readonly lowered: boolean;
}

/** @param wanted pixels for each unit */
export function pngSize(
  { width, height }: { readonly width: number; readonly height: number },
  wanted: number,
): PngSize {
  const possible = Math.min(longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));
  const scale = Math.min(wanted, possible);
  // Rounded down, so that a picture at the limit stays within it.
  const pixels = (units: number): number =>
    Math.max(1, scale < wanted ? Math.floor(units * scale) : Math.round(units * scale));
  return { width: pixels(width), height: pixels(height), scale, lowered: scale < wanted };
}
