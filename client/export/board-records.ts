import type { Editor, TLRecord } from 'tldraw';
import { z } from 'zod';
import type { Records } from '../../shared/board/containment.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { validateRecord } from '../../shared/board/read-board.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { call, type Failure } from '../api/call.ts';
import { inSlices } from './next-turn.ts';
import type { OpenBoard } from './report-choice.ts';
import { withoutPrivate } from './without-private.ts';

/** A board at one moment. */
export interface BoardSnapshot {
  readonly records: Records;
  /** How many records no canvas can show. */
  readonly unreadable: number;
}

/** The server did not give a board. */
export class BoardNotRead extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`the board was not read: ${failure.kind}`);
    this.failure = failure;
  }
}

/** What is on a canvas now for everybody; records never change, so nothing is copied. */
export function snapshotOf(editor: Editor): BoardSnapshot {
  const records = new Map<string, TLRecord>(Object.entries(editor.store.serialize('document')));
  return { records: withoutPrivate(records), unreadable: 0 };
}

/**
 * A board as it is now.
 * @param open what is on a canvas here
 * @throws BoardNotRead, or the signal's reason once it is aborted
 */
export const readSnapshot = async (open: OpenBoard | null, id: BoardId, signal: AbortSignal): Promise<BoardSnapshot> =>
  id === open?.board.id ? snapshotOf(open.editor) : fetchSnapshot(id, signal);

/** Of what the server sends only what is read here. */
const BoardFile = z.object({
  format: z.literal('commonboard'),
  records: z.array(z.looseObject({ id: z.string(), typeName: z.string() })),
});

/**
 * A board that is not open here, with all that the role may read.
 * @throws BoardNotRead, or the signal's reason once it is aborted
 */
async function fetchSnapshot(boardId: BoardId, signal: AbortSignal): Promise<BoardSnapshot> {
  const answer = await call({ method: 'GET', path: `/api/boards/${boardId}/export/json`, response: BoardFile });
  signal.throwIfAborted();
  if (!answer.ok) throw new BoardNotRead(answer.failure);
  const records = new Map<string, TLRecord>();
  let unreadable = 0;
  await inSlices(answer.value.records, signal, (record) => {
    try {
      records.set(record.id, validateRecord(record as AnyRecord));
    } catch {
      unreadable++;
    }
  });
  return { records, unreadable };
}
