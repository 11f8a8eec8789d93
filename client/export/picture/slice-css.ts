import type { Slice, SlicedScript } from '../text/script-slices.ts';

/** Emoji have one weight; the other scripts are variable. */
export const weightOfScript = (script: SlicedScript): string => (script === 'emoji' ? '400' : '100 900');

/** As CSS writes the code points of a slice. */
export function unicodeRangeOf(ranges: Slice['ranges']): string {
  const spans: string[] = [];
  for (let at = 0; at < ranges.length; at += 2)
    spans.push(`U+${(ranges[at] ?? 0).toString(16)}-${(ranges[at + 1] ?? 0).toString(16)}`);
  return spans.join(',');
}
