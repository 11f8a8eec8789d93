import { expect, test } from 'vitest';
import { ada, bob, createHistoryBoard, note, page } from './history-board.ts';
import { settle } from './manual-clock.ts';

const MINUTE_MS = 60_000;

const notes = (count: number) => Array.from({ length: count }, (_, index) => note(`shape:${index}`));
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `shape:${from + index}`);

test('[HIS1] what one person does to a record within seconds is one entry, from the first state to the last', async () => {
  const { clock, edit, journal } = createHistoryBoard(note('shape:a'), note('shape:b'));
  const startedMs = clock.nowMs();
  edit(ada, note('shape:a', { x: 1 }));
  await clock.pass(1_000);
  edit(ada, note('shape:a', { x: 2 }), note('shape:b', { y: 1 }));
  await clock.pass(500);
  edit(ada, note('shape:a', { x: 3 }));
  expect(await journal()).toEqual([]);
  await clock.pass(2_000);
  expect(await journal()).toMatchObject([
    { participantId: ada, recordId: 'shape:a', before: { x: 0 }, after: { x: 3 }, firstAtMs: startedMs },
    { participantId: ada, recordId: 'shape:b', before: { y: 0 }, after: { y: 1 } },
  ]);
  edit(ada, note('shape:a', { x: 4 }));
  await clock.pass(3_000);
  expect((await journal()).at(-1)).toMatchObject({ before: { x: 3 }, after: { x: 4 } });
});

test('[HIS1] what somebody else does to the record in between is never inside one’s own entry', async () => {
  const { clock, edit, journal } = createHistoryBoard(note('shape:a'));
  edit(ada, note('shape:a', { x: 1 }));
  edit(bob, note('shape:a', { x: 1, y: 5 }));
  edit(ada, note('shape:a', { x: 2, y: 5 }));
  await clock.pass(3_000);
  expect(await journal()).toMatchObject([
    { participantId: ada, before: { x: 0, y: 0 }, after: { x: 1, y: 0 } },
    { participantId: bob, before: { x: 1, y: 0 }, after: { x: 1, y: 5 } },
    { participantId: ada, before: { x: 1, y: 5 }, after: { x: 2, y: 5 } },
  ]);
});

test('[HIS1] what comes between without being anybody’s edit is not inside an entry either', async () => {
  const { change, clock, edit, journal } = createHistoryBoard(note('shape:a'));
  edit(ada, note('shape:a', { x: 1 }));
  change(note('shape:a', { x: 1, y: 5 }));
  edit(ada, note('shape:a', { x: 2, y: 5 }));
  await clock.pass(3_000);
  expect(await journal()).toMatchObject([
    { before: { x: 0, y: 0 }, after: { x: 1, y: 0 } },
    { before: { x: 1, y: 5 }, after: { x: 2, y: 5 } },
  ]);
});

test('[HIS2] a deletion is written at once, as an entry of its own with the last state', async () => {
  const { edit, journal } = createHistoryBoard();
  edit(ada, note('shape:a', { text: 'The well' }));
  edit(ada, note('shape:a', { text: 'The well is dry' }));
  edit(ada, 'shape:a');
  const entries = await journal();
  expect(entries).toMatchObject([{ before: null, after: { id: 'shape:a' } }, { after: null }]);
  expect(JSON.stringify(entries[1]?.before)).toContain('The well is dry');
  expect(entries[1]?.before).toEqual(entries[0]?.after);
});

test('[HIS3] ten minutes after a change a version is made, and none while nothing has changed', async () => {
  const { clock, edit, kinds, versions, contentOf, expected, noteNothing } = createHistoryBoard();
  noteNothing();
  await clock.pass(20 * MINUTE_MS);
  expect(await versions()).toEqual([]);
  edit(ada, note('shape:a'));
  await clock.pass(9 * MINUTE_MS);
  edit(bob, note('shape:b', { text: 'Pump' }));
  await settle();
  expect(await versions()).toEqual([]);
  await clock.pass(MINUTE_MS);
  expect(await kinds(1)).toEqual(['automatic']);
  const [version] = await versions();
  expect(version).toMatchObject({ recordCount: 3, by: null, name: null });
  expect(version && (await contentOf(version))).toEqual(expected());
  await clock.pass(60 * MINUTE_MS);
  expect(await versions()).toHaveLength(1);
  edit(ada, 'shape:a');
  await clock.pass(10 * MINUTE_MS);
  expect(await kinds(2)).toEqual(['automatic', 'automatic']);
});

