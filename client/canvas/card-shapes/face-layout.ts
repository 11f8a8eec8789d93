import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { type Face, layoutBlock, type MeasureIn, type Space, type TextBlock } from '../template-shapes/layout.ts';
import type { Colour } from '../template-shapes/paint.ts';
import type { Measure } from '../template-shapes/wrap.ts';

/** How much of a card is drawn: everything; no facts; two large lines and a large stamp; paper, edge and corner. */
export type Detail = 'full' | 'less' | 'large' | 'block';

export type Drawn = Pick<CardShape['props'], 'w' | 'h' | 'face' | 'textSize'>;

/** A face as boxes, icons and broken lines, in board units from the card's corner; drawn alike on canvas and paper. */
export interface FaceLayout {
  readonly w: number;
  readonly h: number;
  readonly sheet: Sheet;
  readonly patches: readonly Patch[];
  readonly icons: readonly PlacedIcon[];
  readonly texts: readonly FaceText[];
  readonly title: TitleSlot;
}

/** The paper and the line around it. */
export interface Sheet {
  /** Null where the card lies in a box of its zone. */
  readonly fill: Colour | null;
  /** Second colour of a hatched paper. */
  readonly stripe: Colour | null;
  readonly rule: { readonly colour: Colour; readonly width: number; readonly dashed: boolean } | null;
  readonly radius: number;
}

/** A part of one colour: edge, stamp, badge, dot. */
export interface Patch extends Space {
  readonly fill: Colour | null;
  readonly stroke: { readonly colour: Colour; readonly width: number } | null;
  /** Of the corners, clockwise from the upper left. */
  readonly radii: Corners;
}
export type Corners = readonly [number, number, number, number];

export interface PlacedIcon {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
}

export interface FaceText {
  readonly block: TextBlock;
  readonly space: Space;
  readonly align: 'left' | 'center' | 'right';
  readonly colour: Colour;
}

/** Where one types the title, and how it looks there. */
export interface TitleSlot {
  readonly space: Space;
  readonly face: Face;
  readonly size: number;
  /** Line height as a share of the size. */
  readonly leading: number;
  readonly middle: boolean;
  readonly colour: Colour;
  /** The title as it is drawn among the texts; null where nothing is written. */
  readonly text: FaceText | null;
}

export const noCorners: Corners = [0, 0, 0, 0];
export const roundCorners = (radius: number): Corners => [radius, radius, radius, radius];

/** Sizes that go with a text size: cards on A3 sheets are read from farther away. */
export interface Scale {
  /** Of everything but the title; never below what a page of this size needs to be read. */
  readonly small: number;
  /** The title never shrinks below. */
  readonly floor: number;
  readonly pad: number;
  readonly icon: number;
  readonly stampWidth: number;
  readonly footHeight: number;
  readonly badgeHeight: number;
}

const scales: Readonly<Record<'A4' | 'A3', Scale>> = {
  A4: { small: 16, floor: 16, pad: 12, icon: 20, stampWidth: 42, footHeight: 30, badgeHeight: 24 },
  A3: { small: 22, floor: 22, pad: 14, icon: 26, stampWidth: 56, footHeight: 40, badgeHeight: 32 },
};

export const scaleOf = (textSize: number): Scale => scales[textSize >= 22 ? 'A3' : 'A4'];

interface FitOptions {
  readonly space: Space;
  readonly face: Face;
  readonly size: number;
  readonly floor: number;
  readonly leading: number;
  readonly colour: Colour;
  readonly align?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
}

/** Shrinks a text unit by unit until it fits without breaking a word, at most to the floor; there it is cut. */
export function fitText(text: string, options: FitOptions, measureIn: MeasureIn): FaceText {
  const { space, face, floor, leading, colour, align = 'left', middle = false } = options;
  const lowest = Math.min(floor, options.size);
  for (let size = options.size; ; size = Math.max(lowest, size - 1)) {
    const block = layoutBlock(text, { space, face, size, leading, align, middle }, measureIn);
    const fits = !block.cut && widestPart(text, measureIn(face, size)) <= space.w;
    if (fits || size <= lowest) return { block, space, align, colour };
  }
}

const hyphen = '\u00ad';

/** Of what a line can hold at least: a word, or a part of one between soft hyphens. */
function widestPart(text: string, measure: Measure): number {
  let widest = 0;
  for (const word of text.split(/[ \t\n]+/)) {
    const parts = word.split(hyphen);
    for (const [index, part] of parts.entries())
      widest = Math.max(widest, measure(index < parts.length - 1 ? `${part}-` : part));
  }
  return widest;
}

interface LineOptions {
  readonly x: number;
  /** Of the line. */
  readonly middleY: number;
  readonly w: number;
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
  readonly align?: 'left' | 'center' | 'right';
}

/** One line, cut where it is too long. */
export function lineOf(text: string, options: LineOptions, measureIn: MeasureIn): FaceText {
  const { x, middleY, w, face, size, colour, align = 'left' } = options;
  const h = size * 1.25;
  const space = { x, y: middleY - h / 2, w, h };
  return { block: layoutBlock(text, { space, face, size, leading: 1.25, align }, measureIn), space, align, colour };
}

export const discPatch = (
  x: number,
  y: number,
  r: number,
  fill: Colour | null,
  stroke: Patch['stroke'] = null,
): Patch => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, fill, stroke, radii: roundCorners(r) });

/** No two parts of a face have the same. */
export const placeOf = ({ x, y, w, h }: Space): string => `${x} ${y} ${w} ${h}`;

/** Outline of a part with its own corners, as an SVG path. */
export function outlineOf({ x, y, w, h, radii }: Space & { readonly radii: Corners }): string {
  const [a, b, c, d] = radii.map((radius) => Math.min(radius, w / 2));
  const [aw, bw, cw, dw] = [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
  const low = (radius: number): number => Math.min(radius, h);
  const corner = (rx: number, dx: number, dy: number): string => (rx > 0 ? `a${rx} ${low(rx)} 0 0 1 ${dx} ${dy}` : '');
  return [
    `M${x + aw} ${y}H${x + w - bw}${corner(bw, bw, low(bw))}V${y + h - low(cw)}${corner(cw, -cw, low(cw))}`,
    `H${x + dw}${corner(dw, -dw, -low(dw))}V${y + low(aw)}${corner(aw, aw, -low(aw))}Z`,
  ].join('');
}

/** Of the stripes of a hatched paper, and of what is between them. */
const stripeWidth = 10;

/** The second colour of a hatched paper: slanting stripes, cut at the edges. */
export function stripesOf(w: number, h: number): string {
  const stripes: string[] = [];
  for (let from = stripeWidth; from < w + h; from += 2 * stripeWidth) {
    const to = Math.min(from + stripeWidth, w + h);
    const upper = (sum: number): string => `${Math.min(sum, w)} ${sum - Math.min(sum, w)}`;
    const lower = (sum: number): string => `${sum - Math.min(sum, h)} ${Math.min(sum, h)}`;
    const right = from < w && w < to ? `L${w} 0` : '';
    const left = from < h && h < to ? `L0 ${h}` : '';
    stripes.push(`M${upper(from)}${right}L${upper(to)}L${lower(to)}${left}L${lower(from)}Z`);
  }
  return stripes.join('');
}
