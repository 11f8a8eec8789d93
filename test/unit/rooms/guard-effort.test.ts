import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Bytes } from '../../../server/rooms/guard/bytes.ts';
import type { Step } from '../../../server/rooms/guard/effort.ts';
import { Lists } from '../../../server/rooms/guard/lists.ts';
import { HeldDocument } from '../../../server/rooms/guard/places.ts';
import { readStructs } from '../../../server/rooms/guard/structs.ts';
import { Walk } from '../../../server/rooms/guard/walk.ts';
import { checkUpdate, syncStep2Limits, updateLimits } from '../../../server/rooms/guard.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { plainRichText, richTextToFragment } from '../../../shared/board/rich-text.ts';
import { noteGroups } from '../../support/notes.ts';
import { attackedBoard } from './hostile-updates.ts';
import { any, format, type Id, item, map, type Part, rawUpdate, string } from './raw-update.ts';

const tooDear = { status: 'refused', reason: 'too-dear' } as const;
const legal = { status: 'legal' } as const;

const note = (doc: Y.Doc) => recordsOf(doc).get('shape:note') as Y.Map<unknown>;
const wordsOf = (doc: Y.Doc) => ((note(doc).get('rich') as Y.XmlFragment).get(0) as Y.XmlElement).get(0) as Y.XmlText;
function idOf(found: Y.Item | null | undefined): Id {
  if (!found) throw new Error('nothing there');
  return [found.id.client, found.id.clock];
}
const times = (count: number, part: (n: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, n) => part(n));

/** A board whose text holds what was written into it by another hand. */
function boardWith(write: (parent: Id) => Uint8Array): { readonly doc: Y.Doc; readonly parent: Id } {
  const doc = attackedBoard();
  const parent = idOf(wordsOf(doc)._item);
  Y.applyUpdate(doc, write(parent));
  return { doc, parent };
}

/** A text of many items, each between two others that are not its client's, so that none become one. */
const inTurns = (count: number, first: Part): Uint8Array =>
  rawUpdate([
    {
      client: 7,
      structs: [first, ...times(count, (n) => item({ origin: n === 0 ? [7, 0] : [8, n - 1] }, string('a')))],
    },
    { client: 8, structs: times(count, (n) => item({ origin: [7, n + 1] }, string('b'))) },
  ]);

/** Two pages that have heard of each other. */
function pages(): readonly [Y.Doc, Y.Doc] {
  const one = attackedBoard();
  one.clientID = 5_000;
  const two = new Y.Doc();
  two.clientID = 6_000;
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  return [one, two];
}
const missing = (from: Y.Doc, to: Y.Doc) => Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));

describe('what is written under a key', () => {
  const inFront = (client: number, clock = 0) => {
    const parent = idOf(note(attackedBoard())._item);
    return rawUpdate([{ client, clock, structs: [item({ parent, key: 'at' }, any([1, 2, 0]))] }]);
  };

  it('[GRD12] a client does not stand in front of what it wrote there before, in the same update or earlier', () => {
    const doc = attackedBoard();
    const parent = idOf(note(doc)._item);
    const twice = times(2, () => item({ parent, key: 'at' }, any([1, 2, 0])));
    const order = { status: 'refused', reason: 'order' };
    expect(checkUpdate(doc, rawUpdate([{ client: 7, structs: twice }]), updateLimits)).toEqual(order);
    Y.applyUpdate(doc, inFront(7));
    expect(checkUpdate(doc, inFront(7, 1), updateLimits)).toEqual(order);
    const behind = rawUpdate([{ client: 7, clock: 1, structs: [item({ origin: [7, 0] }, any([1, 2, 0]))] }]);
    expect(checkUpdate(doc, behind, updateLimits)).toMatchObject(legal);
  });

  it('[GRD12] any number of clients may write at the same time', () => {
    const doc = attackedBoard();
    for (let n = 0; n < 300; n++) {
      const update = inFront(2_000 + ((n * 7) % 300));
      expect(checkUpdate(doc, update, updateLimits)).toMatchObject(legal);
      Y.applyUpdate(doc, update);
    }
  });
});

