import type { Editor } from 'tldraw';

/** What is typed after a text was opened and before its editor is there. */
export interface EarlyKeys {
  /** What was typed for this text so far; from now on nothing waits any more. */
  take(shapeId: string): string;
  /** Listens on a canvas. @returns stops that */
  attach(editor: Editor): () => void;
}

/** A note is opened in one moment and its editor made in a later one: on a slow computer keys come between the two. */
export function createEarlyKeys(): EarlyKeys {
  let waiting = { shapeId: '', text: '' };
  const take = (shapeId: string): string => {
    const { text } = waiting.shapeId === shapeId ? waiting : { text: '' };
    waiting = { shapeId: '', text: '' };
    return text;
  };
  return {
    take,
    attach(editor) {
      const onKey = (event: KeyboardEvent): void => {
        const shapeId = editor.getEditingShapeId();
        if (shapeId === null || !isOfCanvas(editor, event)) return;
        const before = waiting.shapeId === shapeId ? waiting.text : '';
        const text = withKey(before, event);
        if (text === null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        waiting = { shapeId, text };
      };
      document.addEventListener('keydown', onKey, { capture: true });
      return () => document.removeEventListener('keydown', onKey, { capture: true });
    },
  };
}

/** Not of a text that is there, nor of a field or a button beside the canvas. */
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
