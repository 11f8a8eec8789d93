import { type DragEvent, useState } from 'react';

interface Side {
  readonly side: 'before' | 'after';
  /** The items of the list stand beside each other. */
  readonly isRow: boolean;
}

/**
 * Dragging the items of a list into another order.
 * @param onMove puts an item beside another; undefined where nobody may
 * @returns what each item of the list has for it
 */
export function useDragging<Item extends { readonly id: string }>(
  onMove: ((item: Item, side: Side['side'], other: Item) => void) | undefined,
) {
  const [dragged, setDragged] = useState<Item | null>(null);
  const [drop, setDrop] = useState<(Side & { readonly over: string }) | null>(null);
  const end = () => {
    setDragged(null);
    setDrop(null);
  };
  const over = (event: DragEvent<HTMLElement>, { id }: Item) => {
    // Items of other lists, and whatever comes from outside the page, stay where they are.
    if (dragged === null || dragged.id === id) return setDrop(null);
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const next = { over: id, ...sideOf(event) };
    if (drop?.over !== next.over || drop.side !== next.side) setDrop(next);
  };
  return (item: Item) => ({
    'data-dragged': dragged?.id === item.id || undefined,
    'data-drop': drop?.over === item.id ? drop.side : undefined,
    'data-row': drop?.isRow || undefined,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(item);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => over(event, item),
    onDragEnd: end,
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      if (dragged !== null && dragged.id !== item.id) onMove?.(dragged, sideOf(event).side, item);
      end();
    },
  });
}

/** On which side of the item under the pointer a dragged one would come to stand. */
function sideOf({ currentTarget, clientX, clientY }: DragEvent<HTMLElement>): Side {
  const { top, left, width, height } = currentTarget.getBoundingClientRect();
  const list = currentTarget.parentElement;
  const isRow = list !== null && getComputedStyle(list).gridTemplateColumns.split(' ').length > 1;
  const isFirstHalf = isRow ? clientX < left + width / 2 : clientY < top + height / 2;
  return { side: isFirstHalf ? 'before' : 'after', isRow };
}