describe('an update that would be dear', () => {
  it('[GRD13] comparing: many new characters in the place of many that are there, deleted or not', () => {
    const { doc, parent } = boardWith((parent) =>
      rawUpdate([{ client: 7, structs: times(20_000, () => item({ parent }, string('a'))) }]),
    );
    doc.transact(() => wordsOf(doc).delete(0, wordsOf(doc).length));
    const update = (count: number) =>
      rawUpdate([{ client: 900, structs: times(count, () => item({ parent }, string('b'))) }]);
    expect(checkUpdate(doc, update(499), updateLimits)).toEqual(tooDear);
    expect(checkUpdate(doc, update(5), updateLimits)).toMatchObject(legal);
    expect(checkUpdate(doc, update(499), syncStep2Limits)).toEqual(tooDear);
  });

  it('[GRD13] passing: many clients in front of all that a key ever held', () => {
    const doc = attackedBoard();
    // Under two keys in turn, so that what is over and done with does not become one.
    for (let n = 0; n < 20_000; n++) note(doc).set(n % 2 ? 'at' : 'index', n);
    const parent = idOf(note(doc)._item);
    const update = (count: number) =>
      rawUpdate(
        Array.from({ length: count }, (_, n) => ({ client: n + 1, structs: [item({ parent, key: 'at' }, any(1))] })),
      );
    const limits = { ...updateLimits, effortMaxNs: 2_000_000 };
    expect(checkUpdate(doc, update(60), limits)).toEqual(tooDear);
    expect(checkUpdate(doc, update(10), limits)).toMatchObject(legal);
  });

  it('[GRD13] parting: a long text written into or deleted at many places, or what is held said to lie in them', () => {
    const { doc } = boardWith((parent) =>
      rawUpdate([
        { client: 7, structs: [item({ parent }, string('a'.repeat(90_000)))] },
        { client: 8, structs: [item({ origin: [7, 89_999] }, string('b'.repeat(30_000)))] },
      ]),
    );
    const places = Array.from({ length: 29_000 }, (_, n) => 87_000 - 3 * n);
    const between = (n: number): Part => item({ origin: [7, n], right: [7, n + 1] }, string('b'));
    const forged = rawUpdate([{ client: 8, structs: places.map(between) }]);
    expect(checkUpdate(doc, forged, updateLimits)).toEqual(tooDear);
    const written = (count: number) => rawUpdate([{ client: 9, structs: places.slice(0, count).map(between) }]);
    expect(checkUpdate(doc, written(29_000), updateLimits)).toEqual(tooDear);
    expect(checkUpdate(doc, written(2_000), updateLimits)).toMatchObject(legal);
    const deleted = (count: number) =>
      rawUpdate(
        [],
        [
          [
            7,
            ...places
              .slice(0, count)
              .toReversed()
              .map((n) => [n, 1] as const),
          ],
        ],
      );
    expect(checkUpdate(doc, deleted(29_000), updateLimits)).toEqual(tooDear);
    expect(checkUpdate(doc, deleted(2_000), updateLimits)).toMatchObject(legal);
  });

  it('[GRD13] tidying: a text with a mark and many items that goes at once, by itself or with its record', () => {
    const record = idOf(note(attackedBoard())._item);
    const ways = (count: number): readonly Uint8Array[] => [
      rawUpdate([], [[7, [1, count]]]),
      rawUpdate([], [[record[0], [record[1], 1]]]),
      rawUpdate([{ client: 9, structs: [item({ origin: record }, map)] }]),
    ];
    const board = (count: number, first: (parent: Id) => Part) =>
      boardWith((parent) => inTurns(count, first(parent))).doc;
    const mark = (parent: Id) => item({ parent }, format('bold', '{}'));
    const [long, short] = [board(10_000, mark), board(500, mark)];
    for (const update of ways(10_000)) expect(checkUpdate(long, update, updateLimits)).toEqual(tooDear);
    for (const update of ways(500)) expect(checkUpdate(short, update, updateLimits)).toMatchObject(legal);
    const plain = board(10_000, (parent) => item({ parent }, string('a')));
    for (const update of ways(10_000)) expect(checkUpdate(plain, update, updateLimits)).toMatchObject(legal);
  });

  it('[GRD13] more names of marks than any text has', () => {
    const doc = attackedBoard();
    const parent = idOf(wordsOf(doc)._item);
    const update = (count: number) =>
      rawUpdate([{ client: 7, structs: times(count, (n) => item({ parent }, format(`mark-${n}`, '{}'))) }]);
    expect(checkUpdate(doc, update(33), updateLimits)).toEqual({ status: 'refused', reason: 'too-many-marks' });
    expect(checkUpdate(doc, update(32), updateLimits)).toMatchObject(legal);
  });
});

