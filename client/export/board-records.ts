import type { Editor, TLRecord } from 'tldraw';
import { z } from 'zod';
import { leftOutHeader, readLeftOut } from '../../shared/api/boards.ts';
import type { Records } from '../../shared/board/containment.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { validateRecord } from '../../shared/board/read-board.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { type Failure, readAnswer } from '../api/call.ts';
import { fetchFile } from '../api/fetch-file.ts';
import { unreadableOn } from '../canvas/unreadable-records.ts';
import { inSlices } from './next-turn.ts';
import type { OpenBoard } from './report-choice.ts';
import { withoutPrivate } from './without-private.ts';

/** A board at one moment. */
export interface BoardSnapshot {
  readonly records: Records;
  /** How many records of it no canvas can show. */
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
  return { records: withoutPrivate(records), unreadable: unreadableOn(editor).length };
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
  const answer = await fetchFile(
    `/api/boards/${boardId}/export/json`,
    async (response) => ({ text: await response.text(), leftOut: readLeftOut(response.headers.get(leftOutHeader)) }),
    signal,
  );
  signal.throwIfAborted();
  if (!answer.ok) throw new BoardNotRead(answer.failure);
  const { text, leftOut } = answer.value;
  const file = readAnswer({ status: 200, text }, BoardFile);
  if (!file.ok) throw new BoardNotRead(file.failure);
  const records = new Map<string, TLRecord>();
  let unreadable = leftOut.records;
  await inSlices(file.value.records, signal, (record) => {
    try {
      records.set(record.id, validateRecord(record as AnyRecord));
    } catch {
      unreadable++;
    }
  });
  return { records, unreadable };
}
