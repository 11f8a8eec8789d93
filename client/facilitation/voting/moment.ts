import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { VotingRound } from '../../../shared/session/voting.ts';

/** The round that is open on a board; null while there is none, whatever another board has. */
export const roundOn = ({ voting }: Pick<Session, 'voting'>, boardId: BoardId): VotingRound | null =>
  voting?.boardId === boardId ? voting : null;

export interface VotingNews {
  readonly closed: VotingRound | null;
  readonly begun: VotingRound | null;
}

/** What is to be said when one moment follows another; also of the first one, before which there was none. */
export const newsBetween = (before: VotingRound | null, now: VotingRound | null): VotingNews =>
  before?.id === now?.id ? { closed: null, begun: null } : { closed: before, begun: now };
