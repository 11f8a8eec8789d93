import { type DragEvent, useState } from 'react';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import type { BoardEdits } from './BoardMenu.tsx';
import { BoardTile } from './BoardTile.tsx';
import styles from './BoardTiles.module.css';
import type { TileActivity } from './tile-activity.ts';

export interface BoardTilesProps {
  readonly boards: readonly Board[];
  readonly workshopLanguage: Language;
  readonly hrefOf: (board: Board) => string;
  readonly activities: ReadonlyMap<Board['id'], TileActivity>;
  /** Absent for those who may not change boards. */
  readonly edits?: BoardEdits | undefined;
}

interface Side {
  readonly side: 'before' | 'after';
  /** Tiles stand beside each other. */
  readonly isRow: boolean;
}
interface Drop extends Side {
  readonly over: Board['id'];
}

/** Boards in a row, or one under the other; whoever may change them drags them into another order. */
export function BoardTiles({ boards, workshopLanguage, hrefOf, activities, edits }: BoardTilesProps) {
  const [dragged, setDragged] = useState<Board | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  if (boards.length === 0) return null;

  const end = () => {
    setDragged(null);
    setDrop(null);
  };
  const over = (event: DragEvent<HTMLElement>, board: Board) => {
    // Tiles of other lists, and whatever comes from outside the page, stay where they are.
    if (dragged === null || dragged.id === board.id) return setDrop(null);
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const next = { over: board.id, ...sideOf(event) };
    if (drop?.over !== next.over || drop.side !== next.side) setDrop(next);
  };
  return (
    <ul>
      {boards.map((board, place) => (
        <li
          key={board.id}
          className={styles.place}
          draggable={edits !== undefined && !board.example && boards.length > 1}
          data-dragged={dragged?.id === board.id || undefined}
          data-drop={drop?.over === board.id ? drop.side : undefined}
          data-row={drop?.isRow || undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(board);
          }}
          onDragOver={(event) => over(event, board)}
          onDragEnd={end}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== null && dragged.id !== board.id) edits?.onMove(dragged, sideOf(event).side, board);
            end();
          }}
        >
          <BoardTile
            board={board}
            href={hrefOf(board)}
            workshopLanguage={workshopLanguage}
            activity={activities.get(board.id)}
            edits={edits}
            previous={boards[place - 1]}
            next={boards[place + 1]}
          />
        </li>
      ))}
    </ul>
  );
}

/** On which side of the tile under the pointer a dragged one would come to stand. */
function sideOf({ currentTarget, clientX, clientY }: DragEvent<HTMLElement>): Side {
  const { top, left, width, height } = currentTarget.getBoundingClientRect();
  const list = currentTarget.parentElement;
  const isRow = list !== null && getComputedStyle(list).gridTemplateColumns.split(' ').length > 1;
  const isFirstHalf = isRow ? clientX < left + width / 2 : clientY < top + height / 2;
  return { side: isFirstHalf ? 'before' : 'after', isRow };
}
