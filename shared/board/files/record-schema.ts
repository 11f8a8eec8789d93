import { z } from 'zod';
import { fieldNames, fieldSchema } from '../../method/cards/fields.ts';
import { cardKinds } from '../../method/cards/kinds.ts';
import { relationKinds, relationStates, relationTies } from '../../method/cards/relations.ts';
import { cardFaces, viewNames } from '../card-shapes.ts';
import { tones, zoneHeads, zoneRoles, zoneSigns } from '../template-shapes.ts';

/**
 * The records of a board file, as a programme that has never seen a board can check them. tldraw's own shapes are told by
 * their outer form alone; what their props hold is tldraw's to say.
 */

const meta = z.looseObject({
  author: z.string().optional().meta({ description: 'Id of the participant who wrote it' }),
  created: z.number().optional().meta({ description: 'Milliseconds since 1970, UTC' }),
  template: z.string().optional().meta({ description: 'What the template put there: <template>/<frame>/<zone>' }),
  starter: z.string().optional().meta({ description: 'The words that a starter invites with' }),
});

const idOf = (kind: string) => z.string().regex(new RegExp(`^${kind}:[\\x21-\\x7e]{1,200}$`));
const shapeId = idOf('shape');
const size = z.number().positive();
const richText = z
  .looseObject({ type: z.literal('doc'), content: z.array(z.unknown()) })
  .meta({ description: 'A document of ProseMirror: paragraphs, lists, marks' });

const shapeOf = <Type extends string, Props extends z.ZodType>(type: z.ZodType<Type>, props: Props) =>
  z.object({
    typeName: z.literal('shape'),
    id: shapeId,
    type,
    parentId: z.union([idOf('page'), shapeId]),
    index: z.string().meta({ description: 'Order among the siblings: a fractional index' }),
    x: z.number().meta({ description: 'Board units from the left edge of the parent' }),
    y: z.number(),
    rotation: z.number().meta({ description: 'Radians, clockwise' }),
    isLocked: z.boolean(),
    opacity: z.number().min(0).max(1),
    props,
    meta,
  });

const drawn = { w: size, h: size, face: z.enum(cardFaces), textSize: size, pinned: z.boolean() };

const fields = z.strictObject(Object.fromEntries(fieldNames.map((name) => [name, fieldSchema(name).optional()])));

const card = shapeOf(
  z.literal('card'),
  z.object({ ...drawn, kind: z.enum(cardKinds), richText, fields, placeholder: z.string() }),
).meta({ description: 'A card: its title is the rich text, everything else it says is a field' });

const mirror = shapeOf(z.literal('mirror'), z.object({ ...drawn, of: shapeId })).meta({
  description: 'The second place of a card',
});

const relation = shapeOf(
  z.literal('relation'),
  z.object({
    from: shapeId,
    to: shapeId,
    kind: z.enum(relationKinds),
    tie: z.enum(relationTies).meta({ description: 'What flows, where the kind is `relates`' }),
    strength: z.number().int().min(1).max(3),
    state: z.enum(relationStates),
    direction: z.enum(['one-way', 'both']),
    note: z.string(),
  }),
).meta({ description: 'An edge between two cards' });

const box = { w: z.number().nonnegative(), h: z.number().nonnegative() };
const heading = shapeOf(
  z.literal('heading'),
  z.object({
    ...box,
    ...{ step: z.number(), title: z.string(), question: z.string(), chips: z.array(z.string()) },
    ...{ titleSize: z.number(), questionSize: z.number(), dismissed: z.array(z.string()).optional() },
  }),
);
const zone = shapeOf(
  z.literal('zone'),
  z.object({
    ...box,
    ...{ form: z.enum(['rectangle', 'ellipse']), role: z.enum(zoneRoles), sign: z.enum(zoneSigns) },
    ...{ head: z.enum(zoneHeads), headWidth: z.number(), title: z.string(), prompt: z.string() },
    ...{ titleSize: z.number(), promptSize: z.number() },
  }),
).meta({ description: 'A field of a frame that cards are put into' });
const label = shapeOf(
  z.literal('label'),
  z.object({
    ...box,
    ...{ text: z.string(), size: z.number(), weight: z.union([z.literal(500), z.literal(700)]) },
    ...{ align: z.enum(['left', 'center', 'right']), tone: z.enum(tones), plate: z.enum(['none', 'box', 'pill']) },
  }),
);
const mark = shapeOf(
  z.literal('mark'),
  z.object({
    ...box,
    ...{ path: z.string(), tone: z.enum(tones), fill: z.enum(['none', 'paper', 'solid']) },
    ...{ strokeWidth: z.number(), dash: z.enum(['solid', 'dashed', 'dotted']) },
  }),
);
const view = shapeOf(z.literal('view'), z.object({ ...box, view: z.enum(viewNames) })).meta({
  description: 'A picture that follows from the cards; its content is not in the file',
});

const ofTldraw = shapeOf(
  z.enum(['arrow', 'draw', 'frame', 'geo', 'group', 'highlight', 'image', 'line', 'note', 'text', 'video']),
  z.looseObject({}),
).meta({ description: "One of tldraw's own shapes" });

export const FileRecord = z.union([
  z.object({ typeName: z.literal('document'), id: idOf('document'), name: z.string(), gridSize: z.number(), meta }),
  z.object({ typeName: z.literal('page'), id: idOf('page'), name: z.string(), index: z.string(), meta }),
  z.object({
    ...{ typeName: z.literal('binding'), id: idOf('binding'), type: z.literal('arrow') },
    ...{ fromId: shapeId, toId: shapeId, props: z.looseObject({}), meta },
  }),
  z.object({
    ...{ typeName: z.literal('asset'), id: idOf('asset'), type: z.enum(['image', 'video', 'bookmark']) },
    ...{ props: z.looseObject({}), meta },
  }),
  card,
  mirror,
  relation,
  heading,
  zone,
  label,
  mark,
  view,
  ofTldraw,
]);
