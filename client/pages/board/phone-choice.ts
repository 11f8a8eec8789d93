import { useState } from 'react';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';

/** Narrower than this, who takes part gets the page of a phone instead of the canvas. */
const phone = '(max-width: 719.98px)';

const keyOf = (boardId: string): string => `commonboard.look.${boardId}`;

/** Whether somebody of this role writes, votes and raises a hand on a page of its own here. */
export const isForPhone = ({ role }: Pick<GetWorkshopResponse['me'], 'role'>): boolean =>
  role === 'participant' && matchMedia(phone).matches;

/**
 * What a phone shows of a board. Looked at once, when the page opens: whoever turns the phone goes on where they are. That
 * the canvas was chosen is kept as long as the tab.
 */
export function usePhoneChoice(
  { me }: Pick<GetWorkshopResponse, 'me'>,
  { id, example }: Pick<Board, 'id' | 'example'>,
) {
  const [isPhone] = useState(() => isForPhone(me) && !example);
  const [isCanvasChosen, setChosen] = useState(() => readChoice(id));
  const choose = (canvas: boolean) => {
    keepChoice(id, canvas);
    setChosen(canvas);
  };
  return { shown: !isPhone ? 'canvas' : isCanvasChosen ? 'canvas-of-phone' : 'companion', choose } as const;
}

function readChoice(boardId: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(boardId)) !== null;
  } catch {
    return false;
  }
}

function keepChoice(boardId: string, canvas: boolean): void {
  try {
    if (canvas) sessionStorage.setItem(keyOf(boardId), 'canvas');
    else sessionStorage.removeItem(keyOf(boardId));
  } catch {
    // Storage is switched off in this browser: the choice lasts as long as the page.
  }
}
