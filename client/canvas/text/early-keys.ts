import type { Editor } from 'tldraw';

/** What is typed after a text was opened and before its editor is there. */
export interface EarlyKeys {
  /** What was typed for the text that is open; from now on its editor has the keys. */
  take(): string;
  /** Listens on a canvas. @returns stops that */
  attach(editor: Editor): () => void;
}

/** A note is opened in one moment and its editor made in a later one: on a slow computer keys come between the two. */
export function createEarlyKeys(): EarlyKeys {
  /** Null where no text waits for its editor. */
  let waiting: string | null = null;
  return {
    take() {
      const text = waiting ?? '';
      waiting = null;
      return text;
    },
    attach(editor) {
      const stopFollowing = editor.sideEffects.registerAfterChangeHandler('instance_page_state', (before, after) => {
        if (before.editingShapeId === after.editingShapeId) return;
        const shape = after.editingShapeId === null ? undefined : editor.getShape(after.editingShapeId);
        waiting = shape !== undefined && 'richText' in shape.props ? '' : null;
      });
      const onKey = (event: KeyboardEvent): void => {
        if (waiting === null || editor.getEditingShapeId() === null || !isOfCanvas(editor, event)) return;
        const text = withKey(waiting, event);
        if (text === null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        waiting = text;
      };
      document.addEventListener('keydown', onKey, { capture: true });
      return () => {
        stopFollowing();
        document.removeEventListener('keydown', onKey, { capture: true });
      };
    },
  };
}

/** Not of a field or a button beside the canvas. */
const isOfCanvas = (editor: Editor, { target }: KeyboardEvent): boolean =>
  target === document.body || target === editor.getContainer();

/** @returns null for what is no part of a text */
function withKey(text: string, { key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if ([...key].length === 1) return text + key;
  if (text === '') return null;
  // It ends no text that nobody has seen yet.
  if (key === 'Escape') return text;
  return key === 'Backspace' ? [...text].slice(0, -1).join('') : null;
}
