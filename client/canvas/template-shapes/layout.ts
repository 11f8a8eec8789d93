import type { HeadingShape, LabelShape, ZoneShape } from '../../../shared/board/template-shapes.ts';
import { type Measure, wrapText } from './wrap.ts';

/** Faces of what is drawn by us: frame titles, heads, titles of cards, everything else, and what only invites. */
export type Face = 'title' | 'strong' | 'semi' | 'text' | 'invitation';
export type MeasureIn = (face: Face, size: number) => Measure;

export interface Line {
  readonly text: string;
  /** Left end of the line and its baseline, in the shape's coordinates. */
  readonly x: number;
  readonly y: number;
}

/** Text that stands together: one size, one colour. */
export interface TextBlock {
  readonly face: Face;
  readonly size: number;
  readonly lines: readonly Line[];
  /** Height that the lines take, from `top`. */
  readonly top: number;
  readonly height: number;
  /** Whether an ellipsis had to stand for the rest. */
  readonly cut: boolean;
}

export interface Space {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface BlockOptions {
  readonly space: Space;
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
}

export function layoutBlock(text: string, options: BlockOptions, measureIn: MeasureIn): TextBlock {
  const { space, face, size, leading, align = 'left', middle = false } = options;
  const measure = measureIn(face, size);
  const lineHeight = size * leading;
  const maxLines = Math.max(1, Math.floor((space.h + 0.5) / lineHeight));
  const all = wrapText(text, space.w, measure);
  const kept = all.length > maxLines ? wrapText(text, space.w, measure, maxLines) : all;
  const height = kept.length * lineHeight;
  const top = middle ? space.y + (space.h - height) / 2 : space.y;
  const lines = kept.map((line, index) => {
    const slack = align === 'left' ? 0 : (space.w - measure(line)) * (align === 'center' ? 0.5 : 1);
    // Half a lower-case letter below the middle of the line: letters then look centred in it.
    return { text: line, x: space.x + slack, y: top + lineHeight * (index + 0.5) + size * 0.33 };
  });
  return { face, size, lines, top, height, cut: all.length > maxLines };
}

const titleLeading = 1.22;
const promptLeading = 1.25;

export interface HeadingLayout {
  readonly title: TextBlock;
  readonly question: TextBlock;
  readonly chips: readonly { readonly box: Space; readonly text: TextBlock }[];
}

/** Left and right margin of a frame. */
export const margin = 40;

export function layoutHeading(props: HeadingShape['props'], measureIn: MeasureIn): HeadingLayout {
  const { w, h, title, question, titleSize, questionSize } = props;
  const chipSize = questionSize - 5;
  const measureChip = measureIn('text', chipSize);
  const chips: HeadingLayout['chips'][number][] = [];
  let right = w - margin;
  for (const chip of [...props.chips].reverse()) {
    const box = { x: right - measureChip(chip) - 28, y: 12, w: measureChip(chip) + 28, h: chipSize + 12 };
    const space = { ...box, x: box.x + 14, w: box.w - 27 };
    chips.unshift({
      box,
      text: layoutBlock(chip, { space, face: 'text', size: chipSize, leading: 1, middle: true }, measureIn),
    });
    right = box.x - 10;
  }
  const questionTop = h - 4 - questionSize * promptLeading;
  const titleSpace = { x: margin, y: 0, w: right - 20 - margin, h: questionTop };
  const questionSpace = { x: margin, y: questionTop, w: w - 2 * margin, h: questionSize * promptLeading };
  return {
    title: layoutBlock(
      title,
      { space: titleSpace, face: 'title', size: titleSize, leading: 1.15, middle: true },
      measureIn,
    ),
    question: layoutBlock(
      question,
      { space: questionSpace, face: 'text', size: questionSize, leading: promptLeading },
      measureIn,
    ),
    chips,
  };
}

export interface ZoneLayout {
  readonly title: TextBlock | null;
  readonly prompt: TextBlock | null;
  /** Centre and half size of the sign. */
  readonly sign: { readonly x: number; readonly y: number; readonly r: number } | null;
}

export function layoutZone(props: ZoneShape['props'], measureIn: MeasureIn): ZoneLayout {
  const { w, h, head, headWidth, title, prompt, titleSize, promptSize, sign } = props;
  if (head === 'none') return { title: null, prompt: null, sign: null };
  const pad = promptSize > 20 ? 14 : 12;
  const width = (head === 'left' ? headWidth : w) - 2 * pad;
  const signSpace = titleSize + 10;
  const figure = sign === 'triangle' || sign === 'square' || sign === 'diamond';
  const beside = sign !== 'none' && head === 'top';
  const titleSpace = {
    x: pad + (figure ? signSpace : 0),
    y: 9,
    w: width - (beside ? signSpace : 0),
    h: h - 9 - pad,
  };
  const titled = layoutBlock(
    title,
    { space: titleSpace, face: 'strong', size: titleSize, leading: titleLeading },
    measureIn,
  );
  const promptTop = titled.top + titled.height + 3;
  const promptSpace = { x: pad, y: promptTop, w: width, h: h - promptTop - pad };
  const options = { space: promptSpace, face: 'text', size: promptSize, leading: promptLeading } as const;
  const r = titleSize * 0.45;
  const middle = titled.top + (titleSize * titleLeading) / 2;
  const place = figure
    ? { x: pad + r, y: middle }
    : beside
      ? { x: w - pad - r, y: middle }
      : { x: pad + r, y: h - pad - r };
  return {
    title: title === '' ? null : titled,
    prompt: prompt === '' ? null : layoutBlock(prompt, options, measureIn),
    sign: sign === 'none' ? null : { ...place, r },
  };
}

const platePadding = { none: 0, box: 10, pill: 6 } as const;

export function layoutLabel(props: LabelShape['props'], measureIn: MeasureIn): TextBlock {
  const { w, h, text, size, weight, align, plate } = props;
  const pad = platePadding[plate];
  const space = { x: pad, y: 0, w: w - 2 * pad, h };
  const face = weight === 700 ? 'strong' : 'text';
  return layoutBlock(text, { space, face, size, leading: titleLeading, align, middle: true }, measureIn);
}
