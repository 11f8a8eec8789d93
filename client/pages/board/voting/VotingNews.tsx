import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { roundOn } from '../../../facilitation/voting/moment.ts';
import { useVotingNews } from '../../../facilitation/voting/use-voting-news.ts';

interface VotingNewsProps {
  readonly session: Session;
  readonly boardId: BoardId;
}

/** Shows nothing. One for all rooms that a board is opened in, one after the other: a new room is no news. */
export function VotingNews({ session, boardId }: VotingNewsProps): null {
  useVotingNews(roundOn(session, boardId));
  return null;
}
