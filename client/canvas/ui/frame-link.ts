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
 * @returns whether the address names a frame at all.
 */
export function showLinkedFrame(editor: Editor): boolean {
  const wanted = new URLSearchParams(location.search).get('frame');
  if (wanted === null) return false;
  const id = wanted.startsWith(idPrefix) ? wanted : `${idPrefix}${wanted}`;
  if (listFrames(editor).some((frame) => frame.id === id)) zoomToFrame(editor, id, false);
  else editor.zoomToFit({ immediate: true });
  return true;
}
