import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { useDragging } from '../ui/use-dragging.ts';
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

/** Boards in a row, or one under the other; whoever may change them drags them into another order. */
export function BoardTiles({ boards, workshopLanguage, hrefOf, activities, edits }: BoardTilesProps) {
  const dragging = useDragging(edits?.onMove);
  if (boards.length === 0) return null;
  return (
    <ul>
      {boards.map((board, place) => (
        <li
          key={board.id}
          className={styles.place}
          draggable={edits !== undefined && !board.example && boards.length > 1}
          {...dragging(board)}
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
