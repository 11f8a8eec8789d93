import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { sendReaction } from '../../../api/reactions.ts';
import { PassingReactions } from '../../../facilitation/reactions/PassingReactions.tsx';
import { ReactionTray } from '../../../facilitation/reactions/ReactionTray.tsx';
import { failureText } from '../../../i18n/failure-text.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { useToast } from '../../../ui/toast.ts';
import { showTray, useTray } from './tray.ts';
import { usePassingReactions } from './use-passing-reactions.ts';

interface ReactionsProps {
  readonly room: OpenRoom;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** The tray would be on the wall as well. */
  readonly isProjecting: boolean;
}

/** What people show each other over the board, and what one shows oneself. */
export function Reactions({ room, data, board, isProjecting }: ReactionsProps) {
  const t = useText();
  const toast = useToast();
  const isOpen = useTray();
  const passing = usePassingReactions(room, data);
  return (
    <>
      <PassingReactions passing={passing} />
      {isOpen && !isProjecting && (
        <ReactionTray
          onReact={async (reaction) => {
            const answer = await sendReaction(board.id, reaction);
            if (!answer.ok) toast(failureText(answer.failure, t).title);
          }}
          onClose={() => showTray(false)}
        />
      )}
    </>
  );
}
