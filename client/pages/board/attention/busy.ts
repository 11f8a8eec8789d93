import type { followPerson } from '../../../canvas/presence/follow.ts';

/** Whether somebody has something in hand: moving them would lose it, or carry it along. */
export function isBusy(editor: Parameters<typeof followPerson>[0]): boolean {
  const isWriting = document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') === true;
  return isWriting || editor.getEditingShapeId() !== null || editor.inputs.isPointing;
}
