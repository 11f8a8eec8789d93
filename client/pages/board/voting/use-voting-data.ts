import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { VotingResponse } from '../../../../shared/api/voting.ts';
import type { Board } from '../../../../shared/api/workshops.ts';
import type { ParticipantId, RoundId } from '../../../../shared/protocol/ids.ts';
import type { Votes, VotingRound } from '../../../../shared/session/voting.ts';
import type { Answer, Failure } from '../../../api/call.ts';
import { type BallotBox, type BallotState, createBallotBox } from '../../../facilitation/voting/ballot-box.ts';
import type { BallotView, RoundsView } from '../../../facilitation/voting/VotePanel.tsx';
import { variable } from '../../../sync/observable.ts';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { leaveVotes, takeVotes, type Voter, votesArrived } from './unsent-votes.ts';

interface VotingDataOptions {
  readonly room: Pick<OpenRoom, 'state' | 'onLeave'>;
  readonly board: Board;
  /** Who votes here. */
  readonly me: ParticipantId;
  /** The one that is open here. */
  readonly round: VotingRound | null;
  /** The last that was open while this page was there. */
  readonly last: VotingRound | null;
  readonly mayVote: boolean;
  /** Whether somebody looks at what rounds came to. */
  readonly isWanted: boolean;
  /** Whether a card is still on the board. */
  isThere(id: string): boolean;
}

type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  /** With the round that was open when it was asked for, and how far the ballot box of then had come. */
  | {
      readonly status: 'ready';
      readonly response: VotingResponse;
      readonly roundId: RoundId | null;
      readonly asked: { readonly box: BallotBox | null; readonly turn: number };
    };

const loadApi = () => import('../../../api/voting.ts');

/** What asks comes with the first question: the board does not wait for it. */
async function ask<Value>(
  question: (api: Awaited<ReturnType<typeof loadApi>>) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  try {
    return await question(await loadApi());
  } catch {
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

const noVotes = variable<Votes>({});
const saved = variable<BallotState>({ status: 'saved' });
/** Between two looks for a round that is being counted. */
const countingMs = 1_500;

/** One's own ballot and the rounds of a board, as of the last word of the server. */
export function useVotingData({ room, board, me, round, last, mayVote, isWanted, isThere }: VotingDataOptions) {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const [box, setBox] = useState<BallotBox | null>(null);
  const roundId = round?.id ?? null;
  const turn = useRef(0);
  const newestBox = useRef<BallotBox | null>(null);
  const there = useRef(isThere);
  useEffect(() => {
    there.current = isThere;
  });
  const reload = useCallback(async () => {
    turn.current += 1;
    const own = turn.current;
    const asked = { box: newestBox.current, turn: newestBox.current?.turn() ?? 0 };
    const answer = await ask(({ readVoting }) => readVoting(board.id));
    if (own !== turn.current) return;
    if (answer.ok) return setLoaded({ status: 'ready', response: answer.value, roundId, asked });
    const { failure } = answer;
    // What is known stays, but for another round.
    setLoaded((known) =>
      known.status === 'ready' && known.roundId === roundId ? known : { status: 'failed', failure },
    );
  }, [board.id, roundId]);

  const isAsked = !board.example && (isWanted || roundId !== null);
  useEffect(() => {
    if (!isAsked) return;
    void reload();
    let wasLive = room.state.get().status === 'live';
    return room.state.subscribe(() => {
      const isLive = room.state.get().status === 'live';
      // A round may have been closed, or another device voted, while the line was down.
      if (isLive && !wasLive) void reload();
      wasLive = isLive;
    });
  }, [isAsked, reload, room]);

  const isReady = mayVote && roundId !== null && loaded.status === 'ready' && loaded.roundId === roundId;
  const answered = loaded.status === 'ready' ? loaded : null;
  const response = answered?.response ?? null;
  const makeBox = useEffectEvent((voter: Voter) => {
    const made = createBallotBox({
      votes: response?.ballot ?? {},
      cast: async (all) => {
        const votes = Object.fromEntries(Object.entries(all).filter(([card]) => there.current(card)));
        const answer = await ask(({ castBallot }) => castBallot(board.id, { roundId: voter.roundId, votes }));
        if (answer.ok) votesArrived(voter, all);
        return answer;
      },
      read: () => ask(({ readVoting }) => readVoting(board.id)),
    });
    const unsent = takeVotes(voter);
    if (unsent !== undefined) made.change(unsent);
    return made;
  });
  useEffect(() => {
    if (!isReady || roundId === null) return;
    const voter = { participantId: me, roundId };
    const made = makeBox(voter);
    newestBox.current = made;
    setBox(made);
    return () => {
      const { status } = made.state.get();
      if (status === 'sending' || status === 'unsaved') leaveVotes(voter, made.votes.get());
      made.dispose();
      newestBox.current = null;
      setBox(null);
    };
  }, [isReady, roundId, me]);
  useEffect(() => (box === null ? undefined : room.onLeave(box.hurry)), [box, room]);
  useEffect(() => {
    if (box === null || answered === null) return;
    const { asked, response } = answered;
    box.adopt(response.ballot, asked.box === box ? asked.turn : 0);
    box.hurry();
  }, [box, answered]);

  const isCounting =
    round === null &&
    last !== null &&
    response !== null &&
    !response.rounds.some((known) => known.round.id === last.id);
  useEffect(() => {
    if (!isCounting || !isWanted) return;
    const timer = setInterval(() => void reload(), countingMs);
    return () => clearInterval(timer);
  }, [isCounting, isWanted, reload]);

  const { votes: ownVotes, state: ownState } = box ?? { votes: noVotes, state: saved };
  const votes = useSyncExternalStore(ownVotes.subscribe, ownVotes.get);
  const state = useSyncExternalStore(ownState.subscribe, ownState.get);
  const ballot: BallotView = !mayVote
    ? { status: 'watching' }
    : box !== null
      ? { status: 'ready', votes, state, change: box.change }
      : loaded.status === 'failed'
        ? loaded
        : { status: 'loading' };
  const rounds: RoundsView =
    loaded.status === 'ready'
      ? isCounting
        ? { status: 'loading' }
        : { status: 'ready', rounds: loaded.response.rounds }
      : loaded;
  /** As many as had voted when it was asked. */
  const voters = loaded.status === 'ready' && loaded.roundId === roundId ? loaded.response.voters : null;
  return { ballot, rounds, voters, reload };
}
