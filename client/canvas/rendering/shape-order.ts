import {
  type Computed,
  computed,
  type Editor,
  isUninitialized,
  RESET_VALUE,
  type TLRenderingShape,
  type TLShape,
  unsafe__withoutCapture,
} from 'tldraw';

const isSamePlaceInOrder = (a: TLShape, b: TLShape): boolean =>
  a.parentId === b.parentId && a.index === b.index && a.opacity === b.opacity && a.type === b.type;

/**
 * The shapes of the page as tldraw would draw them, found anew only when one comes, goes or gets another place among the
 * others: their records may be older than the store's.
 */
export function followShapeOrder(editor: Editor): Computed<readonly TLRenderingShape[]> {
  const { getRenderingShapes } = editor;
  const history = editor.store.query.filterHistory('shape');
  const changes = computed<number>('changes of the order of shapes', (count, epoch) => {
    history.get();
    if (isUninitialized(count)) return 0;
    const diffs = history.getDiffSince(epoch);
    const isKept =
      diffs !== RESET_VALUE &&
      diffs.every(
        ({ added, updated, removed }) =>
          Object.keys(added).length === 0 &&
          Object.keys(removed).length === 0 &&
          Object.values(updated).every(([from, to]) => isSamePlaceInOrder(from, to)),
      );
    return isKept ? count : count + 1;
  });
  return computed('order of shapes', () => {
    changes.get();
    editor.getCurrentPageId();
    editor.getErasingShapeIds();
    return unsafe__withoutCapture(() => getRenderingShapes.call(editor));
  });
}
