import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Reaction } from '../../../../shared/session/reactions.ts';
import { sendReaction } from '../../../api/reactions.ts';
import { failureText } from '../../../i18n/failure-text.ts';
import { useToast } from '../../../ui/toast.ts';

/** Shows everybody on a board a reaction; what went wrong is said. */
export function useReact(boardId: BoardId): (reaction: Reaction) => Promise<void> {
  const toast = useToast();
  return async (reaction) => {
    const answer = await sendReaction(boardId, reaction);
    if (answer.ok) return;
    const { failure } = answer;
    toast((t) => failureText(failure, t).title);
  };
}
