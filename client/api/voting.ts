import { type CastBallotRequest, VotingResponse } from '../../shared/api/voting.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

const votingPath = (board: BoardId): string => `/api/boards/${board}/voting`;
const BallotResponse = VotingResponse.pick({ ballot: true });

/** One's own ballot in the round that is open, and the rounds that are closed. */
export const readVoting = (board: BoardId): Promise<Answer<VotingResponse>> =>
  call({ method: 'GET', path: votingPath(board), response: VotingResponse });

/** Takes the place of what one voted before. Arrives also from a page that is just being left. */
export const castBallot = (board: BoardId, body: CastBallotRequest): Promise<Answer<Pick<VotingResponse, 'ballot'>>> =>
  call({ method: 'PUT', path: `${votingPath(board)}/ballot`, body, keepalive: true, response: BallotResponse });
