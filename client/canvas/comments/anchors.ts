import { type Editor, type TLShape, type TLShapeId, Vec, type VecLike } from 'tldraw';
import type { CommentAnchor } from '../../../shared/api/comments.ts';
import { isTemplateShapeType } from '../../../shared/board/template-shapes.ts';
import { isPrivate } from '../private-shapes.ts';

/** Where on the page a thread stands now: at the upper right corner of its shape, or where it was put. */
export function placeOf(editor: Editor, { shapeId, x, y }: CommentAnchor): VecLike {
  const bounds = shapeId === null ? undefined : editor.getShapePageBounds(shapeId as TLShapeId);
  return bounds === undefined ? { x, y } : { x: bounds.maxX, y: bounds.minY };
}

/**
 * The template's furniture, its pictures and whole frames are the board rather than something on it; and of what only one
 * person sees, a thread would tell the others.
 */
const isOnBoard = (shape: TLShape): boolean =>
  shape.type !== 'frame' && shape.type !== 'view' && !isTemplateShapeType(shape.type) && !isPrivate(shape);

function anchorOfShape(editor: Editor, shapeId: TLShapeId): CommentAnchor {
  const bounds = editor.getShapePageBounds(shapeId);
  return { shapeId, x: bounds?.maxX ?? 0, y: bounds?.minY ?? 0 };
}

/** @param at in the window's pixels. */
export function anchorAt(editor: Editor, at: VecLike): CommentAnchor {
  const point = editor.screenToPage(at);
  const shape = editor.getShapeAtPoint(point, { hitInside: true, hitLocked: true, filter: isOnBoard });
  return shape === undefined
    ? { shapeId: null, x: Math.round(point.x), y: Math.round(point.y) }
    : anchorOfShape(editor, shape.id);
}

/** What to call the thing a thread hangs on: the one selected shape, if there is one and it may be spoken about. */
export function anchorOfSelection(editor: Editor): CommentAnchor | null {
  const shape = editor.getOnlySelectedShape();
  return shape === null || !isOnBoard(shape) ? null : anchorOfShape(editor, shape.id);
}

/** Brings a thread into view, unless it is there. */
export function showAnchor(editor: Editor, anchor: CommentAnchor): void {
  const point = Vec.From(placeOf(editor, anchor));
  const view = editor.getViewportPageBounds();
  if (
    view
      .clone()
      .expandBy(-view.w / 10)
      .containsPoint(point)
  )
    return;
  const reduced = editor.user.getAnimationSpeed() === 0;
  editor.centerOnPoint(point, { animation: { duration: reduced ? 0 : 200 } });
}
