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
};

/** What a zone is for; colour and a second sign follow from it. */
export const zoneRoles = ['work', 'locked', 'result', 'affected', 'generated'] as const;
export type ZoneRole = (typeof zoneRoles)[number];

/** Where a zone's title and prompt stand: above its body, in a gutter at the left, or nowhere. */
export const zoneHeads = ['top', 'left', 'none'] as const;
export type ZoneHead = (typeof zoneHeads)[number];

export type ZoneShape = TLBaseShape<
  'zone',
  {
    w: number;
    h: number;
    form: 'rectangle' | 'ellipse';
    role: ZoneRole;
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
  head: T.literalEnum(...zoneHeads),
  headWidth: T.positiveNumber,
  title: T.string,
  prompt: T.string,
  titleSize: T.positiveNumber,
  promptSize: T.positiveNumber,
};

/** Fixed text: axis names, column heads, legends. */
export type LabelShape = TLBaseShape<
  'label',
  { w: number; h: number; text: string; size: number; weight: 500 | 700; align: 'left' | 'center' | 'right' }
>;
export const labelProps: RecordProps<LabelShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  text: T.string,
  size: T.positiveNumber,
  weight: T.literalEnum(500, 700) as T.Validatable<500 | 700>,
  align: T.literalEnum('left', 'center', 'right'),
};

export type TemplateShape = HeadingShape | ZoneShape | LabelShape;
export const isTemplateShapeType = (type: string): type is TemplateShape['type'] =>
  type === 'heading' || type === 'zone' || type === 'label';
