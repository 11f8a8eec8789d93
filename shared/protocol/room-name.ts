import { BoardId, ParticipantId } from './ids.ts';

/** Wire name of a room, the part of the socket's path behind `/sync/`. */
export type RoomName = string & { readonly __brand: 'RoomName' };

/**
 * What a room name says: which document of which board. `shared` is everybody's; `own` is one person's, whom nobody else
 * reads, not even facilitators. Layers of organisations join this union.
 */
export type RoomAddress =
  | { readonly layer: 'shared'; readonly boardId: BoardId }
  | { readonly layer: 'own'; readonly boardId: BoardId; readonly participantId: ParticipantId };

export function formatRoomName(address: RoomAddress): RoomName {
  const board = `board/${address.boardId}`;
  return (address.layer === 'shared' ? board : `${board}/own/${address.participantId}`) as RoomName;
}

/** What the names of all own layers of a board begin with, and no other name. */
export const ownLayersOf = (boardId: BoardId): string => `board/${boardId}/own/`;

/** @returns null for a name that no room can have. */
export function parseRoomName(name: string): RoomAddress | null {
  const [kind, board, layer, person, ...rest] = name.split('/');
  if (kind !== 'board' || rest.length > 0) return null;
  const boardId = BoardId.safeParse(board);
  if (!boardId.success) return null;
  if (layer === undefined) return { layer: 'shared', boardId: boardId.data };
  const participantId = ParticipantId.safeParse(person);
  if (layer !== 'own' || !participantId.success) return null;
  return { layer: 'own', boardId: boardId.data, participantId: participantId.data };
}
