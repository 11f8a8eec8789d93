import {
  type Atom,
  atom,
  type Computed,
  computed,
  type Editor,
  react,
  type TLRenderingShape,
  type TLShapeId,
  unsafe__withoutCapture,
} from 'tldraw';
import { type CardPlaces, followCardPlaces, isCard } from './card-places.ts';
import { hitCardsByBounds } from './hit-cards.ts';
import { followNearShapes, isSameSet } from './near-shapes.ts';
import { followShapeOrder } from './shape-order.ts';

/** Below this zoom cards are painted on one canvas; a card of 280 units is under 100 px wide there. */
const paintedBelowZoom = 0.35;
/** Elements made in one frame: more of them would be seen as a stop. */
const mountedPerFrame = 30;

export interface MountedShapes {
  /** Cards near the view that have no element, from the lowest to the highest; their records may be older than the store's. */
  readonly painted: Computed<readonly TLRenderingShape[]>;
  readonly places: Computed<CardPlaces>;
  /** Where their canvas lies among the elements: above what is under every card. */
  readonly paintedIndex: Computed<number>;
}

type Ids = ReadonlySet<TLShapeId>;
type Shapes = Computed<readonly TLRenderingShape[]>;

const none: Ids = new Set();

const known = new WeakMap<Editor, MountedShapes>();
let canPaint: boolean | undefined;

/** Of an editor for as long as it lives. @returns null where there is no canvas to paint on: every card is an element then. */
export function mountedShapesOf(editor: Editor): MountedShapes | null {
  canPaint ??= document.createElement('canvas').getContext('2d') !== null;
  if (!canPaint) return null;
  const shapes = known.get(editor) ?? unsafe__withoutCapture(() => limitMountedShapes(editor));
  known.set(editor, shapes);
  return shapes;
}

/**
 * Gives elements to the shapes near the view only, and to cards only where they are large enough to be read.
 *
 * tldraw keeps an element for every shape of the page and hides those out of view, which is what costs: painting and
 * layers, not React. Invariants: every shape near the view is seen, as an element or on the canvas; cards that lie above
 * something that lies above the canvas are elements. A card keeps its picture on the canvas until its element is there.
 * The methods replaced here are those of 3.15.6.
 */
function limitMountedShapes(editor: Editor): MountedShapes {
  const all: Shapes = followShapeOrder(editor);
  const places = followCardPlaces(editor);
  const { ids: near, dispose: stopNear } = followNearShapes(editor, places);
  const { isFar, dispose: stopFar } = followFar(editor);
  const lowestCard = computed('lowest card', () =>
    all.get().reduce((lowest, { shape, index }) => (isCard(shape) ? Math.min(lowest, index) : lowest), Infinity),
  );
  const raised = computed(
    'cards above other shapes',
    () => (isFar.get() ? raisedCards(editor, places.get(), nearOnes(all, near.get()), lowestCard.get()) : none),
    { isEqual: isSameSet },
  );
  const wanted = computed<Ids>(
    'cards that are to be elements',
    () => {
      const [isSmall, above] = [isFar.get(), raised.get()];
      const cards = nearOnes(all, near.get()).filter(({ shape }) => isCard(shape));
      return new Set(cards.filter(({ id }) => !isSmall || above.has(id)).map(({ id }) => id));
    },
    { isEqual: isSameSet },
  );
  const { mounted, dispose: stopMounting } = mountInSteps(wanted);

  const isElement = ({ id, shape }: TLRenderingShape): boolean =>
    id === editor.getEditingShapeId() || (isCard(shape) ? mounted.get() : near.get()).has(id);
  const rendering = computed('shapes that are elements', () =>
    all
      .get()
      .filter(isElement)
      .map((entry) => ({ ...entry, shape: editor.getShape(entry.id) ?? entry.shape })),
  );
  const culled = computed('shapes out of view', () => {
    const [ids, editing] = [near.get(), editor.getEditingShapeId()];
    return new Set([...editor.getCurrentPageShapeIds()].filter((id) => !ids.has(id) && id !== editing));
  });
  editor.getRenderingShapes = () => rendering.get();
  editor.getCulledShapes = () => culled.get();
  hitCardsByBounds(editor, places);
  for (const stop of [stopMounting, stopNear, stopFar]) editor.disposables.add(stop);

  return {
    painted: computed('painted cards', () =>
      nearOnes(all, near.get())
        .filter((entry) => isCard(entry.shape) && !isElement(entry))
        .sort((a, b) => a.index - b.index),
    ),
    places,
    paintedIndex: lowestCard,
  };
}

const nearOnes = (all: Shapes, near: Ids): TLRenderingShape[] => all.get().filter(({ id }) => near.has(id));

/** Kept by a reaction and not computed, so that a move of the camera alone asks nothing else anew. */
function followFar(editor: Editor): { readonly isFar: Atom<boolean>; readonly dispose: () => void } {
  const isFar = atom('cards are painted', editor.getZoomLevel() < paintedBelowZoom);
  const dispose = react('follow the zoom', () => {
    isFar.set(editor.getZoomLevel() < paintedBelowZoom);
  });
  return { isFar, dispose };
}

/** Cards that lie above something which lies above the canvas: they have to be elements although they are small. */
function raisedCards(editor: Editor, places: CardPlaces, shapes: readonly TLRenderingShape[], lowestCard: number): Ids {
  const others = shapes
    .filter(({ shape, index }) => !isCard(shape) && index > lowestCard)
    .map(({ id, index }) => ({ index, box: editor.getShapePageBounds(id) }));
  if (others.length === 0) return none;
  const isRaised = ({ id, index }: TLRenderingShape): boolean => {
    const place = places.get(id);
    return place !== undefined && others.some((other) => other.index < index && other.box?.collides(place.box));
  };
  return new Set(shapes.filter(isRaised).map(({ id }) => id));
}

/** Takes elements away at once and adds some in each frame. */
function mountInSteps(wanted: Computed<Ids>): { readonly mounted: Atom<Ids>; readonly dispose: () => void } {
  const mounted = atom<Ids>('cards that are elements', none);
  let frame = 0;
  const step = () => {
    frame = 0;
    const [goal, now] = [wanted.get(), mounted.get()];
    const missing = [...goal].filter((id) => !now.has(id));
    const kept = [...now].filter((id) => goal.has(id));
    if (missing.length > 0 || kept.length < now.size)
      mounted.set(new Set([...kept, ...missing.slice(0, mountedPerFrame)]));
    if (missing.length > mountedPerFrame) frame = requestAnimationFrame(step);
  };
  const stop = react('mount cards', () => {
    wanted.get();
    if (frame === 0) step();
  });
  return {
    mounted,
    dispose() {
      stop();
      cancelAnimationFrame(frame);
    },
  };
}
