import type { ClosedRound } from '../../shared/api/voting.ts';
import type { BoardId, ParticipantId, RoundId } from '../../shared/protocol/ids.ts';
import type { Ballot } from '../../shared/session/tally.ts';
import type { Votes } from '../../shared/session/voting.ts';

export interface StoredBallot extends Ballot {
  readonly participantId: ParticipantId;
}

/**
 * Ballots of rounds that are open, and what rounds came to. Every call is atomic and durable when it resolves; all throw
 * StorageError (update-log.ts) when storage is out of reach.
 */
export interface VoteStore {
  /**
   * Takes the place of the ballot before, and counts for the same organisation as that; the first one of a round counts for
   * the one that its voter is part of then.
   * @returns false, and keeps nothing, for a program and for whoever was removed: they are not among the people.
   */
  keepBallot(roundId: RoundId, participantId: ParticipantId, votes: Votes): Promise<boolean>;
  /** @returns null for who has none */
  readBallot(roundId: RoundId, participantId: ParticipantId): Promise<Votes | null>;
  /**
   * Those of people who were not removed, and of no program, with the organisation that each counts for: where that is part of
   * another by now, the other.
   */
  listBallots(roundId: RoundId): Promise<readonly StoredBallot[]>;
  /** Keeps what a round came to, and none of its ballots. A round that is closed already stays as it is. */
  closeRound(closed: ClosedRound): Promise<void>;
  /** @returns null for one that is not closed */
  getClosedRound(id: RoundId): Promise<ClosedRound | null>;
  /** The newest first. */
  listClosedRounds(boardId: BoardId): Promise<readonly ClosedRound[]>;
}
