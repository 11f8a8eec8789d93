import { type Editor, TLPOINTER_ID } from 'tldraw';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { Presence } from './presence.ts';

type View = Presence['v'];

/**
 * What may be told of where somebody is while people write privately, and afterwards: a mouse that points at what was written,
 * or a view of it, would tell whose it is. So nothing new is told until they are over and it goes somewhere else.
 */
export interface Rest {
  /** @param atMs when the mouse was moved last, by the page's clock */
  hasMoved(atMs: number): boolean;
  view(): View;
}

/** The view that others know; and the one in which somebody was left when it was over, null until then. */
const rested = new WeakMap<Editor, { readonly told: View; readonly left: View | null }>();

/** @param isOn whether people write privately now; made anew where that changes */
export function restOf(editor: Editor, isOn: boolean): Rest {
  const sinceMs = isOn ? Number.POSITIVE_INFINITY : (editor.store.get(TLPOINTER_ID)?.lastActivityTimestamp ?? 0);
  const known = rested.get(editor);
  if (isOn) rested.set(editor, { told: known?.told ?? viewOf(editor), left: null });
  else if (known !== undefined) rested.set(editor, { told: known.told, left: known.left ?? viewOf(editor) });
  return {
    hasMoved: (atMs) => atMs > sinceMs,
    view() {
      const now = viewOf(editor);
      const rest = rested.get(editor);
      if (rest === undefined) return now;
      if (rest.left === null || isEqualJson(now, rest.left)) return rest.told;
      rested.delete(editor);
      return now;
    },
  };
}

function viewOf(editor: Editor): View {
  const { x, y, w, h } = editor.getViewportPageBounds();
  return [Math.round(x), Math.round(y), Math.round(w), Math.round(h)];
}
