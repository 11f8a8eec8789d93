import { z } from 'zod';
import { TemplateId } from '../api/templates.ts';
import { Language } from '../api/text.ts';
import { cardFaces, viewNames } from '../board/card-shapes.ts';
import { tones, zoneRoles, zoneSigns } from '../board/template-shapes.ts';
import { type FieldName, type Fields, fieldSchema, isFieldName } from './cards/fields.ts';
import { cardKinds } from './cards/kinds.ts';
import { dateNames } from './dates.ts';

/**
 * A template is data: frames with zones, labels, drawn marks and starters, in every language. Positions are whole board
 * units relative to their frame. `{name}` in a text stands for one of the dates that follow from the day of creation.
 */
const Text = z.record(Language, z.string().min(1).refine(knowsItsDates, { error: 'names an unknown date' }));
export type Text = z.output<typeof Text>;

function knowsItsDates(text: string): boolean {
  return [...text.matchAll(/\{(.*?)\}/g)].every(([, name]) => dateNames.some((known) => known === name));
}

const Box = z.object({ x: z.int(), y: z.int(), w: z.int().positive(), h: z.int().positive() });
export type Box = z.output<typeof Box>;

const Id = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);

export const papers = {
  A4: { w: 1600, h: 1131, pad: 12, titleSize: 22, promptSize: 17, footSize: 16 },
  A3: { w: 2240, h: 1584, pad: 14, titleSize: 28, promptSize: 23, footSize: 22 },
} as const;
export type Paper = keyof typeof papers;

/** Text that invites to be overwritten, in a dashed box. */
const Starter = z.object({
  text: Text,
  /** Where it stands; the start of the zone's body by default. */
  box: Box.optional(),
  /** Of the text in a box, in board units; by default the smallest of tldraw's that reads on this paper. */
  textSize: z.number().min(16).optional(),
});
export type Starter = z.output<typeof Starter>;

/**
 * How cards stand in a zone. `grid` row by row, `single` one that fills it, `slots` and `rows` below each other; `tree`,
 * `matrix`, `rings`, `time` and `minitree` by what the cards say; `form` one card with labelled lines; `free` where people
 * put them; `none` for zones that hold no cards of their own.
 */
export const layouts = [
  'grid',
  'single',
  'slots',
  'rows',
  'tree',
  'minitree',
  'matrix',
  'rings',
  'time',
  'form',
  'free',
  'none',
] as const;
export type Layout = (typeof layouts)[number];

function isLegalFields(value: unknown): boolean {
  return Object.entries(value as object).every(
    ([name, held]) => isFieldName(name) && fieldSchema(name).safeParse(held).success,
  );
}

/** What a card shows in one column of its face, or on one line of a form. */
const CardColumn = z.object({
  field: z.union([
    z.literal('title'),
    z.custom<FieldName>((name) => typeof name === 'string' && isFieldName(name), { error: 'shows an unknown field' }),
  ]),
  /** From the card's left edge, in board units. */
  x: z.int().nonnegative(),
  w: z.int().positive(),
  /** What it is called where the face names it; by default as the field's column is. */
  label: Text.optional(),
});
export type CardColumn = z.output<typeof CardColumn>;
export type CardColumnInput = z.input<typeof CardColumn>;

const Zone = z.object({
  id: Id,
  box: Box,
  form: z.enum(['rectangle', 'ellipse']).default('rectangle'),
  role: z.enum(zoneRoles).default('work'),
  sign: z.enum(zoneSigns).default('none'),
  head: z.enum(['top', 'left', 'none']).default('none'),
  /** Height of a head at the top, width of one at the left: what the longest of the languages needs. */
  headSize: z.int().nonnegative().default(0),
  title: Text.optional(),
  /** A title that no reader sees on the board, because a column or row head says it: for exports. */
  name: Text.optional(),
  prompt: Text.optional(),
  titleSize: z.number().positive().optional(),
  /** Zone of the same frame that this one lies in. */
  within: Id.optional(),
  /** What a new card here is; null where people put no cards. */
  cardKind: z.enum(cardKinds).nullable(),
  layout: z.enum(layouts),
  /** How cards look here; by default as their layout has them. */
  face: z.enum(cardFaces).optional(),
  /** For the faces `row` and `form`: what they show, in this order. */
  columns: z.array(CardColumn).optional(),
  /** What being here says about a card, beside what its layout reads from the place. */
  sets: z.custom<Fields>(isLegalFields, { error: 'sets an unknown field or value' }).default({}),
  /** A picture drawn from the cards, over the whole zone and under them. */
  view: z.enum(viewNames).optional(),
  /** How much fits, per step of card size. */
  capacity: z.record(z.string(), z.int().nonnegative()).default({}),
  axes: z.object({ x: z.string(), y: z.string(), min: z.int(), max: z.int(), plot: Box }).optional(),
  /** By default one ghost with the prompt, or the title where there is none. */
  starters: z.array(Starter).optional(),
});
export type Zone = z.output<typeof Zone>;

const Label = z.object({
  /** Before turning, about the centre. */
  box: Box,
  text: Text,
  size: z.number().min(16),
  weight: z.union([z.literal(500), z.literal(700)]).default(700),
  align: z.enum(['left', 'center', 'right']).default('left'),
  tone: z.enum(tones).default('ink'),
  plate: z.enum(['none', 'box', 'pill']).default('none'),
  /** Degrees clockwise. */
  turn: z.number().default(0),
});
export type Label = z.output<typeof Label>;

const Mark = z.object({
  box: Box,
  /** SVG path in frame coordinates. */
  path: z.string(),
  tone: z.enum(tones).default('line'),
  fill: z.enum(['none', 'paper', 'solid']).default('none'),
  strokeWidth: z.number().nonnegative().default(2),
  dash: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
});
export type Mark = z.output<typeof Mark>;

const Frame = z.object({
  id: Id,
  /** What stands before the title: 1, 2, 3a … */
  number: z.string(),
  paper: z.enum(['A4', 'A3']),
  title: Text,
  /** A frame without a guiding question has no heading band. */
  question: Text.optional(),
  chips: z.array(Text).default([]),
  zones: z.array(Zone).default([]),
  /** Drawn in this order above the zones. */
  marks: z.array(Mark).default([]),
  labels: z.array(Label).default([]),
});
export type Frame = z.output<typeof Frame>;

export const Template = z.object({
  id: TemplateId,
  /** Step of the method, 1 to 4; 0 belongs to none. */
  step: z.int().min(0).max(4),
  title: Text,
  frames: z.array(Frame).min(1),
});
export type Template = z.output<typeof Template>;
export type TemplateInput = z.input<typeof Template>;
export type ZoneInput = z.input<typeof Zone>;
export type LabelInput = z.input<typeof Label>;
export type MarkInput = z.input<typeof Mark>;
export type TextInput = z.input<typeof Text>;
