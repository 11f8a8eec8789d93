import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { relationKey } from '../../../server/rooms/review/edges.ts';
import { isLocked } from '../../../server/rooms/review/rights.ts';
import { ancestorsOf } from '../../../server/rooms/review/tree.ts';
import type { Actor } from '../../../server/rooms/review.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { cardsOf } from '../../../shared/board/ends.ts';
import { type AnyRecord, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { shape as anyShape, arrowBinding, defaultProps, note } from '../board/support/records.ts';
import { ann, atMs, ben, documentRecord, fay, Lab, page, type Replica, readAll } from './review-lab.ts';

/** Ids that people fight over; few, so that they meet. */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const types = [
  'note',
  'geo',
  'frame',
  'group',
  'arrow',
  'arrow',
  'text',
  'draw',
  'card',
  'mirror',
  'relation',
] as const;
const indices = ['a1', 'a2', 'a2V', 'a20', 'a3', 'Zz'] as const;
const honest = [
  'create',
  'move',
  'restyle',
  'type',
  'remove',
  'put-in',
  'order',
  'bind',
  'unbind',
  'lock',
  'anew',
  'field',
  'reach',
] as const;
const hostile = ['junk', 'forge', 'wipe', 'tear', 'far', 'retype', 'rename-page', 'text-junk', 'drop-roots'] as const;
const sync = ['push', 'push', 'pull'] as const;

interface Step {
  readonly does: (typeof honest)[number] | (typeof hostile)[number] | (typeof sync)[number];
  readonly who: number;
  readonly one: number;
  readonly two: number;
}
const nat = fc.nat({ max: 1_000 });
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...honest) },
    { weight: 2, arbitrary: fc.constantFrom(...hostile) },
    { weight: 3, arbitrary: fc.constantFrom(...sync) },
  ),
  who: fc.nat({ max: 2 }),
  one: nat,
  two: nat,
});

const pick = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item;
const junk = [
  null,
  7,
  'x',
  [],
  {},
  [1, 2, 3],
  { typeName: 'shape' },
  Number.NaN,
  { id: 'shape:a', parentId: 'shape:a' },
];