test('[HIS3] what was kept by hand meanwhile is not kept again by time', async () => {
  const { clock, edit, history, kinds } = createHistoryBoard();
  edit(ada, note('shape:a'));
  await clock.pass(5 * MINUTE_MS);
  await history.keep('named', { name: 'Half way', by: ada });
  await clock.pass(10 * MINUTE_MS);
  await history.rest();
  expect(await kinds(1)).toEqual(['named']);
});

test('[HIS4] before much vanishes at once the board is kept as it was', async () => {
  const { edit, kinds, versions, contentOf, expected } = createHistoryBoard(...notes(30));
  const before = expected();
  edit(ada, ...ids(10), note('shape:new'));
  expect(await kinds(1)).toEqual(['before-loss']);
  const [version] = await versions();
  expect(version).toMatchObject({ by: ada, recordCount: 31 });
  expect(version && (await contentOf(version))).toEqual(before);
});

test('[HIS4] a loss is measured by what people made, whatever furniture a template has', async () => {
  const furniture = Array.from({ length: 100 }, (_, index) =>
    note(`shape:zone${index}`, { meta: { template: 'visioning/a/zone' } }),
  );
  const { edit, kinds } = createHistoryBoard(...furniture, ...notes(12));
  edit(ada, ...ids(12));
  expect(await kinds(1)).toEqual(['before-loss']);
});

test('[HIS4] a tidy-up is no loss: neither a few records nor a small part', async () => {
  const few = createHistoryBoard(...notes(9));
  few.edit(ada, ...ids(9));
  const part = createHistoryBoard(...notes(100));
  part.edit(ada, ...ids(30));
  await few.history.flush();
  await part.history.flush();
  expect([few, part].map(({ events }) => events.filter((event) => event === 'version.kept'))).toEqual([[], []]);
  await few.history.rest();
  await part.history.rest();
  expect(await few.kinds(1)).toEqual(['session-end']);
  expect(await part.kinds(1)).toEqual(['session-end']);
});

test('[HIS4] what a version holds already is not kept twice before a loss', async () => {
  const { edit, history, kinds } = createHistoryBoard();
  edit(ada, ...notes(20));
  await history.keep('before-restore', { name: null, by: ada });
  edit(ada, ...ids(20));
  await history.rest();
  expect(await kinds(2)).toEqual(['session-end', 'before-restore']);
});

test('[HIS5] when the last person has left the journal and one version hold everything', async () => {
  const { edit, history, journal, kinds, versions, contentOf, expected } = createHistoryBoard();
  await history.rest();
  expect(await versions()).toEqual([]);
  edit(ada, note('shape:a', { text: 'Pump' }));
  await history.rest();
  await history.rest();
  expect(await kinds(1)).toEqual(['session-end']);
  expect(await journal()).toHaveLength(1);
  const [version] = await versions();
  expect(version && (await contentOf(version))).toEqual(expected());
  edit(ada, 'shape:a');
  await history.rest();
  expect(await kinds(2)).toEqual(['session-end', 'session-end']);
});

test('[HIS5] the journal goes back thirty days', async () => {
  const { clock, edit, history, journal } = createHistoryBoard();
  edit(ada, note('shape:a'));
  await history.rest();
  await clock.pass(29 * 24 * 60 * MINUTE_MS);
  edit(ada, note('shape:b'));
  await history.rest();
  expect(await journal()).toHaveLength(2);
  await clock.pass(2 * 24 * 60 * MINUTE_MS);
  await history.rest();
  expect(await journal()).toMatchObject([{ recordId: 'shape:b' }]);
});

