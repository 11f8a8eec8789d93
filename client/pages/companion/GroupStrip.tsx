import { useLocation } from 'wouter';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { currentBreakout, groupBoard } from '../../../shared/session/groups.ts';
import type { Session } from '../../../shared/session/session.ts';
import { BreakoutStrip } from '../board/breakouts/BreakoutStrip.tsx';
import { useBringing } from '../board/breakouts/use-bringing.ts';
import { useKnownGroups } from '../board/breakouts/use-known-groups.ts';
import { boardPath } from '../paths.ts';
import { useSend } from '../use-send.ts';

interface GroupStripProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly onStale: () => Promise<void>;
}

/** While groups are at work, the way to one's own and back: nobody is moved who may be in the middle of a card. */
export function GroupStrip({ data, board, session, onStale }: GroupStripProps) {
  const [, navigate] = useLocation();
  const { send, busy } = useSend(data.workshop.id);
  const here = groupBoard(session.breakouts, board.id);
  const breakout = here?.breakout ?? currentBreakout(session.breakouts);
  useKnownGroups(data, breakout, onStale);
  useBringing(data, session);
  if (breakout === null) return null;
  return (
    <BreakoutStrip
      {...{ data, board, session, breakout, busy }}
      group={here?.group ?? null}
      // What is sent stands below.
      next="line"
      onJoin={async (boardId) => {
        if (await send({ type: 'breakouts.join', boardId })) navigate(boardPath(data.workshop.id, boardId));
      }}
      onBring={undefined}
    />
  );
}
