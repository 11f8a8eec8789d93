import type { TLShapeId } from 'tldraw';
import type { RelationShape } from '../../../shared/board/card-shapes.ts';
import type { FieldName, Fields, FieldValue } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { RelationKind } from '../../../shared/method/cards/relations.ts';

/** A zone of the board's template, by the ids of the template. */
export interface ZoneRef {
  readonly frameId: string;
  readonly zoneId: string;
}

export interface NewCard {
  /** By default what the zone is for, `idea` outside of every zone. */
  readonly kind?: CardKind;
  readonly title?: string;
  readonly fields?: Fields;
  /** A zone gives the card its next free place; a point, in page coordinates, is where its middle comes. */
  readonly at: { readonly zone: ZoneRef } | { readonly point: { readonly x: number; readonly y: number } };
  /** Whether one goes on typing into it. */
  readonly edit?: boolean;
}

/** Null takes a field away. */
export type FieldChanges = Readonly<Partial<Record<FieldName, FieldValue | null>>>;

/** A kind that the two cards cannot have changes nothing. */
export type RelationChanges = Partial<
  Pick<RelationShape['props'], 'kind' | 'tie' | 'strength' | 'state' | 'direction' | 'note'>
>;

/**
 * All that people do with cards, whether on the canvas, in the drawer, in the table or by keyboard. Each call is one step
 * of undo, with everything that follows from it: cards that make room, fields that a new place means, edges, mirrors.
 * What others did meanwhile stays. Nothing here may run in reaction to somebody else's change.
 *
 * Locked cards and a read-only board are left as they are.
 */
export interface CardActions {
  create(card: NewCard): TLShapeId;
  /** Many at once, as from a spreadsheet: they come to one place and are arranged together. */
  createMany(cards: readonly Pick<NewCard, 'kind' | 'title' | 'fields'>[], at: NewCard['at']): readonly TLShapeId[];
  /** Asks once more: an empty card that hangs on this one, open for writing. @returns null where the kind has no branches. */
  branch(cardId: string): TLShapeId | null;
  setFields(cardId: string, changes: FieldChanges): void;
  /** Merges with what others type into the title at the same time. */
  setTitle(cardId: string, title: string): void;
  setKind(cardId: string, kind: CardKind): void;
  /** Takes cards away with their mirrors and edges; of a mirror or an edge, only itself. */
  remove(ids: readonly string[]): void;
  /** Joins two cards, or changes the edge of this kind that is there. @returns null where these kinds cannot be joined. */
  link(from: string, to: string, kind: RelationKind, props?: RelationChanges): TLShapeId | null;
  /** Joins two cards by what their kinds mean to each other, whichever way round. @returns null where they mean nothing. */
  connect(from: string, to: string): TLShapeId | null;
  setRelation(relationId: string, changes: RelationChanges): void;
  /** Shows a card in one more place. @returns the mirror that is there already, if one is. */
  mirror(cardId: string, at: NewCard['at']): TLShapeId;
  /** Puts cards and mirrors into another place, which has its say about them. */
  moveTo(ids: readonly string[], at: NewCard['at']): void;
  setPinned(ids: readonly string[], pinned: boolean): void;
  /**
   * Gives cards that belong together a name, or takes them out of their cluster where it is empty. In a tree a new card of
   * that name takes the place above them. Where cards stand by something else, nothing changes.
   * @returns how many cards are in another cluster now, or hang elsewhere
   */
  cluster(ids: readonly string[], name: string): number;
  /** Notes and texts become cards of what their place is for, with the same words and place. */
  toCards(ids: readonly string[]): readonly TLShapeId[];
  toNotes(ids: readonly string[]): readonly TLShapeId[];
  /** Gives what was moved by hand its place, and takes over what that place means. */
  settle(ids: readonly string[]): void;
  /** Arranges a zone, or every zone of a frame, anew. */
  tidy(frameId: string, zoneId?: string): void;
}