test('[HIS6] a named version is kept at once and holds the name; storage that refuses is told', async () => {
  const { edit, fail, history, versions } = createHistoryBoard();
  edit(ada, note('shape:a'));
  const version = await history.keep('named', { name: 'Before lunch', by: bob });
  expect(await versions()).toEqual([version]);
  expect(version).toMatchObject({ kind: 'named', name: 'Before lunch', by: bob, recordCount: 2 });
  fail('full');
  await expect(history.keep('named', { name: 'After', by: bob })).rejects.toMatchObject({ failure: 'full' });
});

test('[HIS7] while storage refuses nothing breaks, and journal and versions follow when it takes again', async () => {
  const { clock, edit, events, eventShows, fail, history, journal, kinds, versions } = createHistoryBoard(...notes(20));
  fail('io');
  edit(ada, ...ids(20));
  await eventShows('history.failing');
  for (let x = 1; x <= 50; x++) {
    edit(bob, note('shape:x', { x }));
    await clock.pass(3_000);
  }
  await history.rest();
  expect(await journal()).toEqual([]);
  expect(await versions()).toEqual([]);
  expect(events.filter((event) => event === 'journal.failing')).toHaveLength(1);
  fail(null);
  await clock.pass(10_000);
  expect(await kinds(2)).toEqual(['session-end', 'before-loss']);
  const entries = await journal();
  expect(entries.filter(({ participantId }) => participantId === ada)).toHaveLength(20);
  // An outage makes no more entries than there are records being worked on.
  expect(entries.filter(({ participantId }) => participantId === bob)).toMatchObject([{ after: { x: 50 } }]);
  expect(events).toContain('journal.recovered');
});

test('[HIS7] what waits for storage has an end, and what is given up is told', async () => {
  const { edit, events, fail, history, journal } = createHistoryBoard();
  fail('full');
  for (let round = 0; round < 11; round++) {
    edit(ada, ...Array.from({ length: 1_000 }, (_, index) => note(`shape:${round}-${index}`)));
  }
  await history.flush();
  expect(events).toContain('journal.dropped');
  fail(null);
  await history.flush();
  const entries = await journal();
  expect(entries).toHaveLength(10_000);
  expect(entries.at(-1)).toMatchObject({ recordId: 'shape:10-999' });
});

test('[HIS7] a bug of the history is told and does not come back for ever', async () => {
  const { edit, events, fail, history, journal } = createHistoryBoard();
  fail('bug');
  edit(ada, note('shape:a'));
  await history.rest();
  expect(events).toEqual(expect.arrayContaining(['journal.failed', 'history.failed']));
  fail(null);
  edit(ada, note('shape:b'));
  await history.rest();
  expect(await journal()).toMatchObject([{ recordId: 'shape:b' }]);
});

test('[HIS7] after it is stopped nothing more happens by itself', async () => {
  const { clock, edit, history, journal, versions } = createHistoryBoard();
  edit(ada, note('shape:a'));
  history.stop();
  expect(clock.waiting).toBe(0);
  await clock.pass(60 * MINUTE_MS);
  expect(await journal()).toEqual([]);
  expect(await versions()).toEqual([]);
});

test('[HIS8] versions that are too many go as new ones come', async () => {
  const { clock, edit, kinds, versions } = createHistoryBoard();
  for (let count = 1; count <= 6; count++) {
    edit(ada, note('shape:a', { x: count }));
    await clock.pass(10 * MINUTE_MS);
    await kinds(count);
  }
  await clock.pass(2 * 24 * 60 * MINUTE_MS);
  edit(ada, note('shape:a', { x: 0 }), page);
  await clock.pass(10 * MINUTE_MS);
  await settleUntil(async () => (await versions()).length <= 3);
  const left = await versions();
  expect(left[0]?.createdAtMs).toBe(clock.nowMs());
  expect(new Set(left.map(({ createdAtMs }) => Math.floor(createdAtMs / (60 * MINUTE_MS)))).size).toBe(left.length);
});

/** Turns of the event loop until it holds; the test's own time limit ends it otherwise. */
async function settleUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await settle();
}
