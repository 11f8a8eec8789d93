import { type Editor, isShapeId, type TLShape, type TLShapeId } from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { type Place, placeOnPage } from '../../../shared/board/place.ts';

/**
 * tldraw puts an arrow into what both its ends are in, locked or not. The server lets nothing in there, so it would take
 * the arrow to the page again after each edit of it; here it does not leave the page in the first place.
 */
export function keepArrowsOutOfLocked(editor: Editor, isForeign: () => boolean): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('shape', (before, after) => {
    const { parentId } = after;
    if (after.type !== 'arrow' || parentId === before.parentId || isForeign()) return after;
    if (!isShapeId(parentId) || !editor.isShapeOrAncestorLocked(parentId as TLShapeId)) return after;
    if (editor.getBindingsFromShape(after.id, 'arrow').length === 0) return after;
    return onPage(editor, before, after);
  });
}

/** What has moved nowhere is the very record it was, so that nothing has to be told. */
export function onPage(editor: Editor, before: TLShape, after: TLShape): TLShape {
  const pageId = editor.getAncestorPageId(before);
  if (pageId === undefined) return after;
  const get = (id: string) =>
    (id === after.id ? after : editor.getShape(id as TLShapeId)) as unknown as AnyRecord | undefined;
  const isThere = before.parentId === pageId;
  const place = placeOnPage(get, after.id);
  const { x, y, rotation } = isThere && isSamePlace(place, before) ? before : place;
  const index = isThere ? before.index : editor.getHighestIndexForParent(pageId);
  const kept = { ...after, parentId: pageId, index, x, y, rotation };
  return isEqualJson(kept, before) ? before : kept;
}

/** There and back through a parent's place costs some of the last digits. */
const isSamePlace = (a: Place, b: Place): boolean =>
  Math.hypot(a.x - b.x, a.y - b.y) < 1e-6 && Math.abs(Math.sin((a.rotation - b.rotation) / 2)) < 1e-9;
