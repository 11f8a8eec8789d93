import { useEffect, useState } from 'react';
import type { VotingCardsResponse } from '../../../shared/api/voting.ts';
import type { BoardId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { readVotingCards } from '../../api/cards.ts';

export type VotingCard = VotingCardsResponse['cards'][number];

/** How often the list follows the board while a round is open: sixty phones ask, and cards are seldom written then. */
const openMs = 15_000;
const retryMs = 2_000;

interface VotingCardsOptions {
  readonly boardId: BoardId;
  /** Null while there is none. */
  readonly roundId: RoundId | null;
  /** Others may still write and take away cards. */
  readonly isOpen: boolean;
  /** The server does not take a ballot: something on the list may be gone, and is looked for at once. */
  readonly isRefused: boolean;
}

/** The cards of a round; `list` is null until they are there. */
export function useVotingCards({ boardId, roundId, isOpen, isRefused }: VotingCardsOptions) {
  const [known, setKnown] = useState<{ readonly roundId: RoundId; readonly list: readonly VotingCard[] } | null>(null);
  const [refused, setRefused] = useState<RoundId | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: refused, they are looked at anew.
  useEffect(() => {
    if (roundId === null) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const answer = await readVotingCards(boardId, roundId);
      if (isGone) return;
      if (answer.ok) {
        const { cards } = answer.value;
        setKnown((before) =>
          before?.roundId === roundId && JSON.stringify(before.list) === JSON.stringify(cards)
            ? before
            : { roundId, list: cards },
        );
      } else if (isFinal(answer.failure)) setRefused(roundId);
      if (answer.ok ? isOpen : !isFinal(answer.failure))
        timer = setTimeout(() => void look(), answer.ok ? openMs : retryMs);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [boardId, roundId, isOpen, isRefused]);
  // What is not to be had is nothing to vote on.
  if (refused !== null && refused === roundId) return { list: [] };
  return { list: known !== null && known.roundId === roundId ? known.list : null };
}

/** Asked again it is answered the same. */
const isFinal = (failure: Failure): boolean =>
  failure.kind === 'problem' && failure.problem.status < 500 && failure.problem.code !== 'too-many-requests';
