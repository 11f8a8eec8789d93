import type { Editor } from 'tldraw';
import { type Frame, findCurrentFrame, listFrames, zoomToFrame } from '../frames.ts';

/** A frame and where it stands among the others. */
export interface FramePlace extends Frame {
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
}

/** @returns null where the board has no such frame. */
export function placeOfFrame(editor: Editor, id: Frame['id'] | null): FramePlace | null {
  const frames = listFrames(editor);
  const at = frames.findIndex((frame) => frame.id === id);
  const frame = frames[at];
  return frame === undefined ? null : { ...frame, number: at + 1, count: frames.length };
}

/**
 * Goes to the next frame or the one before; from outside of all of them to the first.
 * @returns where one is then; null where there is nothing further that way.
 */
export function turnPage(editor: Editor, step: 1 | -1): FramePlace | null {
  const frames = listFrames(editor);
  const current = findCurrentFrame(editor);
  const at = current === null ? 0 : frames.findIndex(({ id }) => id === current) + step;
  const next = frames[at];
  if (next === undefined) return null;
  zoomToFrame(editor, next.id);
  return placeOfFrame(editor, next.id);
}
