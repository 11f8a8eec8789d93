import type { TLShapeId } from 'tldraw';
import type { PlacedScene } from '../../../shared/method/behaviours/scene.ts';
import type { Draft } from './draft.ts';

/** Pages that full zones went on at, and that nothing stands on any more, go. @param isConcerned whose cards have moved */
export function dropEmptyPages(draft: Draft, isConcerned: (scene: PlacedScene) => boolean): void {
  const pages = draft
    .scenes()
    .all.filter(isConcerned)
    .flatMap((scene) => scene.pages.filter(({ page }) => page > 0));
  const empty = new Set(pages.map(({ shape }) => shape.id).filter((id) => isEmpty(draft, id)));
  // Nobody has locked them to keep them: whoever brings a page may take it away.
  if (empty.size > 0) draft.editor.run(() => draft.editor.deleteShapes([...empty]), { ignoreShapeLock: true });
}

/** Whether a page has nothing on it but what it came with. */
function isEmpty({ editor }: Draft, frame: TLShapeId): boolean {
  const bounds = editor.getShapePageBounds(frame);
  if (bounds === undefined) return false;
  return editor.getCurrentPageShapes().every(({ id, type, parentId }) => {
    if (id === frame || id.startsWith(`${frame}/`)) return true;
    // An edge is where its cards are.
    if ((type as string) === 'relation' || (parentId !== frame && parentId !== editor.getCurrentPageId())) return true;
    return parentId !== frame && editor.getShapePageBounds(id)?.collides(bounds) !== true;
  });
}
