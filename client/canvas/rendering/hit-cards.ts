import type { Computed, Editor, TLShape, VecLike } from 'tldraw';
import type { CardPlaces } from './card-places.ts';

type HitOptions = NonNullable<Parameters<Editor['getShapeAtPoint']>[1]>;

/**
 * Cards are boxes: whether a point is on one is asked of its bounds first. tldraw would turn the point into the space of every
 * shape of the page, for each step of the pointer and of the camera.
 *
 * It asks for its shapes by one of two methods, which say the fewer ones while it looks.
 */
export function hitCardsByBounds(editor: Editor, places: Computed<CardPlaces>): void {
  const { getShapeAtPoint, getCurrentPageShapesSorted, getCurrentPageRenderingShapesSorted } = editor;
  const own = { getCurrentPageShapesSorted, getCurrentPageRenderingShapesSorted };
  editor.getShapeAtPoint = (point, options = {}) => {
    const list = options.renderingOnly === true ? getCurrentPageRenderingShapesSorted : getCurrentPageShapesSorted;
    const shapes = withinReach(list.call(editor), places.get(), point, options);
    Object.assign(editor, {
      getCurrentPageShapesSorted: () => shapes,
      getCurrentPageRenderingShapesSorted: () => shapes,
    });
    try {
      return getShapeAtPoint.call(editor, point, options);
    } finally {
      Object.assign(editor, own);
    }
  };
}

function withinReach(shapes: TLShape[], places: CardPlaces, { x, y }: VecLike, { margin = 0 }: HitOptions): TLShape[] {
  const reach = Array.isArray(margin) ? Math.max(...margin) : margin;
  return shapes.filter(({ id }) => {
    const box = places.get(id)?.box;
    return (
      box === undefined ||
      (x >= box.minX - reach && y >= box.minY - reach && x <= box.maxX + reach && y <= box.maxY + reach)
    );
  });
}
