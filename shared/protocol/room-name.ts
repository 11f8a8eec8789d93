import { BoardId } from './ids.ts';

/** Wire name of a room, the part of the socket's path behind `/sync/`. */
export type RoomName = string & { readonly __brand: 'RoomName' };

/** What a room name says: which document of which board. Private and organisation layers join this union. */
export type RoomAddress = { readonly layer: 'shared'; readonly boardId: BoardId };

export function formatRoomName(address: RoomAddress): RoomName {
  return `board/${address.boardId}` as RoomName;
}

/** @returns null for a name that no room can have. */
export function parseRoomName(name: string): RoomAddress | null {
  const [kind, board, ...rest] = name.split('/');
  if (kind !== 'board' || rest.length > 0) return null;
  const boardId = BoardId.safeParse(board);
  return boardId.success ? { layer: 'shared', boardId: boardId.data } : null;
}
