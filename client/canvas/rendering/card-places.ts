import {
  type Box,
  type Computed,
  computed,
  type Editor,
  isUninitialized,
  type MatModel,
  RESET_VALUE,
  type RecordsDiff,
  type TLShape,
  type TLShapeId,
  unsafe__withoutCapture,
} from 'tldraw';

/** Where a card lies on the page. */
export interface CardPlace {
  readonly box: Box;
  readonly transform: MatModel;
}

export type CardPlaces = ReadonlyMap<TLShapeId, CardPlace>;

export const isCard = ({ type }: TLShape): boolean => type === 'card' || type === 'mirror';

/**
 * Where the cards of a page lie, kept along with the records that change. To ask tldraw about a thousand cards is to have it
 * look at all that each depends on, for every step of the pointer and of the camera.
 */
export function followCardPlaces(editor: Editor): Computed<CardPlaces> {
  const history = editor.store.query.filterHistory('shape');
  return computed<CardPlaces>('places of cards', (known, knownEpoch) => {
    const onPage = editor.getCurrentPageShapeIds();
    history.get();
    const changes = isUninitialized(known) ? RESET_VALUE : history.getDiffSince(knownEpoch);
    return unsafe__withoutCapture(() => {
      const changed = changes === RESET_VALUE ? null : new Set(changes.flatMap(idsIn));
      // What moves takes along what stands in it.
      const isParent = (id: TLShapeId): boolean => editor.getSortedChildIdsForParent(id).length > 0;
      if (isUninitialized(known) || changed === null || [...changed].some(isParent))
        return placed(editor, new Map(), onPage);
      return changed.size === 0 ? known : placed(editor, new Map(known), changed);
    });
  });
}

const idsIn = ({ added, updated, removed }: RecordsDiff<TLShape>): TLShapeId[] =>
  [added, updated, removed].flatMap((part) => Object.keys(part) as TLShapeId[]);

function placed(editor: Editor, places: Map<TLShapeId, CardPlace>, ids: Iterable<TLShapeId>): CardPlaces {
  const onPage = editor.getCurrentPageShapeIds();
  for (const id of ids) {
    const shape = onPage.has(id) ? editor.getShape(id) : undefined;
    const box = shape !== undefined && isCard(shape) ? editor.getShapePageBounds(shape) : undefined;
    if (box === undefined) places.delete(id);
    else places.set(id, { box, transform: editor.getShapePageTransform(id) });
  }
  return places;
}
