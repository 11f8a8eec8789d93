import { useEffect, useRef, useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import { type Chosen, chosenIn } from './selection.ts';

/** In the middle of a gesture the canvas must not change its size under the pointer. */
const isAtRest = (editor: Editor): boolean => editor.isInAny('select.idle', 'select.editing_shape');

/** What is selected, once the hand that selects it is at rest. */
export function useChosen(editor: Editor): Chosen | null {
  const shown = useRef<Chosen | null>(null);
  const chosen = useValue('chosen card', () => {
    const chosen = chosenIn(editor);
    if (chosen !== null && !isAtRest(editor) && shown.current?.id !== chosen.id) return shown.current;
    if (chosen?.id !== shown.current?.id || chosen?.type !== shown.current?.type) shown.current = chosen;
    return shown.current;
  }, [editor]);
  return useOpen(editor, chosen !== null) ? chosen : null;
}

/**
 * A drawer that opens takes room from the canvas: not before the second click of two can have come, nor while a gesture
 * that began meanwhile goes on. It closes at once.
 */
function useOpen(editor: Editor, isWanted: boolean): boolean {
  const [isOpen, setOpen] = useState(false);
  const isResting = useValue('at rest', () => isAtRest(editor), [editor]);
  useEffect(() => {
    if (!isWanted) setOpen(false);
  }, [isWanted]);
  useEffect(() => {
    if (!isWanted || !isResting) return;
    const timer = setTimeout(() => setOpen(true), editor.options.doubleClickDurationMs);
    return () => clearTimeout(timer);
  }, [editor, isWanted, isResting]);
  return isOpen && isWanted;
}
