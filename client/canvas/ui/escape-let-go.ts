import type { Editor } from 'tldraw';

const key = 'Escape';

/**
 * tldraw heeds an Escape only after it saw the one before let go, and does not see that where the focus has left the canvas
 * or gone into a text meanwhile: from then on nobody would get out of a text with it any more.
 * @returns stops that.
 */
export function noticeEscapeLetGo(editor: Editor): () => void {
  const letGo = () => {
    editor.inputs.keys.delete(key);
  };
  const onUp = (event: KeyboardEvent) => {
    if (event.key === key) letGo();
  };
  const before = { capture: true };
  window.addEventListener('keyup', onUp, before);
  window.addEventListener('blur', letGo);
  return () => {
    window.removeEventListener('keyup', onUp, before);
    window.removeEventListener('blur', letGo);
  };
}
