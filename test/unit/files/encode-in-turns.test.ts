import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeInTurns, encodeRecords } from '../../../server/files/land.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { note } from '../board/support/records.ts';

const recordsIn = (update: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return readBoard(doc).records;
};

it('[BOP23] a large board is copied in many small turns, so that rooms go on meanwhile', async () => {
  const records = Array.from({ length: 1_000 }, (_, at) => note(`n${at}`, `Words ${at}`) as AnyRecord);
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const update = await encodeInTurns(records);
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(50);
  expect(recordsIn(update)).toEqual(recordsIn(encodeRecords(records)));
});
