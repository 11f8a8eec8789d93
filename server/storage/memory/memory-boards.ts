import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { StoredBoard } from '../workshop-store.ts';
import { insist, inWorkshop, type Of, type Rows } from './rows.ts';

export function boardMethods(rows: Rows): Of<'createBoard' | 'getBoard' | 'listBoards' | 'updateBoard' | 'setBinned'> {
  return {
    createBoard: async (board, after) => {
      insist(rows.workshops.has(board.workshopId), 'no such workshop');
      insist(!rows.boards.has(board.id), 'board exists');
      const all = inWorkshop(rows.boards, board.workshopId);
      const known = all.find(({ example, template }) => example && template === board.template);
      if (board.example && known !== undefined) return known;
      rows.boards.set(board.id, { ...board });
      const at = all.findIndex(({ id }) => id === after);
      const next = at < 0 ? undefined : all[at + 1];
      if (next !== undefined) move(rows, board.workshopId, board.id, next.id);
      return { ...board };
    },
    getBoard: async (id) => rows.boards.get(id) ?? null,
    listBoards: async (id) => inWorkshop(rows.boards, id),
    updateBoard: async (id, { title, before }) => {
      const board = rows.boards.get(id);
      if (board === undefined) return null;
      if (before != null && rows.boards.get(before)?.workshopId !== board.workshopId) return null;
      const changed: StoredBoard = { ...board, ...(title !== undefined && { title }) };
      rows.boards.set(id, changed);
      if (before !== undefined && before !== id) move(rows, board.workshopId, id, before);
      return changed;
    },
    setBinned: async (id, binnedAtMs) => {
      const board = rows.boards.get(id);
      if (board) rows.boards.set(id, { ...board, binnedAtMs });
      return board !== undefined;
    },
  };
}

/** @param before null: to the end */
function move(rows: Rows, workshopId: WorkshopId, id: BoardId, before: BoardId | null): void {
  const all = inWorkshop(rows.boards, workshopId);
  const others = all.filter((board) => board.id !== id);
  const at = before === null ? others.length : others.findIndex((board) => board.id === before);
  const moved = all.filter((board) => board.id === id);
  for (const board of all) rows.boards.delete(board.id);
  for (const board of [...others.slice(0, at), ...moved, ...others.slice(at)]) rows.boards.set(board.id, board);
}
