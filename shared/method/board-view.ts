import type { TLFrameShape, TLRecord, TLShapeId } from '@tldraw/tlschema';
import type { CardShape, MirrorShape, RelationShape } from '../board/card-shapes.ts';
import { createGeometry, type Point } from '../board/containment.ts';
import { isShape } from '../board/read-board.ts';
import { plainText } from '../board/rich-text.ts';
import { isUntouchedStarter } from '../board/starter.ts';
import type { ZoneShape } from '../board/template-shapes.ts';
import { continuedPart, pageOf } from './behaviours/scene-continuation.ts';
import type { Fields } from './cards/fields.ts';
import type { CardKind } from './cards/kinds.ts';
import type { Frame, Template, Zone } from './template.ts';

/** Where something on a board is: the shapes it lies in, and what the template says of them. */
export interface Spot {
  readonly frameShape: TLFrameShape | null;
  readonly zoneShape: ZoneShape | null;
  /** Null for what people drew themselves, and for a frame that another template brought. */
  readonly frame: Frame | null;
  readonly zone: Zone | null;
}

export interface CardView extends Spot {
  readonly id: TLShapeId;
  readonly shape: CardShape;
  readonly kind: CardKind;
  readonly title: string;
  readonly fields: Fields;
  /** Nothing was written into it yet. */
  readonly isGhost: boolean;
  /** Who made it, as the server noted it. */
  readonly author: string | null;
  readonly createdAtMs: number | null;
  /** In page coordinates. */
  readonly centre: Point;
}

export interface MirrorView extends Spot {
  readonly shape: MirrorShape;
  readonly card: CardView;
  /** In page coordinates. */
  readonly centre: Point;
}

/** A frame of the template as it stands on the board: its own, or a continuation of it. */
export interface FrameView {
  readonly frame: Frame;
  readonly shape: TLFrameShape;
  /** 0 for the template's own, 1 for its first continuation. */
  readonly page: number;
}

/** The cards of a board and what is between them; the reading side of the method. */
export interface BoardView {
  readonly cards: ReadonlyMap<string, CardView>;
  readonly mirrors: readonly MirrorView[];
  readonly frames: readonly FrameView[];
  /** Whose two cards are both there. */
  readonly relations: readonly RelationShape[];
}

export function viewBoard(records: ReadonlyMap<string, TLRecord>, template: Template): BoardView {
  const { centreOf, placeOf } = createGeometry(records);
  const spotOf = createSpots(template);
  const shapes = [...records.values()].filter(isShape);
  const cards = new Map<string, CardView>();
  for (const shape of shapes) {
    if (shape.type !== 'card') continue;
    const place = placeOf(shape);
    const { author, created } = shape.meta;
    cards.set(shape.id, {
      ...spotOf(place.frame, place.zone),
      id: shape.id,
      shape,
      kind: shape.props.kind,
      title: plainText(shape.props.richText as Parameters<typeof plainText>[0]),
      fields: shape.props.fields,
      isGhost: isGhost(shape),
      author: typeof author === 'string' ? author : null,
      createdAtMs: typeof created === 'number' ? created : null,
      centre: centreOf(shape),
    });
  }
  const mirrors = shapes.flatMap((shape): MirrorView[] => {
    const card = shape.type === 'mirror' ? cards.get(shape.props.of) : undefined;
    if (shape.type !== 'mirror' || card === undefined) return [];
    const place = placeOf(shape);
    return [{ ...spotOf(place.frame, place.zone), shape, card, centre: centreOf(shape) }];
  });
  const frames = shapes.flatMap((shape): FrameView[] => {
    const { frame } = shape.type === 'frame' ? spotOf(shape, null) : { frame: null };
    return shape.type !== 'frame' || frame === null ? [] : [{ frame, shape, page: pageOf(shape.id, template) }];
  });
  const relations = shapes.filter(
    (shape): shape is RelationShape =>
      shape.type === 'relation' && cards.has(shape.props.from) && cards.has(shape.props.to),
  );
  return { cards, mirrors, frames, relations };
}

/** A card that still only invites: nobody has written into it. */
const isGhost = (card: CardShape): boolean => isUntouchedStarter(card);

/**
 * Reads the template's frame and zone from the path that seeding noted on their shapes; of a continuation, which a canvas
 * made, from its id.
 */
export function createSpots(template: Template): (frame: TLFrameShape | null, zone: ZoneShape | null) => Spot {
  const pathOf = ({ id, meta }: TLFrameShape | ZoneShape): readonly string[] => {
    const noted: unknown = meta.template;
    if (typeof noted === 'string') return noted.split('/');
    const part = continuedPart(id, template);
    return part === null ? [] : [template.id, part.frame.id, ...(part.zone === null ? [] : [part.zone.id])];
  };
  return (frameShape, zoneShape) => {
    const shape = zoneShape ?? frameShape;
    const [templateId, frameId, zoneId] = shape === null ? [] : pathOf(shape);
    const frame = templateId === template.id ? (template.frames.find(({ id }) => id === frameId) ?? null) : null;
    const zone = zoneShape === null ? null : (frame?.zones.find(({ id }) => id === zoneId) ?? null);
    return { frameShape, zoneShape, frame, zone };
  };
}
