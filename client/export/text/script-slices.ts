import type { Range } from './scripts.ts';

/** A script of thousands of letters comes in slices of a few dozen; one that is a single file is one slice. */
export const slicedScripts = ['han', 'hangul', 'emoji'] as const;
export type SlicedScript = (typeof slicedScripts)[number];

export type SliceName = `${SlicedScript}-${number}`;

/** A WOFF2 file. The scripts besides emoji are variable in weight. */
export interface Slice {
  readonly name: SliceName;
  /** Code points, from and to in turn, both included. */
  readonly ranges: readonly number[];
}

export const scriptOfSlice = (name: SliceName): SlicedScript =>
  slicedScripts.find((script) => name.startsWith(`${script}-`)) ?? 'han';

export const pairsOf = (ranges: Slice['ranges']): Range[] =>
  ranges.flatMap((from, at): Range[] => (at % 2 === 0 ? [[from, ranges[at + 1] ?? from]] : []));

export function holds(ranges: Slice['ranges'], codePoint: number): boolean {
  for (let at = 0; at < ranges.length; at += 2)
    if (codePoint >= (ranges[at] ?? 0) && codePoint <= (ranges[at + 1] ?? 0)) return true;
  return false;
}
