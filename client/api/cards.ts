import { type SendCardRequest, SendCardResponse } from '../../shared/api/cards.ts';
import { VotingCardsResponse } from '../../shared/api/voting.ts';
import type { BoardId, RoundId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

/** Sent again under the same id the card is there once. Arrives also from a page that is just being left. */
export const sendCard = (board: BoardId, body: SendCardRequest): Promise<Answer<SendCardResponse>> =>
  call({ method: 'POST', path: `/api/boards/${board}/cards`, body, keepalive: true, response: SendCardResponse });

/** What a round is about. */
export const readVotingCards = (board: BoardId, round: RoundId): Promise<Answer<VotingCardsResponse>> =>
  call({ method: 'GET', path: `/api/boards/${board}/voting/${round}/cards`, response: VotingCardsResponse });
