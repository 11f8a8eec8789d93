import { type Computed, computed, type Editor, type TLShapeId } from 'tldraw';
import type { FaceLayout } from '../card-shapes/face-layout.ts';
import { faceOf } from '../card-shapes/face-of.ts';
import type { CardPlace } from './card-places.ts';
import type { MountedShapes } from './mounted-shapes.ts';

/** All that painting a card needs; it follows the card and the step of detail, not the camera. */
export interface PaintedCard extends CardPlace {
  readonly layout: FaceLayout;
  readonly opacity: number;
}

/** The cards that have no element, from the lowest to the highest: made once for all frames in which none of them changes. */
export function createPaintedCards(
  editor: Editor,
  { painted, places }: MountedShapes,
): Computed<readonly PaintedCard[]> {
  // Apart from where they lie, so that a drag asks for no face.
  const layouts = computed<ReadonlyMap<TLShapeId, FaceLayout | undefined>>(
    'layouts of painted cards',
    () => new Map(painted.get().map(({ id }) => [id, faceOf(editor, id)?.layout])),
  );
  return computed('painted cards as drawn', () => {
    const [known, faces] = [places.get(), layouts.get()];
    return painted.get().flatMap(({ id, opacity }): PaintedCard[] => {
      const [place, layout] = [known.get(id), faces.get(id)];
      return place === undefined || layout === undefined ? [] : [{ ...place, layout, opacity }];
    });
  });
}
