import { AgendaResponse } from '../../shared/api/agenda.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

/** For facilitators: what a session on the board would go through. */
export const readAgenda = (board: BoardId): Promise<Answer<AgendaResponse>> =>
  call({ method: 'GET', path: `/api/boards/${board}/agenda`, response: AgendaResponse });
