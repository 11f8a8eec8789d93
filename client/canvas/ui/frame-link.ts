import type { Editor } from 'tldraw';
import { type Frame, listFrames, zoomToFrame } from '../frames.ts';

const idPrefix = 'shape:';

/** The address of the board that is open, leading to one of its frames. */
export function frameLink(id: Frame['id']): string {
  const url = new URL(location.pathname, location.origin);
  url.searchParams.set('frame', id.slice(idPrefix.length));
  return url.href;
}

/**
 * Goes where the page's address leads: to the frame it names, to the whole board where that frame is not on it any more.
 * @returns null where the address names no frame.
 */
export function showLinkedFrame(editor: Editor): 'shown' | 'gone' | null {
  const wanted = new URLSearchParams(location.search).get('frame');
  if (wanted === null) return null;
  const id = wanted.startsWith(idPrefix) ? wanted : `${idPrefix}${wanted}`;
  if (listFrames(editor).some((frame) => frame.id === id)) {
    zoomToFrame(editor, id, false);
    return 'shown';
  }
  editor.zoomToFit({ immediate: true });
  return 'gone';
}
