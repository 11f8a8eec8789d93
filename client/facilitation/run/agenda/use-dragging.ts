import { type DragEvent, useState } from 'react';
import type { Phase } from '../../../../shared/session/agenda.ts';
import type { PhaseEdits } from './phase-edits.ts';

interface Drop {
  readonly over: Phase['id'];
  readonly side: 'before' | 'after';
}

/** Dragging the rows of a list that stand below each other. @returns what each of them has for it */
export function useDragging(onMove: PhaseEdits['onMove']) {
  const [dragged, setDragged] = useState<Phase | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const end = () => {
    setDragged(null);
    setDrop(null);
  };
  const over = (event: DragEvent<HTMLElement>, phase: Phase) => {
    // What comes from outside the list is no phase.
    if (dragged === null || dragged.id === phase.id) return setDrop(null);
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const side = sideOf(event);
    if (drop?.over !== phase.id || drop.side !== side) setDrop({ over: phase.id, side });
  };
  return (phase: Phase) => ({
    'data-dragged': dragged?.id === phase.id || undefined,
    'data-drop': drop?.over === phase.id ? drop.side : undefined,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(phase);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => over(event, phase),
    onDragEnd: end,
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      if (dragged !== null && dragged.id !== phase.id) onMove(dragged, sideOf(event), phase);
      end();
    },
  });
}

/** On which side of the row under the pointer a dragged one would come to stand. */
function sideOf({ currentTarget, clientY }: DragEvent<HTMLElement>): Drop['side'] {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}
