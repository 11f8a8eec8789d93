import { AllSelection, Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * tldraw selects in a text that it opens, or places the caret there, by timers: on a slow computer that comes between two
 * keys and costs letters. Here everything is selected at once where it is to be, and nothing any more once there is a key.
 */
export interface TextStart {
  readonly plugin: Plugin;
  /** To be called just before tldraw places the caret. */
  onPlacing(): void;
}

/**
 * @param all whether what is in the text is to be written over.
 * @param early what was typed for it before it was there
 */
export function startText(all: boolean, early: string): TextStart {
  let hasTyped = false;
  let isPlacing = false;
  const typed = () => {
    hasTyped = true;
    return false;
  };
  const write = (view: EditorView) => {
    typed();
    const { doc, selection, tr } = view.state;
    view.dispatch(tr.setSelection(all ? selection : Selection.atEnd(doc)).insertText(early));
  };
  const plugin = new Plugin({
    view(view) {
      // At once and not by a timer: keys go where the focus is.
      view.focus();
      const { doc, tr } = view.state;
      if (all) view.dispatch(tr.setSelection(new AllSelection(doc)));
      if (early !== '') write(view);
      return {};
    },
    filterTransaction: ({ docChanged }) => docChanged || !isPlacing || !hasTyped,
    props: { handleTextInput: typed, handleDOMEvents: { compositionstart: typed } },
  });
  return {
    plugin,
    onPlacing() {
      isPlacing = true;
      queueMicrotask(() => {
        isPlacing = false;
      });
    },
  };
}
