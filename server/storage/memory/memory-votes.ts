import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { ParticipantId, RoundId } from '../../../shared/protocol/ids.ts';
import type { StoredBallot, VoteStore } from '../vote-store.ts';
import type { Rows } from './rows.ts';

/** Votes as plainly as they can be said. */
export function createMemoryVotes({
  participants,
  organisations,
}: Pick<Rows, 'participants' | 'organisations'>): VoteStore {
  const ballots = new Map<RoundId, Map<ParticipantId, StoredBallot>>();
  const closed = new Map<RoundId, ClosedRound>();
  const voterOf = (id: ParticipantId) => {
    const voter = participants.get(id);
    return voter?.kind === 'person' && voter.removedAtMs === null ? voter : null;
  };
  return {
    keepBallot: async (roundId, participantId, votes) => {
      const voter = voterOf(participantId);
      if (voter === null) return false;
      const others = ballots.get(roundId);
      const organisationId = others?.get(participantId)?.organisationId ?? voter.organisationId;
      ballots.set(roundId, new Map(others).set(participantId, { participantId, organisationId, votes }));
      return true;
    },
    readBallot: async (roundId, participantId) => ballots.get(roundId)?.get(participantId)?.votes ?? null,
    listBallots: async (roundId) =>
      [...(ballots.get(roundId)?.values() ?? [])]
        .filter(({ participantId }) => voterOf(participantId) !== null)
        .sort((a, b) => (a.participantId < b.participantId ? -1 : 1))
        .map(({ organisationId: at, ...ballot }) => ({
          ...ballot,
          organisationId: organisations.get(at)?.mergedInto ?? at,
        })),
    closeRound: async (round) => {
      if (!closed.has(round.round.id)) closed.set(round.round.id, round);
      ballots.delete(round.round.id);
    },
    getClosedRound: async (id) => closed.get(id) ?? null,
    listClosedRounds: async (boardId) =>
      [...closed.values()]
        .filter(({ round }) => round.boardId === boardId)
        .sort((a, b) => b.closedAtMs - a.closedAtMs || (a.round.id < b.round.id ? -1 : 1)),
  };
}
