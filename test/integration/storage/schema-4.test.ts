import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { workshopsAndLogs } from '../../../server/storage/migrations/0001-workshops-and-logs.ts';
import { history } from '../../../server/storage/migrations/0002-history.ts';
import { examples } from '../../../server/storage/migrations/0003-examples.ts';
import { reports } from '../../../server/storage/migrations/0004-reports.ts';
import { voting } from '../../../server/storage/migrations/0011-voting.ts';
import { ballotsOfOrganisations } from '../../../server/storage/migrations/0015-ballots-of-organisations.ts';
import { databaseFile } from '../../../server/storage/sqlite/open.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import type {
  BoardId,
  CommandId,
  CommentId,
  ImageId,
  OrganisationId,
  ParticipantId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { newInvite, newSessionId, newTokenHash } from './ids.ts';
import { silentLog } from './subjects.ts';
import { entry } from './workshop-steps.ts';

const id = <Id extends string>(name: string): Id => name.padEnd(21, '-') as Id;
const workshop = id<WorkshopId>('workshop');
const [ada, robot, gone] = [id<ParticipantId>('ada'), id<ParticipantId>('robot'), id<ParticipantId>('gone')];
const [aqua, bank] = [id<OrganisationId>('aqua'), id<OrganisationId>('bank')];
const [causes, shown, binned] = [id<BoardId>('causes'), id<BoardId>('shown'), id<BoardId>('binned')];
const [open, revoked] = [newTokenHash(), newTokenHash()];
const [browser, program] = [newTokenHash(), newTokenHash()];

/** What the version before links expired, boards had pictures and people commented left behind: of each table something. */
function writeAsBefore(db: DatabaseSyncInstance): void {
  for (const statement of [...workshopsAndLogs, ...history, ...examples, ...reports]) db.exec(statement);
  const put = (table: string, ...rows: readonly (readonly (string | number | null | Uint8Array)[])[]) => {
    for (const row of rows) db.prepare(`INSERT INTO ${table} VALUES (${row.map(() => '?').join()})`).run(...row);
  };
  put('workshops', [workshop, 'Water for all', 'fr', 1]);
  put('organisations', [aqua, workshop, 'Aqua', 'aqua', 1], [bank, workshop, 'Bank', 'bank', 2]);
  put(
    'participants',
    [ada, workshop, 1, aqua, 'Ada', 'facilitator', 'person', 3, 1],
    [robot, workshop, 2, aqua, 'Robot', 'viewer', 'program', 4, 0],
    [gone, workshop, 3, bank, 'Gone', 'participant', 'person', 5, 0],
  );
  put(
    'boards',
    [causes, workshop, 1, 'Causes', 'root-cause-tree', 'fr', 6, null, 0],
    [shown, workshop, 2, 'Actors', 'actor-map', 'fr', 7, null, 1],
    [binned, workshop, 3, 'Old', 'blank', 'nl', 8, 9, 0],
  );
  put(
    'invites',
    [id('open'), workshop, 1, 'facilitator', open, 2, null],
    [id('revoked'), workshop, 2, 'participant', revoked, 2, 10],
  );
  put('sessions', [id('browser'), browser, 3], [id('program'), program, 4]);
  put(
    'grants',
    [id('browser'), workshop, ada, 'facilitator', id('open')],
    [id('program'), workshop, robot, 'viewer', id('open')],
  );
  put('documents', [`${causes}.shared`, 1]);
  put('updates', [`${causes}.shared`, 1, new Uint8Array(8), Uint8Array.of(1)]);
  put('snapshots', [`${causes}.shared`, 1, new Uint8Array(8), Uint8Array.of(2)]);
  put('writers', [`${causes}.shared`, 7, ada]);
  put('versions', [id('v'), causes, 1, 'named', 'Lunch', ada, 11, 4, new Uint8Array(8), Uint8Array.of(3)]);
  put('journal', [1, causes, ada, 'shape:a', 12, 13, null, '{}']);
  put('report_looks', [workshop, '#112233', null]);
  db.exec('PRAGMA user_version = 4');
}

/** Every row by its columns, in an order of its own. */
function rowsOf(db: DatabaseSyncInstance): Map<string, Record<string, unknown>[]> {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  return new Map(
    (tables as { name: string }[]).map(({ name }) => [
      name,
      db.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).all() as Record<string, unknown>[],
    ]),
  );
}

function within<Result>(path: string, look: (db: DatabaseSyncInstance) => Result): Result {
  const db = new DatabaseSync(databaseFile(path));
  try {
    return look(db);
  } finally {
    db.close();
  }
}

