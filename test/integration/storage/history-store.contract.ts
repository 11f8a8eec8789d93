import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type HistoryStore,
  type JournalEntry,
  journalReadMax,
  type StoredVersion,
} from '../../../server/storage/history-store.ts';
import type { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newVersionId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, workshopSteps } from './workshop-steps.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const newVersion = (boardId: BoardId, given: Partial<StoredVersion> = {}): StoredVersion => ({
  id: newVersionId(),
  boardId,
  kind: 'automatic',
  name: null,
  by: null,
  createdAtMs,
  recordCount: 3,
  ...given,
});

const newEntry = (boardId: BoardId, participantId: ParticipantId, given: Partial<JournalEntry> = {}): JournalEntry => ({
  boardId,
  participantId,
  recordId: 'shape:a',
  firstAtMs: createdAtMs,
  lastAtMs: createdAtMs + 10,
  before: null,
  after: '{"id":"shape:a"}',
  ...given,
});

/** What every history store does. */
export function historyStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<HistoryStore> => (await subject.current()).history;

  const { setUpBoards: setUp } = workshopSteps(async () => (await subject.current()).workshops);

  test('[STO61] the versions of a board come back the newest first, whatever clocks said', async () => {
    const { board, other, ada } = await setUp();
    const versions = [
      newVersion(board),
      newVersion(board, { kind: 'named', name: 'After the break', by: ada, createdAtMs: createdAtMs - 60_000 }),
      newVersion(board, { kind: 'before-loss', by: ada, recordCount: 0 }),
      newVersion(board, { kind: 'session-end' }),
      newVersion(board, { kind: 'before-restore', by: ada }),
    ];
    for (const version of versions) await (await store()).createVersion(version, bytes(1));
    await (await store()).createVersion(newVersion(other), bytes(2));
    expect(await (await store()).listVersions(board)).toEqual(versions.toReversed());
    expect(await (await store()).listVersions(newBoardId())).toEqual([]);
  });

  test('[STO61] the content of a version comes back byte for byte, also when its bytes are used again', async () => {
    const { board } = await setUp();
    const [version, large] = [newVersion(board), newVersion(board)];
    const buffer = bytes(9, 8, 7, 6, 5);
    const history = await store();
    const created = history.createVersion(version, buffer.subarray(1, 4));
    buffer.fill(0);
    await created;
    const content = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 251);
    await (await store()).createVersion(large, content);
    expect(await (await store()).readVersion(board, version.id)).toEqual({ version, content: bytes(8, 7, 6) });
    const read = await (await store()).readVersion(board, large.id);
    expect(read?.content && Buffer.compare(read.content, content)).toBe(0);
  });

  test('[STO61] a version is read and deleted on its own board alone', async () => {
    const { board, other } = await setUp();
    const versions = [newVersion(board), newVersion(board), newVersion(board)];
    const [first, second, third] = versions.map(({ id }) => id);
    if (!first || !second || !third) throw new Error('no version');
    for (const version of versions) await (await store()).createVersion(version, bytes(1));
    expect(await (await store()).readVersion(other, first)).toBeNull();
    expect(await (await store()).readVersion(board, newVersionId())).toBeNull();
    await (await store()).deleteVersions(other, [first, second]);
    expect(await (await store()).listVersions(board)).toHaveLength(3);
    await (await store()).deleteVersions(board, [first, third, newVersionId()]);
    await (await store()).deleteVersions(board, [first, third]);
    await (await store()).deleteVersions(board, []);
    expect(await (await store()).listVersions(board)).toEqual([versions[1]]);
    const later = newVersion(board);
    await (await store()).createVersion(later, bytes(1));
    expect(await (await store()).listVersions(board)).toEqual([later, versions[1]]);
  });

  test('[STO62][RELY8] a version whose content is damaged is still listed, and says so when it is read', async () => {
    const { board } = await setUp();
    const [damaged, sound] = [newVersion(board), newVersion(board)];
    await (await store()).createVersion(damaged, bytes(1, 2, 3));
    await (await store()).createVersion(sound, bytes(1, 2, 3));
    await subject.damage({ kind: 'version', boardId: board, id: damaged.id });
    expect(await (await store()).readVersion(board, damaged.id)).toEqual({ version: damaged, content: null });
    expect(await (await store()).readVersion(board, sound.id)).toEqual({ version: sound, content: bytes(1, 2, 3) });
    expect(await (await store()).listVersions(board)).toHaveLength(2);
  });

  test('[STO64] the journal of a board comes back in the order of writing, for all or for one person', async () => {
    const { board, other, ada, bob } = await setUp();
    const entries = [
      newEntry(board, ada),
      newEntry(board, bob, { before: '{"id":"shape:a"}', after: '{"id":"shape:a","x":1}' }),
      newEntry(board, ada, { recordId: 'binding:b', before: '{"id":"binding:b"}', after: null, lastAtMs: createdAtMs }),
    ];
    await (await store()).appendJournal(entries.slice(0, 2));
    await (await store()).appendJournal([newEntry(other, ada), ...entries.slice(2)]);
    await (await store()).appendJournal([]);
    const read = async (filter: Parameters<HistoryStore['readJournal']>[1]) =>
      (await store()).readJournal(board, filter);
    expect(await read({ sinceMs: 0 })).toEqual(entries);
    expect(await read({ sinceMs: 0, participantId: ada })).toEqual([entries[0], entries[2]]);
    expect(await read({ sinceMs: createdAtMs + 10 })).toEqual(entries.slice(0, 2));
    expect(await read({ sinceMs: createdAtMs + 11 })).toEqual([]);
    expect(await read({ sinceMs: 0, isDeletion: true })).toEqual([entries[2]]);
    expect(await read({ sinceMs: 0, isDeletion: true, participantId: bob })).toEqual([]);
    expect(await (await store()).readJournal(other, { sinceMs: 0 })).toHaveLength(1);
  });

  test('[STO67] the journal tells who has changed how much, the most recent first, and what others touched', async () => {
    const { board, other, ada, bob } = await setUp();
    const at = (participantId: ParticipantId, recordId: string, firstAtMs: number, lastAtMs: number) =>
      newEntry(board, participantId, { recordId, firstAtMs, lastAtMs });
    await (await store()).appendJournal([
      at(ada, 'shape:a', 10, 20),
      at(ada, 'shape:a', 30, 35),
      at(ada, 'shape:b', 15, 40),
      at(bob, 'shape:a', 32, 50),
      at(bob, 'shape:c', 5, 6),
      { ...at(bob, 'shape:d', 60, 70), boardId: other },
    ]);
    const contributions = async (sinceMs: number) => (await store()).listContributions(board, sinceMs);
    expect(await contributions(0)).toEqual([
      { participantId: bob, firstAtMs: 5, lastAtMs: 50, recordCount: 2 },
      { participantId: ada, firstAtMs: 10, lastAtMs: 40, recordCount: 2 },
    ]);
    expect(await contributions(41)).toEqual([{ participantId: bob, firstAtMs: 32, lastAtMs: 50, recordCount: 1 }]);
    expect(await contributions(51)).toEqual([]);
    const touched = async (by: ParticipantId, sinceMs: number) =>
      [...(await (await store()).listTouchedByOthers(board, by, sinceMs))].sort();
    expect(await touched(ada, 0)).toEqual(['shape:a', 'shape:c']);
    expect(await touched(ada, 7)).toEqual(['shape:a']);
    expect(await touched(bob, 36)).toEqual(['shape:b']);
  });

  test('[STO64] many entries go into the journal in one call', async () => {
    const { board, ada } = await setUp();
    const entries = Array.from({ length: 1_203 }, (_, index) => newEntry(board, ada, { recordId: `shape:${index}` }));
    await (await store()).appendJournal(entries);
    expect(await (await store()).readJournal(board, { sinceMs: 0 })).toEqual(entries);
  });

  test('[HIS20] of a journal that is too long to be read at once the newest entries are read', async () => {
    const { board, ada } = await setUp();
    const third = `"${'x'.repeat(journalReadMax / 3)}"`;
    const entries = ['a', 'b', 'c', 'd'].map((id) =>
      newEntry(board, ada, { recordId: `shape:${id}`, before: third, after: null }),
    );
    for (const entry of entries) await (await store()).appendJournal([entry]);
    const read = await (await store()).readJournal(board, { sinceMs: 0, isDeletion: true });
    expect(read.map(({ recordId }) => recordId)).toEqual(['shape:c', 'shape:d']);
    const huge = newEntry(board, ada, { before: `"${'x'.repeat(journalReadMax)}"`, after: null });
    await (await store()).appendJournal([huge]);
    expect(await (await store()).readJournal(board, { sinceMs: 0 })).toEqual([]);
  });

  test('[IMG28] what a record named is found in the journal, before and after, on that board and since then alone', async () => {
    const { board, other, ada } = await setUp();
    const named = (lastAtMs: number, before: string | null, after: string | null) =>
      newEntry(board, ada, { lastAtMs, before, after });
    await (await store()).appendJournal([
      named(createdAtMs + 10, '{"src":"100%_a"}', null),
      named(createdAtMs + 20, null, '{"src":"b"}'),
      named(createdAtMs + 30, null, null),
    ]);
    const isIn = async (text: string, sinceMs = createdAtMs, boardId = board) =>
      (await (await store()).findInJournal(boardId, [text], sinceMs)).length > 0;
    expect([await isIn('"100%_a"'), await isIn('"b"'), await isIn('"c"')]).toEqual([true, true, false]);
    // No sign stands for others.
    expect([await isIn('"1%_a"'), await isIn('"B"')]).toEqual([false, false]);
    expect([await isIn('"100%_a"', createdAtMs + 11), await isIn('"b"', createdAtMs + 20)]).toEqual([false, true]);
    expect(await isIn('"b"', createdAtMs, other)).toBe(false);
  });

  test('[STO81] of many texts those are found that stand in the journal, also one that is a part of another', async () => {
    const { board, ada } = await setUp();
    const find = async (...texts: readonly string[]) => (await store()).findInJournal(board, texts, createdAtMs);
    expect(await find('asset:1')).toEqual([]);
    await (await store()).appendJournal([
      newEntry(board, ada, { before: '{"id":"asset:1"}', after: '{"id":"asset:12"}' }),
      newEntry(board, ada, { before: null, after: '{"src":"a.*b"}' }),
      newEntry(board, ada, { before: '{"id":"asset:c"}', after: null }),
    ]);
    expect(await find()).toEqual([]);
    expect(await find('asset:1', 'asset:12', 'asset:2', 'a.*b', 'a.c', '{"i')).toEqual([
      ...['asset:1', 'asset:12', 'a.*b', '{"i'],
    ]);
    const many = Array.from({ length: 1_200 }, (_, index) => `asset:none${index}`);
    expect(await find(...many, 'asset:c')).toEqual(['asset:c']);
  });

  test('[STO65] what ended before a time is forgotten, on that board alone', async () => {
    const { board, other, ada } = await setUp();
    const at = (lastAtMs: number, boardId = board) => newEntry(boardId, ada, { lastAtMs });
    await (await store()).appendJournal([at(createdAtMs + 1), at(createdAtMs + 2), at(createdAtMs + 1, other)]);
    await (await store()).pruneJournal(board, createdAtMs + 2);
    await (await store()).pruneJournal(board, createdAtMs + 2);
    expect(await (await store()).readJournal(board, { sinceMs: 0 })).toEqual([at(createdAtMs + 2)]);
    expect(await (await store()).readJournal(other, { sinceMs: 0 })).toHaveLength(1);
  });

  test('[STO80] what is on a board takes the place of what was; its last change is the later one of both', async () => {
    const { board, other, ada } = await setUp();
    const tallies = async () => (await store()).listTallies([other, board]);
    const unknown = (boardId: BoardId) => ({ boardId, cards: null, notes: null, changedAtMs: null });
    expect(await (await store()).listTallies([])).toEqual([]);
    expect(await tallies()).toEqual([unknown(other), unknown(board)]);
    await (await store()).keepTally(board, { cards: 3, notes: 1, changedAtMs: null });
    expect(await tallies()).toEqual([unknown(other), { boardId: board, cards: 3, notes: 1, changedAtMs: null }]);
    await (await store()).keepTally(board, { cards: 4, notes: 0, changedAtMs: createdAtMs });
    await (await store()).keepTally(board, { cards: 5, notes: 2, changedAtMs: null });
    expect((await tallies())[1]).toEqual({ boardId: board, cards: 5, notes: 2, changedAtMs: createdAtMs });
    await (await store()).appendJournal([
      newEntry(board, ada, { lastAtMs: createdAtMs + 20 }),
      newEntry(board, ada, { lastAtMs: createdAtMs + 10 }),
      newEntry(other, ada, { lastAtMs: createdAtMs + 30 }),
    ]);
    const [first, second] = await tallies();
    expect(first).toEqual({ ...unknown(other), changedAtMs: createdAtMs + 30 });
    expect(second?.changedAtMs).toBe(createdAtMs + 20);
    await (await store()).pruneJournal(board, createdAtMs + 40);
    expect((await tallies())[1]?.changedAtMs).toBe(createdAtMs);
  });
}
