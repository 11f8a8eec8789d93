import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Reaction } from '../../../../shared/session/reactions.ts';
import { sendReaction } from '../../../api/reactions.ts';
import { failureText } from '../../../i18n/failure-text.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { useToast } from '../../../ui/toast.ts';

/** Shows everybody on a board a reaction; what went wrong is said. */
export function useReact(boardId: BoardId): (reaction: Reaction) => Promise<void> {
  const t = useText();
  const toast = useToast();
  return async (reaction) => {
    const answer = await sendReaction(boardId, reaction);
    if (!answer.ok) toast(failureText(answer.failure, t).title);
  };
}