describe('what honest pages send is not dear', () => {
  it('[GRD14] hours apart, on the same shapes and in the same text, whoever comes first', () => {
    const [one, two] = pages();
    for (const doc of [one, two]) {
      for (let n = 0; n < 3_000; n++) {
        note(doc).set('at', [n, n, 0]);
        note(doc).set('index', `a${n}`);
        wordsOf(doc).insert((n * 7) % (wordsOf(doc).length + 1), 'x');
        if (n < 300) wordsOf(doc).insert(0, 'y');
      }
      wordsOf(doc).format(1, 1_000, { bold: {} });
    }
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      expect(checkUpdate(here, missing(there, here), syncStep2Limits)).toMatchObject(legal);
    }
  });

  it('[GRD14] five hundred notes at once, all of them deleted and brought back', () => {
    const [board, page] = pages();
    const forEach = (change: (id: string) => void) =>
      page.transact(() => {
        for (let n = 0; n < 500; n++) change(`shape:${n}`);
      });
    const undo = new Y.UndoManager(recordsOf(page), { captureTimeout: 0 });
    const steps = [
      () => forEach((id) => recordsOf(page).set(id, noteGroups(id, 'words of a note'))),
      () => forEach((id) => recordsOf(page).delete(id)),
      () => undo.undo(),
      () => undo.redo(),
      () => note(page).set('rich', richTextToFragment(plainRichText('other words\n'.repeat(500)))),
    ];
    for (const step of steps) {
      step();
      const update = missing(page, board);
      expect(checkUpdate(board, update, updateLimits)).toMatchObject({ status: 'legal', isNews: true });
      Y.applyUpdate(board, update);
    }
  });

  it('[GRD14] three hundred pages that move the same note at the same moment', () => {
    const board = attackedBoard();
    const start = Y.encodeStateAsUpdate(board);
    for (let n = 0; n < 300; n++) {
      const page = new Y.Doc();
      Y.applyUpdate(page, start);
      for (let moves = 0; moves < 5; moves++) note(page).set('at', [n, moves, 0]);
      const update = missing(page, board);
      expect(checkUpdate(board, update, updateLimits)).toMatchObject(legal);
      Y.applyUpdate(board, update);
    }
  });
});

/** One item of a random update: who writes how much, between which of the elements that are there. */
const written = fc.record({
  who: fc.nat({ max: 3 }),
  length: fc.integer({ min: 1, max: 4 }),
  origin: fc.option(fc.nat({ max: 200 }), { freq: 4 }),
  right: fc.option(fc.nat({ max: 200 }), { freq: 2 }),
});

describe('the forecast', () => {
  it('[GRD15] counts the very comparisons that Yjs makes', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.array(written, { minLength: 1, maxLength: 30 }), { maxLength: 4 }), (updates) => {
        const doc = attackedBoard();
        const parent = idOf(wordsOf(doc)._item);
        const [client, clock] = idOf(wordsOf(doc)._start);
        const elements: Id[] = Array.from({ length: 5 }, (_, n) => [client, clock + n]);
        for (const items of updates) {
          const update = writtenBetween(doc, parent, elements, items);
          const forecast = forecastOf(doc, update);
          if (forecast === null) return;
          expect(comparisonsOf(() => Y.applyUpdate(doc, update))).toBe(forecast);
          compared += forecast;
        }
      }),
      { numRuns: 500, seed: 20_261_130 },
    );
    expect(compared).toBeGreaterThan(1_000);
  });
});

function writtenBetween(
  doc: Y.Doc,
  parent: Id,
  elements: Id[],
  items: readonly { who: number; length: number; origin: number | null; right: number | null }[],
): Uint8Array {
  const sections = [5, 7, 900, 2_000].map((client) => {
    const clock = Y.getState(doc.store, client);
    return { client, clock, end: clock, structs: [] as Part[] };
  });
  for (const { who, length, origin, right } of items) {
    const section = sections[who];
    if (section === undefined) continue;
    const [left, behind] = [origin, right].map((n) => (n === null ? undefined : elements[n % elements.length]));
    const isInOrder = left?.[0] !== behind?.[0];
    const where = { ...(left && { origin: left }), ...(behind && isInOrder && { right: behind }) };
    section.structs.push(item(left || (behind && isInOrder) ? where : { parent }, string('abcd'.slice(0, length))));
    for (let n = 0; n < length; n++) elements.push([section.client, section.end + n]);
    section.end += length;
  }
  return rawUpdate(sections.filter(({ structs }) => structs.length > 0));
}

/** @returns null for what the guard refuses */
function forecastOf(doc: Y.Doc, update: Uint8Array): number | null {
  if (checkUpdate(doc, update, syncStep2Limits).status === 'refused') return null;
  let comparisons = 0;
  const held = new HeldDocument(doc);
  const spend = (step: Step) => {
    if (step === 'compare') comparisons++;
  };
  const lists = new Lists(held, { spend });
  new Walk(held, lists, syncStep2Limits, readStructs(new Bytes(update), syncStep2Limits)).run();
  return comparisons;
}

/** Yjs puts each item that it compares into two sets. */
function comparisonsOf(run: () => void): number {
  const { add } = Set.prototype;
  let added = 0;
  Set.prototype.add = function (this: Set<unknown>, value: unknown) {
    if (value instanceof Y.Item) added++;
    return add.call(this, value);
  };
  try {
    run();
  } finally {
    Set.prototype.add = add;
  }
  return added / 2;
}
