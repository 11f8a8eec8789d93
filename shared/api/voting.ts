import { z } from 'zod';
import { ParticipantId, RoundId } from '../protocol/ids.ts';
import { Tally } from '../session/tally.ts';
import { Votes, VotingRound } from '../session/voting.ts';
import { TimestampMs } from './time.ts';

/** A round that was counted. */
export const ClosedRound = z.object({
  round: VotingRound,
  closedAtMs: TimestampMs,
  tally: Tally,
  /** Who voted what, of a round that was declared open before; of every other nobody knows, and nothing is kept. */
  ballots: z.array(z.object({ participantId: ParticipantId, votes: Votes })).nullable(),
});
export type ClosedRound = z.infer<typeof ClosedRound>;

/** One's own ballot, which takes the place of the one before. */
export const CastBallotRequest = z.object({ roundId: RoundId, votes: Votes });
export type CastBallotRequest = z.input<typeof CastBallotRequest>;

/** What a round is about, for whoever has no canvas before them: what everybody sees of the cards. */
export const VotingCardsResponse = z.object({
  cards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.string(),
      /** The organisation that it names: an id, or a name that nobody joined with. */
      org: z.string().nullable(),
      /** Whether it is the voice of those affected. */
      isVoice: z.boolean(),
    }),
  ),
});
export type VotingCardsResponse = z.infer<typeof VotingCardsResponse>;

export const VotingResponse = z.object({
  /** One's own in the round that is open. */
  ballot: Votes,
  /** How many have voted so far in that. */
  voters: z.int().nonnegative(),
  /** The newest first. */
  rounds: z.array(ClosedRound),
});
export type VotingResponse = z.infer<typeof VotingResponse>;
