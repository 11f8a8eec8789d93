import type { TextStyle } from '../faces.ts';

/** Width of a text at a size of 1. */
export type Measure = (text: string, style: TextStyle) => number;

/** Cut with an ellipsis where it does not fit. @param width for a size of 1 */
export function shorten(measure: Measure, text: string, style: TextStyle, width: number): string {
  if (measure(text, style) <= width) return text;
  const letters = Array.from(text);
  let [low, high] = [0, letters.length];
  const cut = (length: number): string => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(middle), style) <= width) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}
