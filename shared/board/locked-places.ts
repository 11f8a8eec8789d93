import type { TLFrameShape } from '@tldraw/tlschema';
import { type BoardLookup, contains, createCentres, lookUp, type Records } from './containment.ts';
import { cardsOf } from './ends.ts';
import type { AnyRecord } from './groups.ts';
import { type BoardShape, isShape } from './read-board.ts';
import type { ZoneShape } from './template-shapes.ts';

export type PlaceShape = TLFrameShape | ZoneShape;

export const isPlace = (shape: BoardShape | undefined): shape is PlaceShape =>
  shape?.type === 'frame' || shape?.type === 'zone';

/** A board with its frames and zones at hand. */
export interface PlacedBoard extends BoardLookup {
  /** Ids of its frames and zones. */
  readonly places: Iterable<string>;
}

/** One state of a board as a whole. */
export const placedBoard = (records: Records): PlacedBoard => ({
  ...lookUp(records),
  places: [...records.values()].flatMap((record) => (isShape(record) && isPlace(record) ? [record.id] : [])),
});

/** @param nameOf what a lock calls a frame or zone */
export function lockedShapes(
  board: PlacedBoard,
  locked: ReadonlySet<string>,
  nameOf: (place: PlaceShape) => string,
): readonly PlaceShape[] {
  if (locked.size === 0) return [];
  return [...board.places]
    .map((id) => board.get(id) as BoardShape | undefined)
    .filter(isPlace)
    .filter((place) => locked.has(nameOf(place)));
}

/**
 * Whether something stands in what is locked: with its centre, as a part of it, or because something in it does. What joins
 * two cards stands there when both do: everybody may point at what is locked.
 * @param locked frames and zones of the same board
 */
export function createStandsIn(board: BoardLookup, locked: readonly PlaceShape[]): (shape: BoardShape) => boolean {
  if (locked.length === 0) return () => false;
  const ids = new Set<string>(locked.map(({ id }) => id));
  const centreOf = createCentres(board);
  const isWithin = (shape: BoardShape): boolean => {
    const seen = new Set<string>();
    for (let at: BoardShape | undefined = shape; isShape(at) && !seen.has(at.id); ) {
      if (ids.has(at.id)) return true;
      seen.add(at.id);
      at = board.get(at.parentId) as BoardShape | undefined;
    }
    if (shape.type === 'relation') {
      const ends = cardsOf(shape as unknown as AnyRecord).map(board.get);
      return ends.every((end) => isShape(end) && isWithin(end));
    }
    const centre = centreOf(shape);
    return locked.some((place) => contains(board, place, centre));
  };
  return (shape) => subtreeOf(board, shape).some(isWithin);
}

/** A shape and everything in it. Ends also on a damaged board, where a group may hold itself. */
export function subtreeOf(board: BoardLookup, shape: BoardShape): readonly BoardShape[] {
  const found = [shape];
  const seen = new Set<string>([shape.id]);
  for (const { id } of found) {
    for (const childId of board.childrenOf(id)) {
      const child = board.get(childId);
      if (!isShape(child) || seen.has(childId)) continue;
      seen.add(childId);
      found.push(child);
    }
  }
  return found;
}
