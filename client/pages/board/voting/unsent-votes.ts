import type { ParticipantId, RoundId } from '../../../../shared/protocol/ids.ts';
import type { Votes } from '../../../../shared/session/voting.ts';

/** Of whom, in which round. */
export interface Voter {
  readonly participantId: ParticipantId;
  readonly roundId: RoundId;
}

/*
 * What the server did not have when the page that showed it was gone. A phone shows its own page and the canvas in turn:
 * each goes on with what the other could not send. It lasts as long as the tab's script.
 */
const left = new Map<string, Votes>();

const keyOf = ({ participantId, roundId }: Voter): string => `${participantId} ${roundId}`;

export const leaveVotes = (voter: Voter, votes: Votes): void => void left.set(keyOf(voter), votes);

/** The server has them, late. */
export function votesArrived(voter: Voter, votes: Votes): void {
  if (left.get(keyOf(voter)) === votes) left.delete(keyOf(voter));
}

/** @returns undefined where nothing was left */
export function takeVotes(voter: Voter): Votes | undefined {
  const votes = left.get(keyOf(voter));
  left.delete(keyOf(voter));
  return votes;
}
