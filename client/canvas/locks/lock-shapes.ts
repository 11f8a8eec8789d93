import type { Editor, TLShape } from 'tldraw';
import { isScenery } from './editor-board.ts';

/** What of the selection is locked one by one: the board's own drawing has its frames and zones. */
export const lockable = (editor: Editor): readonly TLShape[] =>
  editor.getSelectedShapes().filter((shape) => !isScenery(shape));

/** Locks all of them; where all are locked, unlocks them. One step of undo. */
export function toggleLocks(editor: Editor): void {
  const shapes = lockable(editor);
  const isLocked = !shapes.every((shape) => shape.isLocked);
  setLocks(editor, shapes, isLocked);
}

export function setLocks(editor: Editor, shapes: readonly TLShape[], isLocked: boolean): void {
  if (shapes.length === 0 || editor.getIsReadonly()) return;
  editor.markHistoryStoppingPoint('lock for participants');
  editor.run(() => editor.updateShapes(shapes.map(({ id, type }) => ({ id, type, isLocked }))), {
    ignoreShapeLock: true,
  });
}
