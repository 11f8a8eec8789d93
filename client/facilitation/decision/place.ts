interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** In board units: of a decision's card, and between two of them. */
const card = { w: 280, h: 160 } as const;
const gap = 24;
/** From the frame that it was decided in. */
const below = 60;

/**
 * Where the middle of the next decision comes: in a row below its frame, after those that are there.
 * @param frame on the page; null where no frame is worked in
 * @param taken what stands on the page
 */
export function nextPlace(frame: Box | null, taken: readonly Box[]): { readonly x: number; readonly y: number } {
  const { x, y, h } = frame ?? { x: 0, y: 0, h: 0 };
  const top = y + h + below;
  const isFree = (left: number) =>
    !taken.some((box) => box.x < left + card.w && left < box.x + box.w && box.y < top + card.h && top < box.y + box.h);
  let left = x;
  while (!isFree(left)) left += card.w + gap;
  return { x: left + card.w / 2, y: top + card.h / 2 };
}
