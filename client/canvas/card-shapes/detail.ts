import { type Atom, atom, type Editor, react, unsafe__withoutCapture } from 'tldraw';
import type { Detail } from './face-layout.ts';

/** At which zoom a card shows how much. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.6) return 'full';
  if (zoom >= 0.35) return 'less';
  return zoom >= 0.18 ? 'large' : 'block';
}

const details = new WeakMap<Editor, Atom<Detail>>();

/**
 * One for all cards of an editor: it changes three times on the way out. Kept by a reaction and not computed: every card
 * depends on it, and would be looked at with every move of the camera.
 */
export function detailOf(editor: Editor): Detail {
  const found = details.get(editor) ?? unsafe__withoutCapture(() => follow(editor));
  return found.get();
}

function follow(editor: Editor): Atom<Detail> {
  const detail = atom('detail of cards', detailAt(editor.getZoomLevel()));
  details.set(editor, detail);
  editor.disposables.add(
    react('follow the zoom', () => {
      detail.set(detailAt(editor.getZoomLevel()));
    }),
  );
  return detail;
}
