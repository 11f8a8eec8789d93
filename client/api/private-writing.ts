import type { BoardId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

/** Puts before everybody what one wrote privately and was not revealed with the rest. */
export const publishPrivate = (board: BoardId): Promise<Answer<null>> =>
  call({ method: 'POST', path: `/api/boards/${board}/private/publish`, response: null });