test('[STO66] a database of the version before links expired keeps every row, and all that is new works on it', async () => {
  using folder = createTempFolder();
  const before = within(folder.path, (db) => {
    writeAsBefore(db);
    return rowsOf(db);
  });
  const storage = await openSqliteStorage({ dataDir: folder.path, log: silentLog });
  const after = within(folder.path, rowsOf);
  expect(before.size).toBeGreaterThan(12);
  for (const [table, rows] of before) {
    expect(rows.length, table).toBeGreaterThan(0);
    expect(after.get(table), table).toMatchObject(rows);
    expect(after.get(table), table).toHaveLength(rows.length);
  }

  const { workshops, comments, images } = storage;
  expect(await workshops.findInvite(open)).toMatchObject({
    role: 'facilitator',
    expiresAtMs: null,
    hasPasscode: false,
  });
  expect(await workshops.findInvite(revoked)).toBeNull();
  expect((await workshops.findSession(browser))?.grants).toMatchObject([{ participantId: ada, role: 'facilitator' }]);
  expect(
    (await workshops.listParticipants(workshop)).map(({ name, removedAtMs, remote }) => [name, removedAtMs, remote]),
  ).toEqual([
    ['Ada', null, false],
    ['Gone', null, false],
  ]);

  expect(await workshops.readSession(workshop)).toEqual(firstSession);
  const step = { workshopId: workshop, before: 0, commandId: id<CommandId>('close') };
  expect(await workshops.saveSession({ ...step, session: { ...firstSession, seq: 1, closedAtMs: 20 } })).toBe('saved');
  const resumed = newTokenHash();
  const link = { sessionId: id<ReturnType<typeof newSessionId>>('browser'), workshopId: workshop, expiresAtMs: 100 };
  expect(await workshops.createResumeLink({ ...link, tokenHash: resumed })).toBe(true);
  const second = { id: newSessionId(), tokenHash: newTokenHash() };
  expect(await workshops.takeResumeLink({ tokenHash: resumed, session: second, atMs: 21 })).toMatchObject({
    ...{ status: 'taken', role: 'facilitator', participant: { id: ada } },
  });
  const next = newInvite('facilitator');
  const rotation = { workshopId: workshop, id: id<typeof next.id>('open'), next, keepPeople: true, atMs: 22 };
  expect((await workshops.rotateInvite(rotation))?.lost).toEqual([]);
  const found = await workshops.findInvite(next.tokenHash);
  expect(
    found && (await workshops.join(entry({ ...second, id: newSessionId(), tokenHash: newTokenHash() }, found, 'BANK'))),
  )
    // The name of an organisation is found as it was stored then.
    .toMatchObject({ organisation: { id: bank, colour: 2 } });
  expect(await workshops.mergeOrganisation(workshop, bank, aqua)).toBe('merged');
  expect(await workshops.updateBoard(causes, { before: null })).toMatchObject({ title: 'Causes' });
  expect((await workshops.listBoards(workshop)).map(({ id: board }) => board)).toEqual([shown, binned, causes]);
  const anchor = { shapeId: 'shape:a', x: 1, y: 2 };
  const said = {
    ...{ id: id<CommentId>('said'), threadId: null, anchor, text: 'Who pays?', mentions: [gone], authorId: ada },
    ...{ createdAtMs: 23, editedAtMs: null, resolved: null },
  };
  expect(await comments.addComment(causes, said, 10)).toEqual(said);
  const image = {
    ...({
      id: id<ImageId>('image'),
      boardId: causes,
      type: 'image/png',
      width: 1,
      height: 1,
      isAnimated: false,
    } as const),
    ...{ bytes: 1, by: ada, createdAtMs: 24 },
  };
  expect(await images.putImages(causes, [{ image, content: Uint8Array.of(1) }], imageLimits)).toBe(true);
  const lost = await workshops.removeParticipant(workshop, ada, 25);
  expect([...(lost ?? [])].sort()).toEqual([link.sessionId, second.id].sort());
  await storage.close();
  within(folder.path, (db) => expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]));
});

test('[STO66] ballots of a round that was open before they named organisations count for those that their voters were part of', () => {
  const db = new DatabaseSync(':memory:');
  writeAsBefore(db);
  for (const statement of voting) db.exec(statement);
  db.prepare('INSERT INTO ballots VALUES (?, ?, ?)').run('round', ada, '{"question":3}');
  for (const statement of ballotsOfOrganisations) db.exec(statement);
  expect(db.prepare('SELECT * FROM ballots').all()).toEqual([
    { round_id: 'round', participant_id: ada, organisation_id: aqua, votes: '{"question":3}' },
  ]);
  db.close();
});
