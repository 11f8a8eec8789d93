import type { DisplayItem, Op, StructureStep, TextRun } from '../display-list.ts';
import type { Line, SpanType } from './break-lines.ts';

/** An item before its page gives it a name and a rank: drafts are read out in the order they are in. */
export type Draft = Pick<DisplayItem, 'figure' | 'structure' | 'ops'>;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Lines and areas, which are not read out. */
export const shapes = (...ops: Op[]): Draft => ({ figure: null, structure: [], ops });

/** What repeats: it is seen and searched, and read out only where it stands first. */
export const unread = ({ ops }: Draft): Draft => ({ figure: '', structure: [], ops });

/** @param baseline where the letters stand, from the top of their line. Points. */
export function text(structure: readonly StructureStep[], runs: readonly TextRun[]): Draft {
  return {
    figure: null,
    structure,
    ops: [{ op: 'text', matrix: [1, 0, 0, 1, 0, 0], halo: null, blocks: [{ role: 'paragraph', runs }] }],
  };
}

export const run = (content: string, { style, size, colour }: SpanType, { x, y }: Place): TextRun => ({
  ...style,
  text: content,
  x,
  y,
  size,
  width: null,
  paint: { colour, alpha: 1 },
  underline: false,
  strike: false,
  link: null,
  marker: false,
});

/** The runs of a line whose left end and baseline are given. */
export const lineRuns = ({ pieces }: Line, { x, y }: Place): TextRun[] =>
  pieces.map(({ text: content, type, x: left, unread: isUnread }) => ({
    ...run(content, type, { x: x + left, y }),
    ...(isUnread && { unread: true as const }),
  }));

/** Left end of a line in its room, on the side it is read from. */
export const startOf = ({ leftwards, width }: Line, x: number, room: number): number =>
  leftwards ? x + room - width : x;

/** From the top of a line to its baseline, so that letters stand in the middle of it. */
export const baselineOf = ({ size, leading }: { readonly size: number; readonly leading: number }): number =>
  leading / 2 + size * 0.33;

const short = (value: number): string => String(Math.round(value * 100) / 100);

export function area(
  { x, y, width, height }: Place & { readonly width: number; readonly height: number },
  colour: string,
  radius = 0,
): Op {
  const [l, t, r, b] = [x, y, x + width, y + height].map(short);
  const [w, h] = [width - 2 * radius, height - 2 * radius].map(short);
  const corner = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`;
  const d =
    radius === 0
      ? `M${l} ${t}H${r}V${b}H${l}Z`
      : `M${short(x + radius)} ${t}h${w}${corner(1, 1)}v${h}${corner(-1, 1)}h-${w}${corner(-1, -1)}v-${h}${corner(1, -1)}Z`;
  return {
    op: 'path',
    matrix: [1, 0, 0, 1, 0, 0],
    d,
    fill: { colour, alpha: 1 },
    evenOdd: false,
    stroke: null,
  };
}

/** Points. */
export const dotDistance = 4;

interface RuleLook {
  readonly colour: string;
  readonly width: number;
  readonly dotted?: boolean;
}

/** A level line. */
export const rule = (from: Place, length: number, { colour, width, dotted = false }: RuleLook): Op => ({
  op: 'path',
  matrix: [1, 0, 0, 1, 0, 0],
  d: `M${short(from.x)} ${short(from.y)}h${short(length)}`,
  fill: null,
  evenOdd: false,
  stroke: {
    paint: { colour, alpha: 1 },
    width,
    dash: dotted ? [0, dotDistance] : [],
    dashOffset: 0,
    cap: dotted ? 'round' : 'butt',
    join: 'miter',
  },
});
