import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { nanoid } from 'nanoid';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { eraseWorkshop, findWorkshops, measureWorkshop } from '../../../server/storage/sqlite/erasure.ts';
import { openDatabase } from '../../../server/storage/sqlite/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { CommandId, SentCardId, type WorkshopId } from '../../../shared/protocol/ids.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Phase } from '../../../shared/session/agenda.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { noteGroups } from '../../support/notes.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import {
  asStored,
  newBoardId,
  newCommentId,
  newImageId,
  newInvite,
  newRoundId,
  newSessionId,
  newTokenHash,
  newVersionId,
} from './ids.ts';
import { silentLog } from './subjects.ts';
import { createdAtMs, entry, newWorkshop } from './workshop-steps.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A workshop of which something stands in every table, each time with its mark. @param browser that was elsewhere too */
async function fill(storage: Storage, mark: string, browser = { id: newSessionId(), tokenHash: newTokenHash() }) {
  const { workshops, log, history, images, comments, votes, agendas, sent } = storage;
  const workshop = { ...newWorkshop(), title: `Title ${mark}` };
  const [facilitator, viewer] = [newInvite('facilitator'), newInvite('viewer')];
  await workshops.createWorkshop(workshop, [facilitator, viewer], []);
  const link = (role: Role) => asStored(role === 'viewer' ? viewer : facilitator, workshop.id, createdAtMs);
  const own = { id: newSessionId(), tokenHash: newTokenHash() };
  const joined = await workshops.join(entry(own, link('facilitator'), `Org ${mark}`, `Ada ${mark}`));
  await workshops.join(entry(browser, link('viewer'), `Other ${mark}`, `Ben ${mark}`));
  if (joined === null) throw new Error('the link works');
  const { participant, organisation } = joined;
  const [board, binned] = [newBoardId(), newBoardId()];
  for (const id of [board, binned])
    await workshops.createBoard({
      ...{ id, workshopId: workshop.id, title: `Board ${mark}`, template: 'blank', language: 'en', createdAtMs },
      ...{ binnedAtMs: id === binned ? createdAtMs : null, example: false },
    });
  const resume = { sessionId: own.id, workshopId: workshop.id, tokenHash: newTokenHash(), expiresAtMs: createdAtMs };
  await workshops.createResumeLink(resume);
  await workshops.setReportLook(workshop.id, { accent: '#123456', logo: `data:${mark}` });
  const session = { ...firstSession, seq: 1 };
  const commandId = CommandId.parse(nanoid());
  await workshops.saveSession({ workshopId: workshop.id, before: 0, session, commandId });
  const room = formatRoomName({ layer: 'shared', boardId: board });
  for (let n = 0; n < 30; n++) {
    const doc = new Y.Doc();
    recordsOf(doc).set(`shape:${n}`, noteGroups(`shape:${n}`, `Card ${mark} ${'x'.repeat(3_000)}`));
    const writers = [{ clientId: doc.clientID, participantId: participant.id }];
    await log.append(room, [Y.encodeStateAsUpdate(doc)], writers);
    // What was replaced stays in free places of the file.
    if (n % 10 === 9) await log.compact(room, (n + 1) as never, bytesOf(`State ${mark} ${'x'.repeat(30_000)}`));
  }
  const ownLayer = formatRoomName({ layer: 'own', boardId: board, participantId: participant.id });
  const round: ClosedRound = {
    round: {
      ...({
        id: newRoundId(),
        boardId: board,
        question: `Round ${mark}`,
        method: { type: 'fist' },
        isOpen: false,
      } as const),
      ...{ scope: { frameId: null, kind: null }, openedAtMs: createdAtMs },
    },
    ...{ closedAtMs: createdAtMs, ballots: null },
    tally: { voters: 0, organisations: 0, standings: [], isOutvoted: false },
  };
  await votes.closeRound(round);
  const cardId = SentCardId.parse(nanoid());
  await sent.noteArrived({ boardId: board, participantId: participant.id, cardId });
  await votes.keepBallot(newRoundId(), participant.id, { [`shape:${mark}`]: 1 });
  const phase: Phase = {
    ...{ id: 'a', scripted: null, title: `Phase ${mark}`, prompt: null, minutes: 5, place: null },
    ...{ tools: [], allows: 'all' },
  };
  for (const id of [board, binned]) await agendas.keepAgenda(id, [phase]);
  await log.append(ownLayer, [bytesOf(`Private ${mark}`)], [{ clientId: 1, participantId: participant.id }]);
  const version = {
    id: newVersionId(),
    boardId: board,
    kind: 'named',
    name: `Version ${mark}`,
    by: participant.id,
  } as const;
  await history.createVersion({ ...version, createdAtMs, recordCount: 1 }, bytesOf(`Content ${mark}`));
  const gone = { ...version, id: newVersionId() };
  await history.createVersion({ ...gone, createdAtMs, recordCount: 1 }, bytesOf(`Gone ${mark} ${'x'.repeat(20_000)}`));
  await history.deleteVersions(board, [gone.id]);
  const time = { firstAtMs: createdAtMs, lastAtMs: createdAtMs };
  const change = { boardId: board, participantId: participant.id, recordId: 'shape:a', ...time };
  await history.appendJournal([{ ...change, before: `Before ${mark}`, after: `After ${mark}` }]);
  await history.keepTally(board, { cards: 1, notes: 2, changedAtMs: createdAtMs });
  for (const boardId of [board, binned]) {
    const content = bytesOf(`Picture ${mark} ${'x'.repeat(50_000)}`);
    const facts = { type: 'image/png', width: 1, height: 1, isAnimated: false, bytes: content.length } as const;
    const image = { ...facts, id: newImageId(), boardId, by: participant.id, createdAtMs };
    await images.putImages(boardId, [{ image, content }], imageLimits);
  }
  const said = { id: newCommentId(), threadId: null, anchor: { shapeId: null, x: 0, y: 0 }, mentions: [] };
  const by = { authorId: participant.id, createdAtMs, editedAtMs: null, resolved: null };
  await comments.addComment(board, { ...said, ...by, text: `Comment ${mark}` }, 100);
  return { workshop, organisation, browser, own };
}

