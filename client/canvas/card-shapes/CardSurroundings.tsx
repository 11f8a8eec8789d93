import { type ReactNode, useLayoutEffect } from 'react';
import { useEditor } from 'tldraw';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

interface CardSurroundingsProps {
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** Hands its surroundings to an editor's cards, before they are seen. */
export function CardSurroundings({ surroundings, children }: CardSurroundingsProps): ReactNode {
  const editor = useEditor();
  useLayoutEffect(() => {
    surroundingsOf(editor).set(surroundings);
  }, [editor, surroundings]);
  return children;
}
