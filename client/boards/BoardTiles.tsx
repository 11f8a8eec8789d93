import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { BoardTile } from './BoardTile.tsx';

export interface BoardTilesProps {
  readonly boards: readonly Board[];
  readonly workshopLanguage: Language;
  readonly hrefOf: (board: Board) => string;
  /** Absent for those who may not take boards away. */
  readonly onBin?: ((board: Board) => void) | undefined;
}

export function BoardTiles({ boards, workshopLanguage, hrefOf, onBin }: BoardTilesProps) {
  if (boards.length === 0) return null;
  return (
    <ul>
      {boards.map((board) => (
        <li key={board.id}>
          <BoardTile
            board={board}
            href={hrefOf(board)}
            workshopLanguage={workshopLanguage}
            onBin={onBin && (() => onBin(board))}
          />
        </li>
      ))}
    </ul>
  );
}
