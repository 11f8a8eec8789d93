/** A picture that was read whole. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The same picture without whatever it does not take to draw it: comments, places, times, colour profiles. */
  readonly bytes: Uint8Array;
}

/** Of both sides, in pixels; a larger picture is not unpacked. */
export interface LargestSize {
  readonly maxWidth: number;
  readonly maxHeight: number;
}

/** `unknown` is also one that is broken, or that something hangs on. */
export type PictureAnswer = Picture | 'unknown' | 'too-large';

export const fits = (width: number, height: number, { maxWidth, maxHeight }: LargestSize): boolean =>
  width <= maxWidth && height <= maxHeight;
