import { useRef } from 'react';
import { type Editor, useValue } from 'tldraw';
import { type Chosen, chosenIn } from './selection.ts';

/** In the middle of a gesture the canvas must not change its size under the pointer. */
const isAtRest = (editor: Editor): boolean => editor.isInAny('select.idle', 'select.editing_shape');

/** What is selected, once the hand that selects it is at rest. */
export function useChosen(editor: Editor): Chosen | null {
  const shown = useRef<Chosen | null>(null);
  return useValue('chosen card', () => {
    const chosen = chosenIn(editor);
    if (chosen !== null && !isAtRest(editor) && shown.current?.id !== chosen.id) return shown.current;
    if (chosen?.id !== shown.current?.id || chosen?.type !== shown.current?.type) shown.current = chosen;
    return shown.current;
  }, [editor]);
}
