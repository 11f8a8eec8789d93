import { type Editor, react } from 'tldraw';

/** A camera that travels after a press or a key has set out by then. */
const handMs = 700;
const handEvents = ['pointerdown', 'pointerup', 'wheel', 'keydown'] as const;

/** When somebody last looked elsewhere by their own hand: with the wheel, a drag, a key, or a press on where they want to go. */
export function watchOwnMoves(editor: Editor): { readonly sinceMs: () => number; readonly stop: () => void } {
  let handAtMs = Number.NEGATIVE_INFINITY;
  let movedAtMs = Number.NEGATIVE_INFINITY;
  const onHand = () => {
    handAtMs = performance.now();
  };
  const options = { capture: true, passive: true } as const;
  for (const name of handEvents) window.addEventListener(name, onHand, options);
  const unfollow = react('own moves', () => {
    editor.getCamera();
    const nowMs = performance.now();
    if (nowMs - handAtMs < handMs || editor.inputs.isPanning || editor.inputs.isPinching) movedAtMs = nowMs;
  });
  return {
    sinceMs: () => performance.now() - movedAtMs,
    stop: () => {
      unfollow();
      for (const name of handEvents) window.removeEventListener(name, onHand, options);
    },
  };
}
