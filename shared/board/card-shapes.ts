import type { RecordProps, TLBaseShape, TLRichText, TLShapeId } from '@tldraw/tlschema';
import { createShapePropsMigrationSequence, richTextValidator } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';
import { type Fields, fieldSchema, isFieldName } from '../method/cards/fields.ts';
import { type CardKind, cardKinds } from '../method/cards/kinds.ts';
import {
  type RelationKind,
  type RelationState,
  type RelationTie,
  relationKinds,
  relationStates,
  relationTies,
} from '../method/cards/relations.ts';

/**
 * Shapes with meaning: cards with typed fields, second places of a card, edges between cards, and pictures that follow
 * from the cards. Sizes in board units.
 */

/**
 * How a card is drawn: `card` with kind, title and facts; `node` of a tree; `compact` name of an actor; `row` of a table
 * over its whole width; `form` with labelled lines; `plain` words only, as in a box that has a title already.
 */
export const cardFaces = ['card', 'node', 'compact', 'row', 'form', 'plain'] as const;
export type CardFace = (typeof cardFaces)[number];

interface Drawn {
  w: number;
  h: number;
  face: CardFace;
  /** Of the title, in board units, before it shrinks to fit. */
  textSize: number;
  /** Layouts leave it where it is. */
  pinned: boolean;
}

export type CardShape = TLBaseShape<
  'card',
  Drawn & {
    kind: CardKind;
    /** The title. */
    richText: TLRichText;
    /** One key of the document each, so that two people who change two fields both keep theirs. */
    fields: Fields;
    /** What the card invites to write. A card with an invitation and without words is a ghost. */
    placeholder: string;
  }
>;

/** A card's second place: shows and changes the card's own fields, and can be taken away alone. */
export type MirrorShape = TLBaseShape<'mirror', Drawn & { of: TLShapeId }>;

/** A typed edge. Its place is where its two cards are; its own x, y and rotation are 0. */
export type RelationShape = TLBaseShape<
  'relation',
  {
    from: TLShapeId;
    to: TLShapeId;
    kind: RelationKind;
    tie: RelationTie;
    /** 1 to 3. */
    strength: number;
    state: RelationState;
    direction: 'one-way' | 'both';
    note: string;
  }
>;

/** A picture that follows from the board's cards: drawn anew by every canvas and every export, never stored. */
export const viewNames = [
  'matrix-marks',
  'fishbone',
  'chain-checks',
  'ring-map',
  'balance-heat',
  'balance-bars',
  'mood-line',
  'time-marks',
  'table-cells',
  'more',
] as const;
export type ViewName = (typeof viewNames)[number];
export type ViewShape = TLBaseShape<'view', { w: number; h: number; view: ViewName }>;

const drawn = {
  w: T.positiveNumber.check(isVisible),
  h: T.positiveNumber.check(isVisible),
  face: T.literalEnum(...cardFaces),
  textSize: T.positiveNumber.check(isVisible),
  pinned: T.boolean,
};

function isVisible(value: number): void {
  if (value <= 0) throw new T.ValidationError('Expected a size above 0');
}

const fields = T.unknownObject.check((value) => {
  for (const [name, held] of Object.entries(value)) {
    if (!isFieldName(name)) throw new T.ValidationError(`Expected a known field, got ${name.slice(0, 60)}`);
    if (!fieldSchema(name).safeParse(held).success) throw new T.ValidationError(`Expected a legal ${name}`);
  }
}) as unknown as T.Validatable<Fields>;

const cardProps: RecordProps<CardShape> = {
  ...drawn,
  kind: T.literalEnum(...cardKinds),
  richText: richTextValidator,
  fields,
  placeholder: T.string,
};

const shapeId = T.string.check((id) => {
  if (!id.startsWith('shape:')) throw new T.ValidationError('Expected the id of a shape');
}) as unknown as T.Validatable<TLShapeId>;

const mirrorProps: RecordProps<MirrorShape> = { ...drawn, of: shapeId };

const relationProps: RecordProps<RelationShape> = {
  from: shapeId,
  to: shapeId,
  kind: T.literalEnum(...relationKinds),
  tie: T.literalEnum(...relationTies),
  strength: T.integer.check((value) => {
    if (value < 1 || value > 3) throw new T.ValidationError('Expected a strength from 1 to 3');
  }),
  state: T.literalEnum(...relationStates),
  direction: T.literalEnum('one-way', 'both'),
  note: T.string,
};

const viewProps: RecordProps<ViewShape> = {
  w: T.positiveNumber,
  h: T.positiveNumber,
  view: T.literalEnum(...viewNames),
};

/** Version 0 is what the first boards with cards hold; a later change of props adds a step here. */
const firstVersion = createShapePropsMigrationSequence({ sequence: [] });

/** As tldraw's schema takes them. */
export const cardShapeSchemas = {
  card: { props: cardProps, migrations: firstVersion },
  mirror: { props: mirrorProps, migrations: firstVersion },
  relation: { props: relationProps, migrations: firstVersion },
  view: { props: viewProps, migrations: firstVersion },
};

/** What a method's shapes are called. */
export type MethodShape = CardShape | MirrorShape | RelationShape | ViewShape;
