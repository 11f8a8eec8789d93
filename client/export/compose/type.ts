import type { SpanType } from './break-lines.ts';

/** Colours of print, as the interface's light theme has them. */
export const ink = {
  text: '#1C2826',
  quiet: '#5E6865',
  line: '#DEDCD2',
  strongLine: '#85857A',
  tint: '#F1F0EA',
  green: '#175C4C',
  paper: '#FFFFFF',
} as const;

/** How a text is set: its look, and the distance of its lines in points. */
export interface Type extends SpanType {
  readonly leading: number;
}

const face = (family: 'text' | 'title', weight: number) => ({ family, weight, italic: false }) as const;
const set = (style: SpanType['style'], size: number, leading: number, colour: string): Type => ({
  style,
  size,
  leading,
  colour,
});

/** Every look of the pages that are set as text. */
export const type = {
  title: set(face('title', 700), 24, 29, ink.text),
  lead: set(face('text', 400), 12, 17, ink.quiet),
  heading: set(face('title', 600), 14, 18, ink.text),
  subheading: set(face('text', 700), 11, 15, ink.text),
  body: set(face('text', 400), 10.5, 15, ink.text),
  bodyStrong: set(face('text', 700), 10.5, 15, ink.text),
  detail: set(face('text', 400), 9.5, 15, ink.quiet),
  caption: set(face('text', 600), 10.5, 15, ink.text),
  cell: set(face('text', 400), 9.5, 13, ink.text),
  cellStrong: set(face('text', 700), 9.5, 13, ink.text),
  columnHead: set(face('text', 600), 9, 12, ink.quiet),
  denseCell: set(face('text', 400), 8.5, 11.5, ink.text),
  denseCellStrong: set(face('text', 700), 8.5, 11.5, ink.text),
  denseColumnHead: set(face('text', 600), 8, 10.5, ink.quiet),
  entry: set(face('text', 600), 11, 15, ink.text),
  subentry: set(face('text', 400), 10.5, 15, ink.text),
  pageNumber: set(face('text', 400), 10.5, 15, ink.quiet),
  organisation: set(face('text', 600), 11, 15, ink.text),
  figure: set(face('title', 600), 20, 24, ink.text),
  figureLabel: set(face('text', 400), 9.5, 12.5, ink.quiet),
  pageHeading: set(face('title', 700), 15, 18, ink.text),
  boardLabel: set(face('text', 600), 10.5, 14, ink.quiet),
  below: set(face('text', 400), 14, 20, ink.quiet),
} as const satisfies Readonly<Record<string, Type>>;
