import {
  atom,
  type Computed,
  computed,
  type Editor,
  react,
  type TLRenderingShape,
  type TLShape,
  type TLShapeId,
} from 'tldraw';
import { followNearShapes, isSameSet } from './near-shapes.ts';

/** Below this zoom cards are painted on one canvas; a card of 280 units is under 100 px wide there. */
const paintedBelowZoom = 0.35;
/** Elements made in one frame: more of them would be seen as a stop. */
const mountedPerFrame = 30;

export interface MountedShapes {
  /** Cards near the view that have no element, from the lowest to the highest. */
  readonly painted: Computed<readonly TLRenderingShape[]>;
  /** Where their canvas lies among the elements: above what is under every card. */
  readonly paintedIndex: Computed<number>;
  dispose(): void;
}

const isCard = ({ type }: TLShape): boolean => type === 'card' || type === 'mirror';

/**
 * Gives elements to the shapes near the view only, and to cards only where they are large enough to be read.
 *
 * tldraw keeps an element for every shape of the page and hides those out of view, which is what costs: painting and
 * layers, not React. Invariants: every shape near the view is seen, as an element or on the canvas; cards that lie above
 * something that lies above the canvas are elements. A card keeps its picture on the canvas until its element is there.
 * Both methods replaced here are the editor's own of 3.15.6; `dispose` puts them back.
 */
export function limitMountedShapes(editor: Editor): MountedShapes {
  const { ids: near, dispose: stopNear } = followNearShapes(editor);
  const own = { getRenderingShapes: editor.getRenderingShapes, getCulledShapes: editor.getCulledShapes };
  const all = computed('all shapes', () => own.getRenderingShapes.call(editor));
  const isFar = atom('cards are painted', editor.getZoomLevel() < paintedBelowZoom);
  const stopFar = react('follow the zoom', () => {
    isFar.set(editor.getZoomLevel() < paintedBelowZoom);
  });
  const held = computed<ReadonlySet<TLShapeId>>(
    'shapes in hand',
    () => {
      const ids = new Set<TLShapeId>();
      const editing = editor.getEditingShapeId();
      if (editing !== null) ids.add(editing);
      return ids;
    },
    { isEqual: isSameSet },
  );

  const lowestCard = computed('lowest card', () =>
    all.get().reduce((lowest, { shape, index }) => (isCard(shape) ? Math.min(lowest, index) : lowest), Infinity),
  );

  /** Cards that have to be elements although they are small. */
  const raised = computed<ReadonlySet<TLShapeId>>(
    'cards above other shapes',
    () => {
      if (!isFar.get()) return new Set();
      const ids = near.get();
      const shapes = all.get().filter(({ id }) => ids.has(id));
      const others = shapes.filter(({ shape, index }) => !isCard(shape) && index > lowestCard.get());
      if (others.length === 0) return new Set();
      const boxes = others.map(({ id, index }) => ({ index, box: editor.getShapePageBounds(id) }));
      const isRaised = ({ id, index, shape }: TLRenderingShape): boolean => {
        const bounds = isCard(shape) ? editor.getShapePageBounds(id) : undefined;
        return bounds !== undefined && boxes.some((other) => other.index < index && other.box?.collides(bounds));
      };
      return new Set(shapes.filter(isRaised).map(({ id }) => id));
    },
    { isEqual: isSameSet },
  );

  const wanted = computed<ReadonlySet<TLShapeId>>(
    'cards that are to be elements',
    () => {
      const ids = near.get();
      const few = isFar.get();
      return new Set(
        all
          .get()
          .filter(({ id, shape }) => isCard(shape) && ids.has(id) && (!few || raised.get().has(id)))
          .map(({ id }) => id),
      );
    },
    { isEqual: isSameSet },
  );

  const mounted = atom<ReadonlySet<TLShapeId>>('cards that are elements', new Set());
  let frame = 0;
  /** Takes away at once, adds some. */
  const step = () => {
    frame = 0;
    const goal = wanted.get();
    const now = mounted.get();
    const missing = [...goal].filter((id) => !now.has(id));
    const kept = [...now].filter((id) => goal.has(id));
    if (missing.length > 0 || kept.length < now.size)
      mounted.set(new Set([...kept, ...missing.slice(0, mountedPerFrame)]));
    if (missing.length > mountedPerFrame) frame = requestAnimationFrame(step);
  };
  const stopMounting = react('mount cards', () => {
    wanted.get();
    if (frame === 0) step();
  });

  const isElement = ({ id, shape }: TLRenderingShape): boolean =>
    held.get().has(id) || (isCard(shape) ? mounted.get().has(id) : near.get().has(id));
  const rendering = computed('shapes that are elements', () => all.get().filter(isElement));
  const culled = computed<Set<TLShapeId>>('shapes out of view', () => {
    const ids = near.get();
    return new Set([...editor.getCurrentPageShapeIds()].filter((id) => !ids.has(id) && !held.get().has(id)));
  });
  editor.getRenderingShapes = () => rendering.get();
  editor.getCulledShapes = () => culled.get();

  return {
    painted: computed('painted cards', () => {
      const ids = near.get();
      return all
        .get()
        .filter((entry) => isCard(entry.shape) && ids.has(entry.id) && !isElement(entry))
        .sort((a, b) => a.index - b.index);
    }),
    paintedIndex: lowestCard,
    dispose() {
      stopMounting();
      stopNear();
      stopFar();
      cancelAnimationFrame(frame);
      Object.assign(editor, own);
    },
  };
}
