import { useEffect, useState } from 'react';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Session } from '../../../shared/session/session.ts';
import { type LiveLine, openLiveLine } from '../../sync/live-line.ts';

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

/** The newest that is known of the session: as it came with the page, and what was told since. */
export function useNewestSession(line: LiveLine | null, first: Session): Session {
  const [known, setKnown] = useState(first);
  useEffect(() => {
    if (line === null) return;
    const look = () => {
      const told = line.session.get();
      if (told !== null) setKnown((before) => (told.seq > before.seq ? told : before));
    };
    look();
    return line.session.subscribe(look);
  }, [line]);
  return known;
}
