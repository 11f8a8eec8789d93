import { useEffect, useRef, useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import { type Chosen, chosenIn } from './selection.ts';

/** A drawer that opens takes room from the canvas: not before the second click of two can have come. */
const openAfterMs = 300;

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
  return useOpen(chosen !== null) ? chosen : null;
}

/** Opens a moment later, closes at once. */
function useOpen(isWanted: boolean): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isWanted) {
      setOpen(false);
      return;
    }
    const timer = setTimeout(() => setOpen(true), openAfterMs);
    return () => clearTimeout(timer);
  }, [isWanted]);
  return isOpen && isWanted;
}
