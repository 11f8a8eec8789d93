import { AllSelection, Plugin } from '@tiptap/pm/state';

/**
 * tldraw selects in a text that it opens, or places the caret there, by timers: on a slow computer that comes between two
 * keys and costs letters. Here everything is selected at once where it is to be, and nothing any more once there is a key.
 */
export interface TextStart {
  readonly plugin: Plugin;
  /** To be called just before tldraw places the caret. */
  onPlacing(): void;
}

/** @param all whether what is in the text is to be written over. */
export function startText(all: boolean): TextStart {
  let hasTyped = false;
  let isPlacing = false;
  const typed = () => {
    hasTyped = true;
    return false;
  };
  const plugin = new Plugin({
    view(view) {
      if (all) view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
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
