import { useEffect, useEffectEvent } from 'react';
import type { Votes, VotingRound } from '../../../shared/session/voting.ts';
import { onlyOn } from './ballot.ts';
import type { BallotState } from './ballot-box.ts';

interface OwnVotes {
  readonly votes: Votes;
  readonly state: BallotState;
  readonly change: (votes: Votes) => void;
}

/**
 * One's own votes on what is still voted on. The server takes no ballot with what is gone: where it refuses one, that is let
 * go of.
 * @param items what is voted on in the round, as this page knows it
 */
export function useStandingVotes(
  { method }: VotingRound,
  items: readonly { readonly id: string }[],
  { votes: all, state, change }: OwnVotes,
): Votes {
  const votes = method.type === 'fist' ? all : onlyOn(all, new Set(items.map(({ id }) => id)));
  const isStuck = state.status === 'unsaved' && votes !== all && items.length > 0;
  const letGo = useEffectEvent(() => change(votes));
  useEffect(() => {
    if (isStuck) letGo();
  }, [isStuck]);
  return votes;
}