/** All rows of all tables. */
function dump(db: DatabaseSyncInstance): Readonly<Record<string, readonly unknown[]>> {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
    name: string;
  }[];
  return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

/** Names of the files in which a text stands. */
const filesWith = (dataDir: string, text: string): readonly string[] =>
  readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(text));

function within<Result>(dataDir: string, look: (db: DatabaseSyncInstance) => Result): Result {
  const { db, close } = openDatabase(dataDir, 0);
  try {
    return look(db);
  } finally {
    close();
  }
}

test('[STO75] a workshop goes with every row that is its own, and nothing else does', async () => {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const { browser, workshop: kept } = await fill(storage, 'stays');
  await storage.close();
  const before = within(folder.path, dump);
  const again = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const { workshop } = await fill(again, 'goes', browser);
  // Of a copy that never came.
  await again.agendas.keepAgenda(newBoardId(), []);
  await again.close();
  // Something of it is in every table.
  const full = within(folder.path, dump);
  for (const [table, rows] of Object.entries(full))
    expect(rows.length, table).toBeGreaterThan(before[table]?.length ?? 0);
  within(folder.path, (db) => {
    const size = { boards: 2, people: 2, pictures: 2, versions: 1, comments: 1 };
    expect(measureWorkshop(db, workshop.id)).toEqual(size);
    eraseWorkshop(db, workshop.id);
    expect(dump(db)).toEqual(before);
    expect(findWorkshops(db, 'TITLE STAYS').map(({ id }) => id)).toEqual([kept.id]);
    eraseWorkshop(db, workshop.id);
    expect(measureWorkshop(db, kept.id)).toEqual(size);
  });
});

test('[STO76] no byte of it is left in a file of the data folder, nor of what was deleted from it before', async () => {
  const [folder, crashed] = [createTempFolder(), createTempFolder()];
  onTestFinished(() => {
    folder.remove();
    crashed.remove();
  });
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const erased: WorkshopId[] = [];
  for (let n = 0; n < 3; n++) {
    await fill(storage, `keep-me-${n}`);
    erased.push((await fill(storage, 'canary-4711')).workshop.id);
  }
  // As a server leaves it that was killed: most of it in the write-ahead log.
  cpSync(folder.path, crashed.path, { recursive: true });
  await storage.close();
  for (const { path } of [folder, crashed]) {
    expect(filesWith(path, 'canary-4711')).not.toEqual([]);
    within(path, (db) => {
      for (const id of erased) eraseWorkshop(db, id);
      // Also before anybody closes it.
      expect(filesWith(path, 'canary-4711')).toEqual([]);
    });
    expect(filesWith(path, 'canary-4711')).toEqual([]);
    expect(filesWith(path, 'keep-me-2')).toEqual(['commonboard.sqlite']);
  }
});
