/**
 * tldraw opens what is selected for writing when Enter is let go on the canvas, wherever it was pressed: in a menu or a
 * dialog that has closed meanwhile too. Only what was pressed on the canvas is meant for it.
 * @returns stops that.
 */
export function keepOwnEnter(container: HTMLElement): () => void {
  let isOwn = false;
  const onDown = ({ key, target }: KeyboardEvent) => {
    if (key !== 'Enter') return;
    isOwn = target === container || (target instanceof Element && target.closest('.tl-canvas') !== null);
  };
  const onUp = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (!isOwn && event.target instanceof Node && container.contains(event.target)) event.stopPropagation();
    isOwn = false;
  };
  const before = { capture: true };
  window.addEventListener('keydown', onDown, before);
  window.addEventListener('keyup', onUp, before);
  return () => {
    window.removeEventListener('keydown', onDown, before);
    window.removeEventListener('keyup', onUp, before);
  };
}
