import type { BoardId } from '../../shared/protocol/ids.ts';
import { Balance } from '../../shared/session/balance.ts';
import { type Answer, call } from './call.ts';

/** For facilitators: who writes and speaks how much, as it is now. */
export const readBalance = (board: BoardId): Promise<Answer<Balance>> =>
  call({ method: 'GET', path: `/api/boards/${board}/balance`, response: Balance });
