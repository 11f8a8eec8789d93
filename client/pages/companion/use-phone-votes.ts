import { useState } from 'react';
import type { LiveLine } from '../../sync/live-line.ts';
import { variable } from '../../sync/observable.ts';
import type { RoomState } from '../../sync/room-state.ts';
import { useVotingData } from '../board/voting/use-voting-data.ts';

type VotingOptions = Parameters<typeof useVotingData>[0];

interface PhoneVotesOptions extends Omit<VotingOptions, 'room' | 'last' | 'isThere'> {
  /** Null until it is being opened. */
  readonly line: LiveLine | null;
}

const unopened: VotingOptions['room'] = {
  state: variable<RoomState>({ status: 'connecting' }),
  onLeave: () => () => undefined,
};

/** One's own votes for as long as the page is there: what was given without a connection is sent whatever it shows then. */
export function usePhoneVotes({ line, round, ...options }: PhoneVotesOptions) {
  const [last, setLast] = useState(round);
  if (round !== null && round.id !== last?.id) setLast(round);
  return useVotingData({
    ...options,
    room: line ?? unopened,
    // Nothing is asked before it can be heard what comes of it.
    round: line === null ? null : round,
    last,
    isThere: () => true,
  });
}
