import { setImmediate as nextTurn } from 'node:timers/promises';
import * as Y from 'yjs';
import { recordsOf, schemaOf } from '../../shared/board/document.ts';
import { LeftOutList } from '../../shared/board/files/file-fault.ts';
import type { FileBoard } from '../../shared/board/files/read-file.ts';
import { type AnyRecord, createGroups, splitRecord } from '../../shared/board/groups.ts';
import { boardSchema } from '../../shared/board/schema.ts';
import { legal } from '../../shared/board/write.ts';
import { seedClientId } from '../../shared/method/seed.ts';
import { Review } from '../rooms/review.ts';
import type { PicturedContent, TakenPicture } from './take-pictures.ts';

/** A board of a file as a room would hold it. */
export interface LandedBoard extends Omit<FileBoard, 'records'> {
  readonly records: readonly AnyRecord[];
  /** First entry of the log of a board that is made of it. */
  readonly update: Uint8Array;
  /** What its assets show, under the ids that they name. */
  readonly pictures: readonly TakenPicture[];
}

export interface LandedFile extends Omit<PicturedContent, 'boards'> {
  readonly boards: readonly LandedBoard[];
}

/**
 * Holds every record of a file against what rooms hold edits against, on a document of its own: what comes out of it is
 * what any room takes whole.
 */
export function landFile({ boards, leftOut, format }: PicturedContent): LandedFile {
  const refused = new LeftOutList();
  const landed = boards.map(({ records, ...facts }) => {
    const accepted = review(records, refused);
    return { ...facts, records: [...accepted.values()], update: encodeRecords(accepted.values()) };
  });
  return { format, boards: landed, leftOut: [...leftOut, ...refused.entries] };
}

function review(records: ReadonlyMap<string, AnyRecord>, refused: LeftOutList): ReadonlyMap<string, AnyRecord> {
  const doc = new Y.Doc();
  const judge = new Review(doc);
  doc.transact(() => write(doc, records.values()), 'file');
  const { putBack } = judge.settle(null, 0);
  const broken = new Set(putBack.map(({ id }) => id));
  for (const [id, record] of records) {
    // A group that is left with one thing is dissolved: nothing of it is missed.
    if (judge.records.has(id) || (record.type === 'group' && !broken.has(id))) continue;
    refused.add(String(record.type), broken.has(id) ? 'broken' : 'hangs-loose');
  }
  doc.destroy();
  return judge.records;
}

/** Records as the first entry of the log of a board that has nothing else. */
export function encodeRecords(records: Iterable<AnyRecord>): Uint8Array {
  const doc = emptyBoard();
  doc.transact(() => write(doc, records), 'file');
  return encoded(doc);
}

/** Some milliseconds. */
const RECORDS_PER_TURN = 20;

/** The same where rooms wait for their turn meanwhile: a large board takes seconds. */
export async function encodeInTurns(records: readonly AnyRecord[]): Promise<Uint8Array> {
  const doc = emptyBoard();
  for (let at = 0; at < records.length; at += RECORDS_PER_TURN) {
    doc.transact(() => write(doc, records.slice(at, at + RECORDS_PER_TURN)), 'file');
    await nextTurn();
  }
  return encoded(doc);
}

function emptyBoard(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = seedClientId;
  doc.transact(() => {
    for (const [key, value] of Object.entries(boardSchema.serialize())) schemaOf(doc).set(key, value);
  }, 'file');
  return doc;
}

function encoded(doc: Y.Doc): Uint8Array {
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function write(doc: Y.Doc, records: Iterable<AnyRecord>): void {
  for (const record of records) {
    const { rich, ...plain } = splitRecord(record);
    recordsOf(doc).set(record.id, createGroups(rich === undefined ? plain : { ...plain, rich: legal(rich) }));
  }
}
