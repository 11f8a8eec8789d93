import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isPromisedAnonymous, type OwnMeta } from '../../../shared/board/promise.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { type Session, wasAnonymousOn } from '../../../shared/session/session.ts';

/**
 * What a record that comes to an own layer says of how it is to be shown: nothing later changes what was announced. One that
 * says itself that it was written without names is of such a round, however late it comes.
 * @param session of the board's workshop; null while nobody is there of whom that is known
 * @returns null where nobody was ever told so: it would be a way to write without a name at any time
 */
export function promiseIn(session: Session | null, boardId: BoardId, record: AnyRecord): OwnMeta | null {
  const isPromised = isPromisedAnonymous(record);
  if (session === null) return { anonymous: isPromised };
  if (isPromised) return wasAnonymousOn(session, boardId) ? { anonymous: true } : null;
  const { privateWriting, anonymousBoards } = session;
  const isOn = privateWriting?.boardId === boardId;
  return { anonymous: isOn ? privateWriting.isAnonymous : anonymousBoards.includes(boardId) };
}
