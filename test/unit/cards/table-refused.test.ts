import { expect, test } from 'vitest';
import { planRows, type RefusedRow, readHeadings } from '../../../client/cards/table/paste-rows.ts';
import { groupRefused, isElsewhere } from '../../../client/cards/table/refused-rows.ts';
import type { Row } from '../../../client/cards/table/rows.ts';
import type { Sheet } from '../../../client/cards/table/spreadsheet.ts';
import { textMax } from '../../../shared/board/rich-text.ts';
import { row } from './support/rows.ts';

const plan = (sheet: Sheet, ...cards: readonly Row[]) =>
  planRows(sheet, readHeadings(sheet, 'cause'), {
    ...{ kind: 'cause', organisationId: () => undefined },
    known: new Map(cards.map((card) => [card.id, card])),
  });

test('[CSVI1] rows are refused in groups of one reason, those of other kinds last, each with its rows', () => {
  const refused = (number: number, reason: RefusedRow['reason']): RefusedRow => ({ number, text: '', reason });
  const choice = (cell: string) => ({ column: 'confidence', cell, fault: 'not-a-choice' }) as const;
  const groups = groupRefused([
    refused(2, { otherKind: 'actor' }),
    refused(3, choice('sehr')),
    refused(4, { otherKind: null }),
    refused(5, { otherKind: 'actor' }),
    refused(6, 'no-title'),
    refused(7, choice('very')),
    refused(8, { column: 'weight', cell: '9', fault: 'out-of-range' }),
  ]);
  expect(groups.map((group) => [isElsewhere(group), ...group.rows.map(({ number }) => number)])).toEqual([
    [false, 3, 7],
    [false, 6],
    [false, 8],
    [true, 2, 5],
    [true, 4],
  ]);
});

test('[CSVI2] a row that says no kind is of the kind of the table; others say which kind they are of', () => {
  const sheet = [
    ['id', 'type', 'title'],
    ['shape:a', 'cause', 'Ours'],
    ['', '', 'Written by hand'],
    ['shape:b', 'actor', 'A baker'],
    ['shape:c', 'geo', 'A drawing'],
  ];
  expect(plan(sheet)).toMatchObject({
    rows: [{ title: 'Ours' }, { title: 'Written by hand' }],
    refused: [
      { number: 4, reason: { otherKind: 'actor' } },
      { number: 5, reason: { otherKind: null } },
    ],
  });
});

test('[CSVI3] words come in as long as a board keeps them, and are refused beyond', () => {
  const longest = `${'a'.repeat(textMax - 1)}\nb`;
  const { rows, long, refused } = plan([['title'], [longest], [`${longest}c`], ['short']]);
  expect(rows.map(({ title }) => title)).toEqual([longest, 'short']);
  expect(long).toBe(1);
  expect(refused).toMatchObject([{ number: 3, reason: { column: 'title', fault: 'too-long' } }]);
});

test('[CSVI4] a card without words stays one, and none loses its words', () => {
  const sheet = [
    ['id', 'type', 'title', 'weight'],
    ['shape:a', 'cause', '', '3'],
    ['shape:b', 'cause', '', '3'],
  ];
  const cards = [row('shape:a', { title: '', fields: { weight: 2 } }), row('shape:b', { title: 'Words' })];
  expect(plan(sheet, ...cards)).toMatchObject({
    changes: [{ id: 'shape:a', fields: { weight: 3 } }],
    refused: [{ number: 3, reason: 'no-title' }],
  });
});
