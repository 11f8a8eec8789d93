import { nanoid } from 'nanoid';
import { useEffect, useEffectEvent, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { Session } from '../../../shared/session/session.ts';
import { type BoardRooms, type OwnLayerOptions, openBoardRooms } from '../../sync/board-rooms.ts';
import { hasOfflineCopy, offlineCopyName, openOfflineCopy } from '../../sync/offline-copy.ts';
import { storeWaitingChanges } from '../../sync/waiting-changes.ts';

export interface RoomOptions {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  /** Reads along and writes nothing. */
  readonly silent: boolean;
  /** Whether this person has a layer of their own there. */
  readonly hasOwn: boolean;
  /** The newest that is known of the session. */
  readonly session: Session;
}

/**
 * The board's rooms for as long as the page shows it; null until they are being opened. Those who write have a copy of
 * each in this browser, for work that the server has not got yet.
 */
export function useRooms({ boardId, participantId, silent, hasOwn, session }: RoomOptions): BoardRooms | null {
  const [rooms, setRooms] = useState<BoardRooms | null>(null);
  const open = useEffectEvent(() => {
    const copy = silent ? undefined : openOfflineCopy(offlineCopyName(participantId, boardId));
    const waiting = silent ? undefined : storeWaitingChanges(participantId, boardId, nanoid());
    const own = hasOwn ? ownLayer(participantId, boardId, silent) : null;
    return openBoardRooms({ boardId, silent, copy, waiting, own, session });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another of these is another room.
  useEffect(() => {
    const opened = open();
    setRooms(opened);
    return () => {
      setRooms(null);
      opened.close();
    };
  }, [boardId, participantId, silent, hasOwn]);
  return rooms;
}

function ownLayer(ownerId: ParticipantId, boardId: BoardId, silent: boolean): OwnLayerOptions {
  if (silent) return { ownerId, openCopy: () => undefined, isKept: async () => false };
  const name = offlineCopyName(ownerId, boardId, 'own');
  const waiting = storeWaitingChanges(ownerId, boardId, nanoid(), undefined, 'own');
  return {
    ...{ ownerId, waiting },
    openCopy: () => openOfflineCopy(name),
    isKept: async () => !waiting.isEmpty() || (await hasOfflineCopy(name)),
  };
}
