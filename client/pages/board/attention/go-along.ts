import type { followPerson } from '../../../canvas/presence/follow.ts';
import { isStill } from '../../../ui/theme.ts';

type Editor = Parameters<typeof followPerson>[0];

/** For how long the way back is offered, in ms. */
export const offeredMs = 15_000;
const calmMs = 400;

/** How the canvas of somebody moves that they did not move themselves. */
export const calmly = (): { readonly animation?: { readonly duration: number } } =>
  isStill() ? {} : { animation: { duration: calmMs } };

/** Moves a canvas that the page has just been turned to: what is said of it takes room from it first. */
export function moveAfterwards(editor: Editor, move: () => void): void {
  requestAnimationFrame(() => {
    editor.updateViewportScreenBounds(editor.getContainer());
    move();
  });
}

/** @returns the way back to what is seen now */
export function wayBack(editor: Editor): () => void {
  const { x, y, z } = editor.getCamera();
  return () => void editor.setCamera({ x, y, z }, calmly());
}
