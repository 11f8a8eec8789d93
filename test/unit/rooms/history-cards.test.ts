import { expect, test } from 'vitest';
import { spellRecord } from '../../../server/rooms/history-content.ts';
import {
  broughtBack,
  difference,
  gravesIn,
  listable,
  type Records,
  withoutPerson,
} from '../../../server/rooms/history-restore.ts';
import type { JournalEntry } from '../../../server/storage/history-store.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { card, mirror, relation } from '../board/support/cards.ts';
import { ada, asMap, boardId, bob, page } from './history-board.ts';

const [a, b] = [card('a', 'Why'), card('b', 'And why', {}, { index: 'a2' })];
const [m, r] = [mirror('m', 'a', { index: 'a3' }), relation('r', 'a', 'b', {}, { index: 'a4' })];

/** The journal of one board after the other, by whom each came to be. */
function journalOf(start: Records, ...edits: readonly (readonly [ParticipantId, Records])[]): JournalEntry[] {
  let now = start;
  return edits.flatMap(([participantId, next], atMs) => {
    const { added, updated, removed } = difference(now, next);
    now = next;
    const entry = (before: AnyRecord | null, after: AnyRecord | null): JournalEntry => ({
      ...{ boardId, participantId, recordId: (after ?? before)?.id ?? '', firstAtMs: atMs, lastAtMs: atMs },
      ...{ before: before && spellRecord(before), after: after && spellRecord(after) },
    });
    return [
      ...Object.values(added).map((record) => entry(null, record)),
      ...Object.values(updated).map(([from, to]) => entry(from, to)),
      ...Object.values(removed).map((record) => entry(record, null)),
    ];
  });
}
const gravesAfter = (start: Records, ...boards: readonly Records[]) =>
  gravesIn(
    journalOf(start, ...boards.map((board) => [ada, board] as const)).filter(({ after }) => after === null),
    boards.at(-1) ?? start,
  );
const idsOf = (records: Readonly<Record<string, unknown>>) => Object.keys(records).sort();

test('[SRV17] a card brings back the mirrors and relations that went with it, where all their cards are', () => {
  const left = asMap(page, b);
  const graves = gravesAfter(asMap(page, a, b, m, r), left);
  expect(idsOf(broughtBack(left, graves, ['shape:a']).added)).toEqual(['shape:a', 'shape:m', 'shape:r']);
  const nothing = asMap(page);
  const all = gravesAfter(asMap(page, a, b, m, r), nothing);
  expect(idsOf(broughtBack(nothing, all, ['shape:a']).added)).toEqual(['shape:a', 'shape:m']);
  expect(idsOf(broughtBack(nothing, all, ['shape:a', 'shape:b']).added)).toEqual([
    'shape:a',
    'shape:b',
    'shape:m',
    'shape:r',
  ]);
});

test('[SRV17] a relation that was taken away before stays away, and can be asked for', () => {
  const left = asMap(page, b, m);
  const graves = gravesAfter(asMap(page, a, b, m, r), asMap(page, a, b, m), asMap(page, b));
  expect(idsOf(broughtBack(left, graves, ['shape:a']).added)).toEqual(['shape:a']);
  const back = asMap(page, a, b);
  expect(idsOf(broughtBack(back, graves, ['shape:r']).added)).toEqual(['shape:r']);
});

test('[SRV17] the list has a mirror or a relation only while its cards are on the board', () => {
  const graves = gravesAfter(asMap(page, a, b, m, r), asMap(page, b));
  const listed = (records: Records) => listable(graves, records).map(({ record }) => record.id);
  expect(listed(asMap(page, b))).toEqual(['shape:a']);
  expect(listed(asMap(page, a, b)).sort()).toEqual(['shape:a', 'shape:m', 'shape:r']);
});

test('[SRV18] undoing a person takes back their fields of a card and leaves those of others', () => {
  const at = (fields: Fields) => asMap(page, card('a', 'Why', fields));
  const journal = journalOf(
    at({ weight: 1 }),
    [ada, at({ weight: 4, scope: 'in' })],
    [bob, at({ weight: 4, scope: 'in', reach: 5 })],
    [ada, at({ weight: 4, scope: 'in', reach: 5, note: 'hers' })],
    [bob, at({ weight: 2, scope: 'in', reach: 5, note: 'hers' })],
  );
  const { updated } = withoutPerson(
    at({ weight: 2, scope: 'in', reach: 5, note: 'hers' }),
    journal.filter(({ participantId }) => participantId === ada),
    { graves: new Map(), foreign: new Set(['shape:a']) },
  );
  const [, undone] = updated['shape:a'] ?? [];
  expect(undone?.props).toHaveProperty('fields', { weight: 2, reach: 5 });
});
