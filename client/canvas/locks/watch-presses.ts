import type { Editor, TLShape } from 'tldraw';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import { writesPrivately } from '../private-shapes.ts';
import { isScenery } from './editor-board.ts';
import { type Guard, quietTools } from './guard.ts';

/** Further than this, in px, a press was a drag. */
const clickPx = 4;

/**
 * A press on something locked says why nothing moves, and a click selects it, so that it can be read. Where it is locked, a
 * tool begins nothing.
 * @returns ends that
 */
export function watchPresses(
  editor: Editor,
  guard: Pick<Guard, 'reasonFor' | 'isLockedAt'>,
  onRefused: (reason: PutBackReason) => void,
): () => void {
  const container = editor.getContainer();
  let pressed: { readonly shape: TLShape; readonly x: number; readonly y: number } | null = null;
  let last: { readonly id: string; readonly atMs: number } | null = null;
  const down = (event: PointerEvent) => {
    pressed = null;
    if (event.button !== 0 || !event.isPrimary) return;
    if (!(event.target instanceof Element) || event.target.closest('.tl-canvas') === null) return;
    const point = editor.screenToPage({ x: event.clientX, y: event.clientY });
    const tool = editor.getCurrentToolId();
    if (!quietTools.has(tool)) {
      if (writesPrivately(editor) || !guard.isLockedAt(point)) return;
      event.stopPropagation();
      event.preventDefault();
      onRefused('place-locked');
      return;
    }
    if (tool !== 'select' || !editor.isIn('select.idle')) return;
    const margin = editor.options.hitTestMargin / editor.getZoomLevel();
    const shape = editor.getShapeAtPoint(point, { hitInside: true, hitLocked: true, margin });
    if (shape === undefined || isScenery(shape) || !editor.isShapeOrAncestorLocked(shape)) return;
    // The second of two would be one on the empty board, which makes something new there.
    if (last?.id === shape.id && event.timeStamp - last.atMs < editor.options.doubleClickDurationMs) {
      event.stopPropagation();
      event.preventDefault();
    }
    last = { id: shape.id, atMs: event.timeStamp };
    pressed = { shape, x: event.clientX, y: event.clientY };
  };
  const up = (event: PointerEvent) => {
    const held = pressed;
    pressed = null;
    if (held === null) return;
    const isClick = Math.hypot(event.clientX - held.x, event.clientY - held.y) < clickPx;
    const shape = editor.getShape(held.shape.id);
    if (shape === undefined) return;
    // After tldraw has taken the press for one on the empty board.
    if (isClick) editor.timers.requestAnimationFrame(() => editor.isIn('select.idle') && editor.select(shape.id));
    if (!editor.getIsReadonly()) onRefused(guard.reasonFor(shape) ?? 'locked');
  };
  container.addEventListener('pointerdown', down, { capture: true });
  container.addEventListener('pointerup', up, { capture: true });
  return () => {
    container.removeEventListener('pointerdown', down, { capture: true });
    container.removeEventListener('pointerup', up, { capture: true });
  };
}
