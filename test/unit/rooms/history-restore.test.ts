import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { spellRecord } from '../../../server/rooms/history-content.ts';
import {
  broughtBack,
  difference,
  type Grave,
  gravesIn,
  parseRecord,
  type Records,
  withoutPerson,
  writeRestored,
} from '../../../server/rooms/history-restore.ts';
import type { JournalEntry } from '../../../server/storage/history-store.ts';
import type { Diff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import {
  type AnyRecord,
  createGroups,
  joinRecord,
  splitRecord,
  withoutMeasured,
} from '../../../shared/board/groups.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { ada, asMap, boardId, bob, note, page } from './history-board.ts';

const frame = (id: string, given: object = {}): AnyRecord => {
  const { props: _props, ...shape } = note(id);
  return { ...shape, type: 'frame', props: { w: 100, h: 100, name: '', color: 'black' }, ...given } as AnyRecord;
};

const binding = (fromId: string, toId: string): AnyRecord =>
  ({
    ...{ id: `binding:${fromId}-${toId}`, typeName: 'binding', type: 'arrow', fromId, toId, meta: {} },
    props: { terminal: 'end', normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  }) as unknown as AnyRecord;

/** The journal of edits that turn one board into the next, in order. */
function journalOf(...steps: readonly (readonly [ParticipantId, Diff])[]): JournalEntry[] {
  return steps.flatMap(([participantId, { added, updated, removed }], step) => {
    const entry = (recordId: string, before: AnyRecord | null, after: AnyRecord | null): JournalEntry => ({
      ...{ boardId, participantId, recordId, firstAtMs: step, lastAtMs: step },
      ...{ before: before && spellRecord(before), after: after && spellRecord(after) },
    });
    return [
      ...Object.values(added).map((record) => entry(record.id, null, record)),
      ...Object.values(updated).map(([from, to]) => entry(to.id, from, to)),
      ...Object.values(removed).map((record) => entry(record.id, record, null)),
    ];
  });
}

/** Boards one after the other, by whom each came to be; what undoing one of them leaves. */
function undoing(person: ParticipantId, start: Records, ...edits: readonly (readonly [ParticipantId, Records])[]) {
  let before = start;
  const steps = edits.map(([by, after]) => {
    const step = [by, difference(before, after)] as const;
    before = after;
    return step;
  });
  const journal = journalOf(...steps);
  const others = journal.filter(({ participantId }) => participantId !== person);
  return withoutPerson(
    before,
    journal.filter(({ participantId }) => participantId === person),
    {
      graves: gravesIn(
        journal.filter(({ after }) => after === null),
        before,
      ),
      foreign: new Set(others.map(({ recordId }) => recordId)),
    },
  );
}

const ids = ({ added, updated, removed }: Diff) => ({
  added: Object.keys(added).sort(),
  updated: Object.keys(updated).sort(),
  removed: Object.keys(removed).sort(),
});

const none = { added: [], updated: [], removed: [] };

test('[HIS10] a restored document says exactly what the version says, text and meta included', () => {
  const version = asMap(
    page,
    note('shape:same', { text: 'stays' }),
    note('shape:moved', { x: 5, text: 'The well is dry', props: { color: 'blue' } }),
    note('shape:gone', { text: 'was deleted', meta: { author: bob, created: 7 } }),
  );
  const now = asMap(
    page,
    note('shape:same', { text: 'stays' }),
    note('shape:moved', { x: 9, text: 'The pump is dry', meta: { author: bob, created: 2 } }),
    note('shape:new'),
  );
  const doc = new Y.Doc();
  for (const record of now.values()) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  const same = recordsOf(doc).get('shape:same');
  const text = recordsOf(doc).get('shape:moved')?.get('rich');
  doc.transact(() => writeRestored(doc, difference(now, version)));
  const found = [...recordsOf(doc)].map(([id, groups]) => joinRecord(id, groups));
  expect(new Map(found.map((record) => [record?.id, record && withoutMeasured(record)]))).toEqual(version);
  // The smallest edit: what says the same is not written, and a text stays the same text.
  expect(recordsOf(doc).get('shape:same')).toBe(same);
  expect(recordsOf(doc).get('shape:moved')?.get('rich')).toBe(text);
});

test('[HIS10] records of the journal that no canvas could show are no records', () => {
  expect(parseRecord(spellRecord(note('shape:a')))).toEqual(note('shape:a'));
  expect([parseRecord('{'), parseRecord('7'), parseRecord(spellRecord(note('shape:a', { x: 'left' })))]).toEqual([
    null,
    null,
    null,
  ]);
});

test('[HIS11] deleted records are the last states of what is not there now, the newest first', () => {
  const [a, old, fresh, back] = [
    note('shape:a'),
    note('shape:b', { x: 1 }),
    note('shape:b', { x: 2 }),
    note('shape:c'),
  ];
  const gone = (...records: AnyRecord[]): [ParticipantId, Diff] => [ada, difference(asMap(...records), asMap())];
  const graves = gravesIn(journalOf(gone(a), gone(old), gone(back), gone(fresh)), asMap(page, back));
  expect([...graves.keys()]).toEqual(['shape:b', 'shape:a']);
  expect(graves.get('shape:b')?.record).toEqual(fresh);
});

const gravesOf = (...moments: readonly (readonly AnyRecord[])[]): ReadonlyMap<string, Grave> =>
  gravesIn(journalOf(...moments.map((records) => [ada, difference(asMap(...records), asMap())] as const)), asMap());

test('[HIS11] what comes back stands where it was: in its parent, or at the same place on the page', () => {
  const inFrame = note('shape:a', { parentId: 'shape:f', x: 10, y: 20 });
  const graves = gravesOf([inFrame], [frame('shape:f', { x: 100, y: 200 })]);
  const both = broughtBack(asMap(page), graves, ['shape:a', 'shape:f']);
  expect(both.added['shape:a']).toEqual(inFrame);
  const alone = broughtBack(asMap(page), graves, ['shape:a']);
  expect(ids(alone)).toEqual({ ...none, added: ['shape:a'] });
  expect(alone.added['shape:a']).toMatchObject({ parentId: 'page:page', x: 110, y: 220 });
});

test('[HIS11] a frame brings back what went with it in the same moment, not what went before', () => {
  const child = (id: string) => note(id, { parentId: 'shape:f' });
  const graves = gravesOf([child('shape:before')], [frame('shape:f'), child('shape:with')]);
  expect(ids(broughtBack(asMap(page), graves, ['shape:f'])).added).toEqual(['shape:f', 'shape:with']);
});

test('[HIS21] only what people made is brought back by its id, and with it what went with it', () => {
  const furniture = frame('shape:f', { meta: { template: 'visioning/a/frame' } });
  const other = { ...page, id: 'page:other' } as AnyRecord;
  const graves = gravesOf([furniture, other, note('shape:a', { parentId: 'page:other' })], [note('shape:b')]);
  const wanted = ['shape:f', 'page:other', 'shape:b'];
  expect(ids(broughtBack(asMap(page), graves, wanted)).added).toEqual(['shape:b']);
});

test('[HIS21] bringing back a whole board costs in step with its size', () => {
  const count = (size: number) => {
    const gone = Array.from({ length: size }, (_, n) =>
      note(`shape:${n}`, { parentId: n < 10 ? 'page:page' : `shape:${n % 10}` }),
    );
    let asked = 0;
    const graves = new Map(
      [...gravesOf(gone)].map(([id, grave]) => {
        const { record } = grave;
        const counting = {
          entry: grave.entry,
          get record() {
            asked++;
            return record;
          },
        };
        return [id, counting];
      }),
    );
    const added = broughtBack(
      asMap(page),
      graves,
      gone.slice(0, 10).map(({ id }) => id),
    ).added;
    expect(Object.keys(added)).toHaveLength(size);
    return asked;
  };
  expect(count(400)).toBeLessThan(3 * count(200));
});

test('[HIS11] bindings come back when both their ends live', () => {
  const [a, b] = [note('shape:a'), note('shape:b')];
  const graves = gravesOf([a, b, binding('shape:a', 'shape:b')]);
  expect(ids(broughtBack(asMap(page), graves, ['shape:a'])).added).toEqual(['shape:a']);
  expect(ids(broughtBack(asMap(page, b), graves, ['shape:a'])).added).toEqual(['binding:shape:a-shape:b', 'shape:a']);
  expect(ids(broughtBack(asMap(page, a), graves, ['shape:a', 'shape:nothing']))).toEqual({
    ...none,
    added: [],
  });
});

test('[HIS12] what one person did is undone: created goes, deleted comes back, changed is as before', () => {
  const start = asMap(page, note('shape:a'), note('shape:b', { text: 'Pump' }), note('shape:c'));
  const middle = asMap(page, note('shape:a', { x: 5 }), note('shape:b', { text: 'Pump' }), note('shape:new'));
  const end = asMap(page, note('shape:a', { x: 9 }), note('shape:new', { y: 3 }), note('shape:bob'));
  const between = asMap(...middle.values(), note('shape:bob'));
  const undo = undoing(ada, start, [ada, middle], [bob, between], [ada, end]);
  expect(ids(undo)).toEqual({ added: ['shape:b', 'shape:c'], updated: ['shape:a'], removed: ['shape:new'] });
  expect(undo.updated['shape:a']?.[1]).toEqual(note('shape:a'));
  expect(undo.added['shape:b']).toEqual(note('shape:b', { text: 'Pump' }));
});

test('[HIS12] what others have gone on from stays: their values, and what they worked on', () => {
  const start = asMap(page, note('shape:a', { x: 0, y: 0 }));
  const adas = asMap(page, note('shape:a', { x: 5, props: { color: 'blue' } }), note('shape:new'));
  const bobs = asMap(page, note('shape:a', { x: 7, props: { color: 'blue' } }), note('shape:new', { text: 'mine' }));
  const undo = undoing(ada, start, [ada, adas], [bob, bobs]);
  expect(ids(undo)).toEqual({ ...none, updated: ['shape:a'] });
  expect(undo.updated['shape:a']?.[1]).toEqual(note('shape:a', { x: 7 }));
});

test('[HIS12] what others did between two changes of a person is not undone with them', () => {
  const at = (x: number, color: string, opacity: number) =>
    asMap(page, note('shape:a', { x, opacity, props: { color } }));
  const undo = undoing(
    ada,
    at(0, 'yellow', 1),
    [ada, at(1, 'yellow', 1)],
    [bob, at(1, 'red', 1)],
    [ada, at(2, 'red', 0.5)],
  );
  expect(undo.updated['shape:a']?.[1]).toEqual(note('shape:a', { props: { color: 'red' } }));
});

test('[HIS12] a frame that a person made goes with what they put into it, unless others did too', () => {
  const made = asMap(page, frame('shape:f'), note('shape:in', { parentId: 'shape:f' }));
  expect(ids(undoing(ada, asMap(page), [ada, made])).removed).toEqual(['shape:f', 'shape:in']);
  const joined = asMap(...made.values(), note('shape:bob', { parentId: 'shape:f' }));
  expect(ids(undoing(ada, asMap(page), [ada, made], [bob, joined])).removed).toEqual(['shape:in']);
});

test('[HIS12] what was created and deleted again, or is undone already, changes nothing', () => {
  const start = asMap(page);
  const made = asMap(page, note('shape:a'));
  expect(ids(undoing(ada, start, [ada, made], [ada, start]))).toEqual(none);
  expect(ids(undoing(ada, made, [ada, start], [bob, made]))).toEqual(none);
});
