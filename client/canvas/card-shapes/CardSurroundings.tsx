import { type ReactNode, useLayoutEffect } from 'react';
import { useEditor } from 'tldraw';
import { PeopleContext } from './people.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

interface CardSurroundingsProps {
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** Hands its surroundings to an editor's cards, before they are seen, and its people to whatever is drawn beside them. */
export function CardSurroundings({ surroundings, children }: CardSurroundingsProps): ReactNode {
  const editor = useEditor();
  useLayoutEffect(() => {
    surroundingsOf(editor).set(surroundings);
  }, [editor, surroundings]);
  return <PeopleContext value={surroundings.people}>{children}</PeopleContext>;
}
