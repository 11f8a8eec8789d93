import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { OrganisationId, ParticipantId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Votes } from '../../../shared/session/voting.ts';
import type { VoteStore } from '../vote-store.ts';

/** Votes as plainly as they can be said. @param organisationOf null for somebody who is not known */
export function createMemoryVotes(organisationOf: (id: ParticipantId) => Promise<OrganisationId | null>): VoteStore {
  const ballots = new Map<RoundId, Map<ParticipantId, Votes>>();
  const closed = new Map<RoundId, ClosedRound>();
  return {
    keepBallot: async (roundId, participantId, votes) => {
      ballots.set(roundId, new Map(ballots.get(roundId)).set(participantId, votes));
    },
    readBallot: async (roundId, participantId) => ballots.get(roundId)?.get(participantId) ?? null,
    listBallots: async (roundId) => {
      const all = [...(ballots.get(roundId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      const counted = all.map(async ([participantId, votes]) => {
        const organisationId = await organisationOf(participantId);
        return organisationId === null ? [] : [{ participantId, organisationId, votes }];
      });
      return (await Promise.all(counted)).flat();
    },
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
