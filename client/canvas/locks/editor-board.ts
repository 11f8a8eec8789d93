import type { Editor, TLArrowBinding, TLShape, TLShapeId } from 'tldraw';
import type { BoardLookup } from '../../../shared/board/containment.ts';
import { isPlace, type PlacedBoard, type PlaceShape } from '../../../shared/board/locked-places.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { isTemplateShapeType } from '../../../shared/board/template-shapes.ts';

/** The board of a canvas as the rules look at it. Follows every change. */
export function boardOf(editor: Editor): PlacedBoard {
  const zones = editor.store.query.ids('shape', () => ({ type: { eq: 'zone' } }));
  const frames = editor.store.query.ids('shape', () => ({ type: { eq: 'frame' } }));
  return {
    get: (id) => editor.store.get(id as TLShapeId),
    childrenOf: (id) => editor.getSortedChildIdsForParent(id as TLShapeId),
    targetOf: (arrowId, terminal) =>
      editor
        .getBindingsFromShape<TLArrowBinding>(arrowId as TLShapeId, 'arrow')
        .find(({ props }) => props.terminal === terminal)?.toId,
    get places() {
      return [...zones.get(), ...frames.get()];
    },
  };
}

/** The board with one shape as it would be. */
export const withShape = (board: PlacedBoard, shape: TLShape): BoardLookup => ({
  ...board,
  get: (id) => (id === shape.id ? shape : board.get(id)),
});

export const placeShape = (shape: TLShape | undefined): PlaceShape | undefined =>
  isPlace(shape as BoardShape | undefined) ? (shape as unknown as PlaceShape) : undefined;

/** What a board is drawn with, which nobody takes hold of: a lock on it is no news. */
export const isScenery = ({ type }: TLShape): boolean =>
  type === 'frame' || type === 'view' || isTemplateShapeType(type);
