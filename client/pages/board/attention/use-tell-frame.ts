import { useEffect, useEffectEvent } from 'react';
import type { BoardId, WorkshopId } from '../../../../shared/protocol/ids.ts';
import type { Spotlight } from '../../../../shared/session/attention.ts';
import { sendCommand } from '../../../api/commands.ts';
import { type useFrames, useNameInView } from '../../../canvas/frames.ts';

/** Whoever passes a frame on the way to another shows nobody anything in it, in ms. */
const stayMs = 1_500;

interface TellFrameOptions {
  readonly workshopId: WorkshopId;
  readonly boardId: BoardId;
  /** One's own, while others follow it; null otherwise. */
  readonly spotlight: Spotlight | null;
  readonly editor: Parameters<typeof useFrames>[0];
}

/** Tells those who have no canvas before them which frame it is that everybody is shown. */
export function useTellFrame({ workshopId, boardId, spotlight, editor }: TellFrameOptions): void {
  const frame = useNameInView(spotlight === null ? null : editor);
  const isNews = spotlight !== null && editor !== null && frame !== spotlight.frame;
  // What is not heard is told with the next frame: nothing that somebody does depends on it.
  const tell = useEffectEvent((name: string | null) => {
    void sendCommand(workshopId, { type: 'spotlight.frame', boardId, frame: name });
  });
  useEffect(() => {
    if (!isNews) return;
    const timer = setTimeout(() => tell(frame), stayMs);
    return () => clearTimeout(timer);
  }, [isNews, frame]);
}
