import type { TLFrameShape, TLRecord, TLShapeId } from '@tldraw/tlschema';
import type { CardShape, MirrorShape, RelationShape } from '../board/card-shapes.ts';
import { createGeometry, type Point } from '../board/containment.ts';
import { isShape } from '../board/read-board.ts';
import { plainText } from '../board/rich-text.ts';
import type { ZoneShape } from '../board/template-shapes.ts';
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
}

/** The cards of a board and what is between them; the reading side of the method. */
export interface BoardView {
  readonly cards: ReadonlyMap<string, CardView>;
  readonly mirrors: readonly MirrorView[];
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
    return [{ ...spotOf(place.frame, place.zone), shape, card }];
  });
  const relations = shapes.filter(
    (shape): shape is RelationShape =>
      shape.type === 'relation' && cards.has(shape.props.from) && cards.has(shape.props.to),
  );
  return { cards, mirrors, relations };
}

/** A card that still only invites: nobody has written into it. */
export const isGhost = ({ props }: CardShape): boolean =>
  props.placeholder !== '' && plainText(props.richText as Parameters<typeof plainText>[0]) === '';

/** Reads the template's frame and zone from the path that seeding noted on their shapes. */
function createSpots(template: Template): (frame: TLFrameShape | null, zone: ZoneShape | null) => Spot {
  const frames = new Map(template.frames.map((frame) => [frame.id, frame]));
  const path = (meta: unknown): readonly string[] => {
    const noted = (meta as { template?: unknown } | undefined)?.template;
    return typeof noted === 'string' ? noted.split('/') : [];
  };
  return (frameShape, zoneShape) => {
    const [templateId, frameId, zoneId] = path((zoneShape ?? frameShape)?.meta);
    const frame = templateId === template.id ? (frames.get(frameId ?? '') ?? null) : null;
    const zone = zoneShape === null ? null : (frame?.zones.find(({ id }) => id === zoneId) ?? null);
    return { frameShape, zoneShape, frame, zone };
  };
}
