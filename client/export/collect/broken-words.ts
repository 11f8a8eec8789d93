/** Pixels of the window. */
export type Rect = Pick<DOMRect, 'left' | 'top' | 'width'>;

export interface LinePiece {
  /** Within the word, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly rect: Rect;
}

/** Guesses by width that may miss before the search for the end of a line halves what is left. */
const guessesMost = 4;
/** Pixels; no letter that one sees is narrower. */
const nothing = 0.1;

/**
 * What of a word stands on which of its lines, from the first to the last. Each question makes the browser go through all
 * the lines of the text, so there are few: how wide each line is tells nearly how many letters it has.
 * @param ends of the word's letters, each a whole one as people see it
 * @param rectsOf where the browser has what stands between two of them; one or more for each line
 */
export function piecesByLine(
  ends: readonly number[],
  rectsOf: (start: number, end: number) => readonly Rect[],
): readonly LinePiece[] {
  const lines = byLine(rectsOf(0, ends.at(-1) ?? 0));
  const lettersPerPixel = ends.length / Math.max(nothing, widthOf(lines));
  const pieces: LinePiece[] = [];
  let first = 0;
  for (const [index, rect] of lines.entries()) {
    const start = ends[first - 1] ?? 0;
    // Each of the lines below has a letter at least.
    const most = ends.length - (lines.length - 1 - index);
    const last =
      index === lines.length - 1
        ? most
        : lastOnLine(first, most, rect.width, lettersPerPixel, (letters) =>
            byLine(rectsOf(start, ends[letters - 1] ?? start)),
          );
    pieces.push({ start, end: ends[last - 1] ?? start, rect });
    first = last;
  }
  return pieces;
}

/**
 * @param first letters that stand on lines above
 * @param most letters there can be up to the end of this line
 * @param linesUpTo the lines from the first letter of this one on up to so many letters of the word
 * @returns how many letters there are up to the end of the line
 */
function lastOnLine(
  first: number,
  most: number,
  width: number,
  lettersPerPixel: number,
  linesUpTo: (letters: number) => readonly Rect[],
): number {
  let [low, high] = [first + 1, most];
  let guess = first + Math.round(width * lettersPerPixel);
  for (let guesses = 0; low < high; guesses++) {
    const letters = guesses < guessesMost ? Math.min(high, Math.max(low, guess)) : Math.floor((low + high) / 2);
    const [here, ...below] = linesUpTo(letters);
    if (below.length > 0) {
      high = Math.max(low, letters - 1);
      guess = letters - Math.max(1, Math.round(widthOf(below) * lettersPerPixel));
    } else {
      const left = width - (here?.width ?? 0);
      if (left < nothing) return letters;
      low = Math.min(high, letters + 1);
      guess = letters + Math.max(1, Math.round(left * lettersPerPixel));
    }
  }
  return low;
}

const widthOf = (rects: readonly Rect[]): number => rects.reduce((sum, { width }) => sum + width, 0);

/** One for each line: a line has several where its letters come from several scripts. */
function byLine(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.top - rect.top) > 1) {
      lines.push({ left: rect.left, top: rect.top, width: rect.width });
      continue;
    }
    const left = Math.min(last.left, rect.left);
    const right = Math.max(last.left + last.width, rect.left + rect.width);
    lines[lines.length - 1] = { left, top: last.top, width: right - left };
  }
  return lines;
}
