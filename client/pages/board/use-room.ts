import { nanoid } from 'nanoid';
import { useEffect, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { offlineCopyName, openOfflineCopy } from '../../sync/offline-copy.ts';
import { type OpenRoom, openRoom } from '../../sync/open-room.ts';
import { storeWaitingChanges } from '../../sync/waiting-changes.ts';

/**
 * The board's room for as long as the page shows it; null until it is being opened. Those who write have a copy of the
 * board in this browser, for work that the server has not got yet.
 */
export function useRoom(boardId: BoardId, participantId: ParticipantId, silent: boolean): OpenRoom | null {
  const [room, setRoom] = useState<OpenRoom | null>(null);
  useEffect(() => {
    const copy = silent ? undefined : openOfflineCopy(offlineCopyName(participantId, boardId));
    const waiting = silent ? undefined : storeWaitingChanges(participantId, boardId, nanoid());
    const opened = openRoom({ boardId, silent, copy, waiting });
    setRoom(opened);
    return () => {
      setRoom(null);
      opened.close();
    };
  }, [boardId, participantId, silent]);
  return room;
}
