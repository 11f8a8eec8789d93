import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { PassingReactions } from '../../../facilitation/reactions/PassingReactions.tsx';
import { ReactionTray } from '../../../facilitation/reactions/ReactionTray.tsx';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { showTray, useTray } from './tray.ts';
import { usePassingReactions } from './use-passing-reactions.ts';
import { useReact } from './use-react.ts';

interface ReactionsProps {
  readonly room: OpenRoom;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** The tray would be on the wall as well. */
  readonly isProjecting: boolean;
}

/** A whole room that applauds is no more readable with all of it. */
const shownMax = 12;

/** What people show each other over the board, and what one shows oneself. */
export function Reactions({ room, data, board, isProjecting }: ReactionsProps) {
  const react = useReact(board.id);
  const isOpen = useTray();
  const passing = usePassingReactions(room, data, shownMax);
  return (
    <>
      <PassingReactions passing={passing} />
      {isOpen && !isProjecting && (
        <ReactionTray onReact={(reaction) => void react(reaction)} onClose={() => showTray(false)} />
      )}
    </>
  );
}
