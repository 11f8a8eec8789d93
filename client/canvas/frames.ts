import {
  type Computed,
  computed,
  type Editor,
  isShapeId,
  sortByIndex,
  type TLFrameShape,
  type TLShape,
  useValue,
} from 'tldraw';
import { textLimits } from '../../shared/protocol/limits.ts';
import { FrameName } from '../../shared/session/attention.ts';
import { isStill } from '../ui/theme.ts';
import { isPrivate } from './private-shapes.ts';

/** A frame of the board: one place to go to, one page of the PDF. */
export interface Frame {
  readonly id: TLFrameShape['id'];
  /** Empty where nobody has named it. */
  readonly name: string;
}

const lists = new WeakMap<Editor, Computed<readonly Frame[]>>();

/** Frames that stand on the page itself, in their order; one list for all who ask, that no other shape makes anew. */
export function listFrames(editor: Editor): readonly Frame[] {
  const list = lists.get(editor) ?? followFrames(editor);
  lists.set(editor, list);
  return list.get();
}

function followFrames(editor: Editor): Computed<readonly Frame[]> {
  const onPage = editor.store.query.records('shape', () => ({
    type: { eq: 'frame' },
    parentId: { eq: editor.getCurrentPageId() },
  }));
  return computed('frames of the page', () =>
    (onPage.get() as TLFrameShape[]).toSorted(sortByIndex).map(({ id, props }) => ({ id, name: props.name })),
  );
}

/** The frames as they are at any time; none until the canvas is there. */
export function useFrames(editor: Editor | null): readonly Frame[] {
  return useValue('frames', () => (editor === null ? [] : listFrames(editor)), [editor]);
}

/** The frame that fills most of the view; null where none is in it. */
export function useCurrentFrame(editor: Editor | null): Frame['id'] | null {
  return useValue('current frame', () => (editor === null ? null : findCurrentFrame(editor)), [editor]);
}

/** @param among those that it may be */
export function findCurrentFrame(editor: Editor, among = listFrames(editor)): Frame['id'] | null {
  const view = editor.getViewportPageBounds();
  let best: Frame['id'] | null = null;
  let bestArea = 0;
  for (const { id } of among) {
    const bounds = editor.getShapePageBounds(id);
    if (bounds === undefined) continue;
    const width = Math.min(bounds.maxX, view.maxX) - Math.max(bounds.minX, view.minX);
    const height = Math.min(bounds.maxY, view.maxY) - Math.max(bounds.minY, view.minY);
    const area = width > 0 && height > 0 ? width * height : 0;
    if (area > bestArea) [best, bestArea] = [id, area];
  }
  return best;
}

/** Of the frames that others see too, the one in view; null where none is, or nobody has named it. */
export function nameInView(editor: Editor): FrameName | null {
  const seen = listFrames(editor).filter(({ id }) => {
    const shape = editor.getShape(id);
    return shape !== undefined && !isPrivate(shape);
  });
  const id = findCurrentFrame(editor, seen);
  return id === null ? null : nameOfFrame(editor, id);
}

/** As much of its name as `FrameName` takes; null where nobody has named it. */
export function nameOfFrame(editor: Editor, id: string): FrameName | null {
  const name = FrameName.safeParse(
    listFrames(editor)
      .find((frame) => frame.id === id)
      ?.name.trim()
      .slice(0, textLimits.frameName),
  );
  return name.success ? name.data : null;
}

export function useNameInView(editor: Editor | null): FrameName | null {
  return useValue('name in view', () => (editor === null ? null : nameInView(editor)), [editor]);
}

/** Screen pixels left free around a frame: its name stands above it, the toolbar below. */
const freePx = { top: 36, side: 24, bottom: 76 } as const;
/** A frame of a template fills a screen of 3840 × 2160; a small one is not blown up beyond twice its size. */
const zoomMax = 2;

/** Brings a frame into view. @param calmly whether the camera travels; it jumps anyway where less motion is preferred. */
export function zoomToFrame(editor: Editor, id: string, calmly = true): void {
  const bounds = isShapeId(id) ? editor.getShapePageBounds(id) : undefined;
  if (bounds === undefined) return;
  const { w, h } = editor.getViewportScreenBounds();
  const room = { w: Math.max(100, w - 2 * freePx.side), h: Math.max(100, h - freePx.top - freePx.bottom) };
  const z = Math.min(room.w / bounds.w, room.h / bounds.h, zoomMax);
  const camera = {
    x: (freePx.side + room.w / 2) / z - bounds.midX,
    y: (freePx.top + room.h / 2) / z - bounds.midY,
    z,
  };
  const isMoving = calmly && !isStill();
  editor.setCamera(camera, isMoving ? { animation: { duration: 200 } } : { immediate: true });
}

/** Brings a shape into view where its middle is not: with the frame that it stands in, else by itself. */
export function showShape(editor: Editor, id: TLShape['id']): void {
  const bounds = editor.getShapePageBounds(id);
  if (bounds === undefined || editor.getViewportPageBounds().containsPoint(bounds.center)) return;
  const around = listFrames(editor).find((frame) => editor.getShapePageBounds(frame.id)?.containsPoint(bounds.center));
  if (around !== undefined) zoomToFrame(editor, around.id);
  else editor.centerOnPoint(bounds.center, isStill() ? {} : { animation: { duration: 200 } });
}

/** What one sees first: the first frame, else everything. */
export function showStart(editor: Editor): void {
  const [first] = listFrames(editor);
  if (first !== undefined) zoomToFrame(editor, first.id, false);
  else if (editor.getCurrentPageShapeIds().size > 0) editor.zoomToFit({ animation: { duration: 0 } });
}
