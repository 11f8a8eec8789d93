import type { CardFace } from '../../board/card-shapes.ts';
import type { FieldName, Fields } from '../cards/fields.ts';
import type { CardKind } from '../cards/kinds.ts';
import type { RelationKind } from '../cards/relations.ts';
import type { Box, Frame, Zone } from '../template.ts';

/** A card or a mirror as a layout sees it. Boxes in frame coordinates, board units. */
export interface Item {
  /** Of the shape that stands here: the card's own, or its mirror's. */
  readonly id: string;
  readonly cardId: string;
  readonly kind: CardKind;
  readonly title: string;
  readonly fields: Fields;
  readonly box: Box;
  readonly zoneId: string;
  readonly pinned: boolean;
  readonly isGhost: boolean;
  /** Orders what is equal otherwise; the same for everybody. */
  readonly order: string;
}

/** Of card to card, whatever stands for them here. */
export interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  /** As of an item: what was drawn first comes first. */
  readonly order: string;
}

/** What one layout has before it: its zones of one frame and all that is in them. */
export interface Scene {
  readonly frame: Frame;
  /** Zones of this layout in the frame; one for layouts that work zone by zone. */
  readonly zones: readonly Zone[];
  readonly items: readonly Item[];
  /** Between any cards of the board. */
  readonly edges: readonly Edge[];
}

/** Where something is to stand, and how it is to look there. */
export interface Placement {
  readonly id: string;
  readonly box: Box;
  readonly face: CardFace;
  readonly textSize: number;
}

/** Where a card that is not there yet would stand. */
export type NewPlace = Omit<Placement, 'id'>;

/** What is missing for cards that found no room: `+ n`, and where they go. */
export interface Arrangement {
  readonly placements: readonly Placement[];
  /** Ids that the zone has no room for, in order; they go to a continuation of the frame. */
  readonly overflow: readonly string[];
}

export interface Drop {
  /** What the new place says about the card; null takes a field away. */
  readonly fields?: Readonly<Partial<Record<FieldName, Fields[string] | null>>>;
  /** The card that it now hangs on, or null for none; undefined leaves its edges alone. */
  readonly parent?: { readonly cardId: string; readonly kind: RelationKind } | null;
}

/**
 * What somebody has in hand, by the ids of its items: where each stood before in this scene, null for what has come from
 * elsewhere.
 */
export type Hand = ReadonlyMap<string, Box | null>;

/**
 * How cards stand in the zones of one layout, and what a place there means.
 *
 * Pure and deterministic: equal scenes give equal arrangements, whatever the order of items and edges. Called in the
 * action of whoever moved, made or changed a card, never in reaction to somebody else.
 */
export interface Behaviour {
  /** Whether the zones of a frame are arranged together or each for itself. */
  readonly scope: 'frame' | 'zone';
  /** Fields that decide about places: a change of one arranges the scene anew. */
  readonly reads: readonly FieldName[];
  /**
   * @param item as it was dropped: its box is where it was let go.
   * @param hand all that was let go together; by default what has come by itself
   */
  drop(scene: Scene, item: Item, zone: Zone, hand?: Hand): Drop;
  /** Pinned items stay, and so do ghosts, which go once a card takes their place. */
  arrange(scene: Scene): Arrangement;
  /**
   * Where one more card of a zone goes while all others stay, in the size that they have. Ghosts count as free room.
   * @returns null where there is no room: then the scene is arranged anew. Left out where a new card moves the others.
   */
  next?(scene: Scene, zone: Zone, fields: Fields): NewPlace | null;
  /**
   * Where a full zone says how many of its cards are on another page, in frame coordinates; null where there is no room
   * to say it. No card of a full zone stands there.
   */
  sign?(zone: Zone, frame: Frame): Box | null;
}
