import type { StructureStep } from '../display-list.ts';
import { breakLines, type Span } from './break-lines.ts';
import { baselineOf, type Draft, lineRuns, type Place, startOf, text } from './draft.ts';
import type { Row } from './flow.ts';
import type { Measure } from './measure.ts';
import type { Type } from './type.ts';

export interface TextRowOptions {
  readonly width: number;
  /** From the side of the column at which the text begins. */
  readonly indent: number;
  readonly before: number;
  readonly structure: readonly StructureStep[];
  /** Up to so many lines are not divided; of more, two stay together at either end. */
  readonly wholeUpTo: number;
  readonly keepsWithNext: boolean;
  /** Drawn in the indent beside the first line, whose side is that from which the text is read. */
  readonly beside?: (at: Place, leftwards: boolean) => readonly Draft[];
}

/** The height of the lines is that of the first span's type. */
export function textRows(
  measure: Measure,
  spans: readonly (Span & { readonly type: Type })[],
  options: TextRowOptions,
): Row[] {
  const leading = spans[0]?.type.leading ?? 0;
  const lines = breakLines(measure, spans, options.width - options.indent);
  const baseline = baselineOf({ size: spans[0]?.type.size ?? 0, leading });
  return lines.map((line, index) => ({
    height: leading,
    before: index === 0 ? options.before : 0,
    keepsWithNext: index === lines.length - 1 ? options.keepsWithNext : staysTogether(index, lines.length, options),
    repeated: null,
    draw: ({ x, y }) => {
      const left = line.leftwards ? x : x + options.indent;
      const runs = lineRuns(line, { x: startOf(line, left, options.width - options.indent), y: y + baseline });
      const beside = index === 0 ? (options.beside?.({ x, y }, line.leftwards) ?? []) : [];
      return [...beside, text(options.structure, runs)];
    },
  }));
}

const staysTogether = (index: number, lines: number, { wholeUpTo }: TextRowOptions): boolean =>
  lines <= wholeUpTo || index === 0 || index === lines - 2;
