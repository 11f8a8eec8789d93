const hidden = 'tl-container__no-focus-ring';

/**
 * tldraw puts the ring around the canvas after Tab and two of the arrows alone, and takes it off with every click. It
 * belongs there whenever keys led to the canvas: from a dialog, from a text, from another part of the page.
 * @returns stops that.
 */
export function ringForKeys(container: HTMLElement): () => void {
  let isByKeys = false;
  const onKey = () => {
    isByKeys = true;
  };
  const onPointer = () => {
    isByKeys = false;
  };
  const onFocus = (event: FocusEvent) => {
    if (isByKeys && event.target === container) container.classList.remove(hidden);
  };
  const before = { capture: true };
  window.addEventListener('keydown', onKey, before);
  window.addEventListener('pointerdown', onPointer, before);
  container.addEventListener('focusin', onFocus);
  return () => {
    window.removeEventListener('keydown', onKey, before);
    window.removeEventListener('pointerdown', onPointer, before);
    container.removeEventListener('focusin', onFocus);
  };
}
