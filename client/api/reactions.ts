import type { BoardId } from '../../shared/protocol/ids.ts';
import type { Reaction } from '../../shared/session/reactions.ts';
import { type Answer, call } from './call.ts';

export const sendReaction = (boardId: BoardId, reaction: Reaction): Promise<Answer<void>> =>
  call({ method: 'POST', path: `/api/boards/${boardId}/reactions`, body: { reaction }, response: null });
