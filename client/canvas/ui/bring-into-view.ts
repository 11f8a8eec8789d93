import { type Editor, isShapeId } from 'tldraw';
import { isStill } from '../../ui/theme.ts';
import { zoomToFrame } from '../frames.ts';

/** From this zoom on the words of a card can be read. */
const readableZoom = 0.6;
/** Of the canvas, on each side: the toolbar and what stands over its corners. */
const freePart = 0.15;

/** Goes to a shape, near enough to read it, and selects it if wanted; a frame fills the view. */
export function bringIntoView(editor: Editor, id: string, { select }: { readonly select: boolean }): void {
  const shape = isShapeId(id) ? editor.getShape(id) : undefined;
  const bounds = shape && editor.getShapePageBounds(shape);
  if (shape === undefined || bounds === undefined) return;
  if (shape.type === 'frame') {
    zoomToFrame(editor, id);
    return;
  }
  if (select) editor.select(shape.id);
  const view = editor.getViewportPageBounds();
  const isInView = view
    .clone()
    .expandBy(-Math.min(view.w, view.h) * freePart)
    .contains(bounds);
  if (isInView && editor.getZoomLevel() >= readableZoom) return;
  const { w, h } = editor.getViewportScreenBounds();
  const fits = Math.min((w * (1 - 2 * freePart)) / bounds.w, (h * (1 - 2 * freePart)) / bounds.h);
  const z = Math.min(Math.max(editor.getZoomLevel(), readableZoom), fits);
  const camera = { x: w / 2 / z - bounds.midX, y: h / 2 / z - bounds.midY, z };
  editor.setCamera(camera, isStill() ? { immediate: true } : { animation: { duration: 200 } });
}