function edit(
  { map, ...replica }: Pick<Replica, 'map' | 'doc'> & { readonly it: Replica },
  { does, one, two }: Step,
): void {
  const { it } = replica;
  const id = `shape:${pick(names, one)}`;
  const groups = map.get(id);
  const target = pick(['page:page', ...names.map((name) => `shape:${name}`)], two);
  const readable = (() => {
    try {
      return groups !== undefined && joinRecord(id, groups) !== null;
    } catch {
      return false;
    }
  })();
  const change = (changes: Readonly<Record<string, unknown>>) => {
    if (readable) it.change(id, changes);
  };
  switch (does) {
    case 'create': {
      const type = pick(types, one + two);
      const place = { parentId: target, index: pick(indices, two), x: two };
      it.add(madeOf(type, pick(names, one), { to: pick(names, two), from: pick(names, one + 1) }, place));
      break;
    }
    case 'field':
      groups?.set(
        `prop:field:${pick(['weight', 'reach', 'votes_people', 'invented'], one)}`,
        pick([1, 5, 9, undefined], two),
      );
      break;
    case 'reach':
      groups?.set(`prop:${pick(['to', 'from', 'of'], one)}`, `shape:${pick(names, two)}`);
      break;
    case 'anew':
      it.remove(id);
      it.add(note(pick(names, one), 'anew', { parentId: target, index: pick(indices, two) }));
      break;
    case 'move':
      groups?.set('at', [two, one, two / 100, ...(one % 2 === 0 ? [target] : [])]);
      break;
    case 'restyle':
      change({ opacity: (two % 10) / 10 });
      break;
    case 'type': {
      const rich = groups?.get('rich');
      if (rich instanceof Y.XmlFragment) {
        const element = new Y.XmlElement('paragraph');
        rich.insert(0, [element]);
        element.insert(0, [new Y.XmlText(`typed ${two}`)]);
      }
      break;
    }
    case 'remove':
      if (groups) it.remove(id);
      break;
    case 'put-in':
      change({ parentId: target, index: pick(indices, one + two) });
      break;
    case 'order':
      change({ index: pick(indices, two) });
      break;
    case 'bind':
      it.add(arrowBinding(pick(names, one), two % 2 === 0 ? 'start' : 'end', pick(names, two)));
      break;
    case 'unbind':
      it.remove(
        pick(
          [...map.keys()].filter((key) => key.startsWith('binding:')),
          one,
        ) ?? 'binding:none',
      );
      break;
    case 'lock':
      change({ isLocked: two % 2 === 0 });
      break;
    case 'junk':
      groups?.set(
        pick(['base', 'at', 'flags', 'props', 'meta', 'index', 'prop:color', 'zzz', 'rich'], two),
        pick(junk, one),
      );
      break;
    case 'forge':
      groups?.set('meta', { author: 'me', starter: 'forged' });
      break;
    case 'wipe':
      if (two % 5 === 0) it.remove(...map.keys());
      break;
    case 'tear':
      groups?.delete(pick(['base', 'at', 'flags', 'props', 'rich', 'meta'], two));
      break;
    case 'far':
      groups?.set('at', [pick([999_999, -1e6, 1e9], two), 1e6, 0]);
      break;
    case 'retype':
      groups?.set('base', { ...splitRecord(anyShape('x', pick(types, two), { parentId: target })).base });
      break;
    case 'rename-page':
      // This replica may have dropped it itself.
      if (map.has('page:page')) it.change('page:page', { name: `page ${two}` });
      break;
    case 'text-junk': {
      const rich = groups?.get('rich');
      if (rich instanceof Y.XmlFragment)
        rich.insert(0, [new Y.XmlElement(pick(['script', 'listItem', 'paragraph'], two))]);
      break;
    }
    case 'drop-roots':
      it.remove('page:page', 'document:document');
      break;
    default:
      break;
  }
}

function madeOf(
  type: (typeof types)[number],
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
  place: Readonly<Record<string, unknown>>,
): AnyRecord {
  switch (type) {
    case 'card':
      return card(id, 'made', {}, place);
    case 'mirror':
      return mirror(id, to, place);
    case 'relation':
      return relation(id, from, to, {}, place);
    default:
      return anyShape(id, type, place);
  }
}

/** What holds of every board, whatever was done to it. */
function expectWhole({ review: { records } }: Lab): void {
  const get = (id: string) => records.get(id);
  expect([get('document:document')?.typeName, get('page:page')?.typeName]).toEqual(['document', 'page']);
  const slots = new Set<string>();
  const ends = new Set<string>();
  for (const record of records.values()) {
    if (record.typeName === 'shape') {
      expect(ancestorsOf(get, record.id).at(-1)).toBe('page:page');
      const slot = `${record.parentId} ${record.index}`;
      if (slots.has(slot)) throw new Error(`two at ${slot}`);
      slots.add(slot);
      expect(cardsOf(record).map((id) => get(id)?.type)).toEqual(cardsOf(record).map(() => 'card'));
      const key = relationKey(record);
      if (key !== null && ends.has(key)) throw new Error(`two of ${key}`);
      if (key !== null) ends.add(key);
      const members = [...records.values()].filter(({ parentId }) => parentId === record.id).length;
      if (record.type === 'group' && members < 2) expect(isLocked(get, record.id)).toBe(true);
    }
    if (record.typeName === 'binding') {
      expect(get(record.fromId as string)?.type).toBe('arrow');
      expect(get(record.toId as string)?.typeName).toBe('shape');
      const end = `${record.fromId} ${(record.props as { terminal: string }).terminal}`;
      if (ends.has(end)) throw new Error(`two at ${end}`);
      ends.add(end);
    }
  }
}

