import type { RecordProps, TLBaseShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';

/**
 * Shapes that only a template puts on a board. They are locked, children of their frame, and cheap to draw: no rich text,
 * nothing measured. Sizes in board units.
 */

/** Band at the top of a frame: colour bar of the step, number and title, one guiding question, chips of imported inputs. */
export type HeadingShape = TLBaseShape<
  'heading',
  {
    w: number;
    h: number;
    step: number;
    title: string;
    question: string;
    chips: string[];
    titleSize: number;
    questionSize: number;
    /** On a board's first heading: help about the whole board that a facilitator put aside, as `ALL-1: why`. */
    dismissed?: string[];
  }
>;
export const headingProps: RecordProps<HeadingShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  step: T.positiveInteger,
  title: T.string,
  question: T.string,
  chips: T.arrayOf(T.string),
  titleSize: T.positiveNumber,
  questionSize: T.positiveNumber,
  dismissed: T.arrayOf(T.string).optional(),
};

/** What a zone is for; colour and a second sign follow from it. */
export const zoneRoles = [
  'work',
  'locked',
  'result',
  'affected',
  'generated',
  'problem',
  'cause',
  'effect',
  'keep',
  'change',
  'stop',
  'start',
] as const;
export type ZoneRole = (typeof zoneRoles)[number];

/** Where a zone's title and prompt stand: above its body, in a gutter at the left, or nowhere. */
export const zoneHeads = ['top', 'left', 'none'] as const;
export type ZoneHead = (typeof zoneHeads)[number];

/** A small figure beside a zone's title: never colour alone. */
export const zoneSigns = ['none', 'lock', 'voice', 'triangle', 'square', 'diamond'] as const;
export type ZoneSign = (typeof zoneSigns)[number];

export type ZoneShape = TLBaseShape<
  'zone',
  {
    w: number;
    h: number;
    form: 'rectangle' | 'ellipse';
    role: ZoneRole;
    sign: ZoneSign;
    head: ZoneHead;
    /** Width of the gutter for head `left`; 0 otherwise. */
    headWidth: number;
    title: string;
    prompt: string;
    titleSize: number;
    promptSize: number;
  }
>;
export const zoneProps: RecordProps<ZoneShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  form: T.literalEnum('rectangle', 'ellipse'),
  role: T.literalEnum(...zoneRoles),
  sign: T.literalEnum(...zoneSigns),
  head: T.literalEnum(...zoneHeads),
  headWidth: T.positiveNumber,
  title: T.string,
  prompt: T.string,
  titleSize: T.positiveNumber,
  promptSize: T.positiveNumber,
};

/** Colours by what they mean; the canvas maps each to paper, line and ink for light and dark. */
export const tones = [
  'ink',
  'muted',
  'line',
  'plain',
  'head',
  'locked',
  'result',
  'voice',
  'problem',
  'cause',
  'effect',
  'actor',
  'impact',
  'lesson',
  'kpi',
  'action',
  'criterion',
] as const;
export type Tone = (typeof tones)[number];

/** Fixed text: axis names, column heads, legends; on a plate where it heads a row, a column or a ring. */
export type LabelShape = TLBaseShape<
  'label',
  {
    w: number;
    h: number;
    text: string;
    size: number;
    weight: 500 | 700;
    align: 'left' | 'center' | 'right';
    tone: Tone;
    plate: 'none' | 'box' | 'pill';
  }
>;
export const labelProps: RecordProps<LabelShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  text: T.string,
  size: T.positiveNumber,
  weight: T.literalEnum(500, 700) as T.Validatable<500 | 700>,
  align: T.literalEnum('left', 'center', 'right'),
  tone: T.literalEnum(...tones),
  plate: T.literalEnum('none', 'box', 'pill'),
};

/** Drawn lines and fields without text: axes, bones, wedges, cells, boxes to tick. One shape may hold many of them. */
export type MarkShape = TLBaseShape<
  'mark',
  {
    w: number;
    h: number;
    /** SVG path with absolute M, L, C, A and Z only, in the shape's own coordinates. */
    path: string;
    tone: Tone;
    /** Whether closed parts get the tone's paper, or its line colour when `solid`. */
    fill: 'none' | 'paper' | 'solid';
    strokeWidth: number;
    dash: 'solid' | 'dashed' | 'dotted';
  }
>;
const pathText = /^[MLCAZ0-9eE .-]*$/;
export const markProps: RecordProps<MarkShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  path: T.string.check((path) => {
    if (!pathText.test(path)) throw new T.ValidationError('Expected a path of absolute M, L, C, A and Z');
  }),
  tone: T.literalEnum(...tones),
  fill: T.literalEnum('none', 'paper', 'solid'),
  strokeWidth: T.positiveNumber,
  dash: T.literalEnum('solid', 'dashed', 'dotted'),
};

export type TemplateShape = HeadingShape | ZoneShape | LabelShape | MarkShape;
export const templateShapeTypes = ['heading', 'zone', 'label', 'mark'] as const;
export const isTemplateShapeType = (type: unknown): type is TemplateShape['type'] =>
  templateShapeTypes.some((known) => known === type);
