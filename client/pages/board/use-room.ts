import { useEffect, useState } from 'react';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { type OpenRoom, openRoom } from '../../sync/open-room.ts';

/** The board's room for as long as the page shows it; null until it is being opened. */
export function useRoom(boardId: BoardId, silent: boolean): OpenRoom | null {
  const [room, setRoom] = useState<OpenRoom | null>(null);
  useEffect(() => {
    const opened = openRoom({ boardId, silent });
    setRoom(opened);
    return () => {
      setRoom(null);
      opened.close();
    };
  }, [boardId, silent]);
  return room;
}
