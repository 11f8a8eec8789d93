import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Session } from '../../../shared/session/session.ts';
import { type LiveLine, openLiveLine } from '../../sync/live-line.ts';
import { variable } from '../../sync/observable.ts';

/** The board's live line for as long as the page shows it; null until it is being opened. */
export function useLine(boardId: BoardId): LiveLine | null {
  const [line, setLine] = useState<LiveLine | null>(null);
  useEffect(() => {
    const opened = openLiveLine({ boardId });
    setLine(opened);
    return () => {
      setLine(null);
      opened.close();
    };
  }, [boardId]);
  return line;
}

const untold = variable<Session | null>(null);

/** The newest that is known of the session: as it came with the page, and what was told since. */
export function useNewestSession(line: LiveLine | null, first: Session): Session {
  const { subscribe, get } = line?.session ?? untold;
  const told = useSyncExternalStore(subscribe, get);
  return told !== null && told.seq > first.seq ? told : first;
}
