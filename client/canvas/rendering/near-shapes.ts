import { type Atom, atom, Box, type Computed, type Editor, react, type TLShapeId } from 'tldraw';
import type { CardPlaces } from './card-places.ts';

/** Side of a tile as a share of the view, rounded to a power of two: the view lies in two to four tiles each way. */
const tileShare = 0.5;

/** The tiles that the view lies in. Panning within them changes nothing, so that nothing is mounted or looked for. */
function areaOf(view: Box): Box {
  const tileOf = (length: number): number => 2 ** Math.round(Math.log2(length)) * tileShare;
  const [w, h] = [tileOf(view.w), tileOf(view.h)];
  const [x, y] = [Math.floor(view.x / w) * w, Math.floor(view.y / h) * h];
  return new Box(x, y, Math.ceil(view.maxX / w) * w - x, Math.ceil(view.maxY / h) * h - y);
}

export interface NearShapes {
  /** Ids of the shapes of the page that are in view or close to it. */
  readonly ids: Atom<ReadonlySet<TLShapeId>>;
  dispose(): void;
}

/**
 * Kept by reactions and not computed: whoever asks in between, as hit tests do many times a second, would have every
 * shape's bounds looked at again to learn that none has changed; and so would every move of the camera.
 */
export function followNearShapes(editor: Editor, places: Computed<CardPlaces>): NearShapes {
  const area = atom('area near the view', areaOf(editor.getViewportPageBounds()), { isEqual: (a, b) => a.equals(b) });
  const stopArea = react('follow the view', () => {
    area.set(areaOf(editor.getViewportPageBounds()));
  });
  const ids = atom<ReadonlySet<TLShapeId>>('shapes near the view', new Set(), { isEqual: isSameSet });
  const stop = react('find shapes near the view', () => {
    const [box, cards] = [area.get(), places.get()];
    const near = new Set<TLShapeId>();
    for (const id of editor.getCurrentPageShapeIds()) {
      const bounds = cards.get(id)?.box ?? editor.getShapePageBounds(id);
      if (bounds !== undefined && box.includes(bounds)) near.add(id);
    }
    ids.set(near);
  });
  return {
    ids,
    dispose() {
      stopArea();
      stop();
    },
  };
}

export const isSameSet = <Item>(a: ReadonlySet<Item>, b: ReadonlySet<Item>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
