import type { Paint, TextOp } from '../display-list.ts';
import type { Box } from '../matrix.ts';

/** What stands for words that nobody could read here: each run as a bar in the units of the text, paler than its letters. */
export function wordBars({ blocks }: TextOp): readonly { readonly box: Box; readonly paint: Paint }[] {
  return blocks.flatMap(({ runs }) =>
    runs.map(({ text, x, y, width, size, paint }) => ({
      box: {
        ...{ x, y: y - size * 0.48, height: size * 0.46 },
        // Most letters are about half as wide as the size.
        width: width ?? size * 0.5 * text.trimEnd().length,
      },
      paint: { colour: paint.colour, alpha: paint.alpha * 0.4 },
    })),
  );
}
