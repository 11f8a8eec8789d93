import { type Computed, computed, createComputedCache, type Editor, type MatModel, type TLShape } from 'tldraw';
import type { FaceLayout } from '../card-shapes/face-layout.ts';
import { faceOf } from '../card-shapes/face-of.ts';
import type { MountedShapes } from './mounted-shapes.ts';

/** All that painting a card needs; it follows the card and the step of detail, not the camera. */
export interface PaintedCard {
  readonly transform: MatModel;
  readonly layout: FaceLayout;
  readonly opacity: number;
  /** Around it, in page coordinates. */
  readonly box: { readonly x: number; readonly y: number; readonly maxX: number; readonly maxY: number };
}

const cardCache = createComputedCache<Editor, Omit<PaintedCard, 'opacity'> | null, TLShape>(
  'painted card',
  (editor, { id }) => {
    const face = faceOf(editor, id);
    const box = editor.getShapePageBounds(id);
    if (face === null || box === undefined) return null;
    const { x, y, maxX, maxY } = box;
    return { transform: editor.getShapePageTransform(id).clone(), layout: face.layout, box: { x, y, maxX, maxY } };
  },
);

/** The cards that have no element, from the lowest to the highest: made once for all frames in which none of them changes. */
export const createPaintedCards = (editor: Editor, { painted }: MountedShapes): Computed<readonly PaintedCard[]> =>
  computed('painted cards as drawn', () =>
    painted.get().flatMap(({ id, opacity }) => {
      const card = cardCache.get(editor, id);
      return card === null || card === undefined ? [] : [{ ...card, opacity }];
    }),
  );