/** What is locked stays; where what it is in goes, it stays on the page, and an arrow keeps its look. */
function expectLockedKept(before: ReadonlyMap<string, AnyRecord>, after: ReadonlyMap<string, AnyRecord>): void {
  for (const [id, record] of before) {
    if (record.typeName !== 'shape' || !isLocked((key) => before.get(key), id)) continue;
    const now = after.get(id);
    const { x: _x, y: _y, rotation: _r, parentId: _p, index: _i, props, ...fixed } = record;
    expect(now).toMatchObject(record.parentId === 'page:page' && record.type !== 'arrow' ? record : fixed);
    if (record.type !== 'arrow') expect(now?.props).toEqual(props);
  }
}

const people: readonly Actor[] = [ann, ben, fay];

function run(steps: readonly Step[]): void {
  const lab = new Lab([
    ...[documentRecord, page(), anyShape('h', 'frame', { isLocked: true, index: 'a0' })],
    anyShape('g', 'zone', { parentId: 'shape:h', isLocked: true }),
    note('a', 'first', { index: 'a5' }),
    ...[card('b', 'why', { weight: 2 }, { index: 'a6' }), card('c', 'and why', {}, { index: 'a7' })],
    relation('d', 'b', 'c', {}, { index: 'a8' }),
  ]);
  const replicas = people.map(() => lab.replica());
  const push = (who: number) => {
    const before = new Map(lab.review.records);
    const actor = people[who] as Actor;
    const { putBack, changes } = lab.push(replicas[who] as Replica, actor);
    expectWhole(lab);
    if (actor.role === 'participant') expectLockedKept(before, lab.review.records);
    const diff = { ...Object.fromEntries(before) };
    for (const id in changes.removed) delete diff[id];
    for (const [id, record] of Object.entries(changes.added)) diff[id] = record;
    for (const [id, [from, to]] of Object.entries(changes.updated)) {
      expect(from).toEqual(before.get(id));
      diff[id] = to;
    }
    expect(diff).toEqual(Object.fromEntries(lab.review.records));
    // Told as put back is what was there before, or was not there at all.
    for (const { id } of putBack) expect(before.has(id) || !lab.has(id)).toBe(true);
  };
  for (const turn of steps) {
    const replica = replicas[turn.who] as Replica;
    if (turn.does === 'push') push(turn.who);
    else if (turn.does === 'pull') replica.pull();
    else {
      try {
        replica.doc.transact(() => edit({ map: replica.map, doc: replica.doc, it: replica }, turn));
      } catch (error) {
        // A replica that holds junk of its own cannot be edited the honest way.
        if (!(error instanceof TypeError)) throw error;
      }
    }
  }
  for (const who of people.keys()) push(who);
  // Nothing is left to be mended, and everybody has the same.
  expect(lab.review.settle(null, atMs).changes).toEqual({ added: {}, updated: {}, removed: {} });
  for (const replica of replicas) {
    replica.pull();
    expect(readAll(replica.doc)).toEqual(Object.fromEntries(lab.review.records));
  }
  expect([...recordsOf(lab.doc).keys()].every((id) => lab.has(id))).toBe(true);
}

it('[REV40] whatever three people do, one of them hostile, the document is whole and says what was accepted', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 60 }), run), { numRuns: 100 });
});

it('[REV40] shapes of every kind that a board may hold are accepted', () => {
  const lab = new Lab([documentRecord, page()]);
  for (const [number, type] of Object.keys(defaultProps).entries()) {
    if (type === 'group') continue;
    const added = anyShape(type, type, { index: `b${String(number).padStart(2, '0')}` });
    const { putBack } = lab.edit(fay, ({ map }) => map.set(added.id, createGroups(splitRecord(added))));
    expect(putBack).toEqual([]);
    expect(lab.has(added.id)).toBe(true);
  }
});
