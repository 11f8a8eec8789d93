import { expect, test } from 'vitest';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { fieldGroups } from '../../../client/cards/panel/field-groups.ts';
import { columnsOf } from '../../../client/cards/table/columns.ts';
import { depthsOf } from '../../../client/cards/table/depths.ts';
import { filterRows, noFilter, valuesIn } from '../../../client/cards/table/filter-rows.ts';
import { nextWritten, stepSpot } from '../../../client/cards/table/grid-keys.ts';
import { homeOf, placesFor } from '../../../client/cards/table/places.ts';
import { rowsOf } from '../../../client/cards/table/rows.ts';
import { nextSorting, sortRows } from '../../../client/cards/table/sort-rows.ts';
import { windowOf } from '../../../client/cards/table/window.ts';
import { languages } from '../../../client/i18n/language.ts';
import type { BoardView, CardView } from '../../../shared/method/board-view.ts';
import { cardKinds, fieldsOf } from '../../../shared/method/cards/kinds.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { row } from './support/rows.ts';

const people = createPeople({ organisations: [], people: [], mergedOrganisations: [] }, []);
const reader = { language: 'en', people } as const;
const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join(' ');

test('[TAB6] columns sort by what they mean: choices in the order of the method, numbers by size, nothing last', () => {
  const rows = [
    row('none'),
    row('high', { fields: { confidence: 'high', weight: 2 } }),
    row('low', { fields: { confidence: 'low', weight: 3.5 } }),
    row('medium', { fields: { confidence: 'medium', weight: 1 } }),
  ];
  expect(ids(sortRows(rows, { column: 'confidence', direction: 'ascending' }, reader))).toBe('low medium high none');
  expect(ids(sortRows(rows, { column: 'confidence', direction: 'descending' }, reader))).toBe('high medium low none');
  expect(ids(sortRows(rows, { column: 'weight', direction: 'ascending' }, reader))).toBe('medium high low none');
  expect(sortRows(rows, null, reader)).toBe(rows);
});

test('[TAB6] words sort as their language does, numbers in them by size', () => {
  const rows = ['Zone 10', 'Étage', 'zone 9', 'Eau', 'école'].map((title) => row(title, { title }));
  const sorted = sortRows(rows, { column: 'title', direction: 'ascending' }, { language: 'fr', people });
  expect(sorted.map(({ title }) => title)).toEqual(['Eau', 'école', 'Étage', 'zone 9', 'Zone 10']);
});

test('[TAB6] a column sorts upwards, then downwards, then no more', () => {
  const up = nextSorting(null, 'title');
  const down = nextSorting(up, 'title');
  expect([up?.direction, down?.direction, nextSorting(down, 'title')]).toEqual(['ascending', 'descending', null]);
  expect(nextSorting(down, 'weight')).toEqual({ column: 'weight', direction: 'ascending' });
});

test('[TAB7] words are looked for in every cell, without case and accents, all of them at once', () => {
  const rows = [
    row('a', { title: 'École fermée', fields: { confidence: 'high' } }),
    row('b', { title: 'Ecole ouverte', org: 'Lumen Fund' }),
  ];
  const find = (text: string) => ids(filterRows(rows, { ...noFilter, text }, columnsOf('cause'), reader));
  expect(find('ecole')).toBe('a b');
  expect(find('LUMEN ouv')).toBe('b');
  expect(find('high')).toBe('a');
  expect(find('nothing')).toBe('');
});

test('[TAB7] organisation, voice, status and place narrow the rows, cells without any included', () => {
  const rows = [
    row('a', { org: 'Korf', zone: 'Direct causes', fields: { voice: 'affected', status: 'draft' } }),
    row('b', { org: 'Korf', zone: 'Deeper', fields: { voice: 'data' } }),
    row('c', { zone: 'Deeper' }),
  ];
  const only = (given: Parameters<typeof filterRows>[1]['only']) =>
    ids(filterRows(rows, { text: '', only: given }, columnsOf('cause'), reader));
  expect(only({ org: 'Korf' })).toBe('a b');
  expect(only({ org: '' })).toBe('c');
  expect(only({ zone: 'Deeper', voice: 'data' })).toBe('b');
  expect(only({ status: 'draft' })).toBe('a');
  expect(valuesIn(rows, 'zone')).toEqual(['Direct causes', 'Deeper']);
});

test('[TAB8] depth is the longest way to the problem; loops and causes of nothing have an end', () => {
  const card = (id: string, kind: 'cause' | 'problem') => [id, { id, kind } as unknown as CardView] as const;
  const edge = (from: string, to: string) => ({ props: { from, to, kind: 'causes' } });
  const view = {
    cards: new Map([card('p', 'problem'), ...['a', 'b', 'c', 'x', 'y', 'alone'].map((id) => card(id, 'cause'))]),
    relations: [
      edge('a', 'p'),
      edge('b', 'a'),
      edge('c', 'b'),
      edge('c', 'p'),
      edge('x', 'y'),
      edge('y', 'x'),
      edge('x', 'p'),
    ],
    mirrors: [],
  } as unknown as BoardView;
  expect(Object.fromEntries(depthsOf(view))).toEqual({ a: 1, b: 2, c: 3, x: 1, y: 2 });
});

test('[TAB9] arrows, Home, End and the page keys move through the grid and never out of it', () => {
  const size = { rows: 100, columns: 8, hasNewRow: true, page: 10 };
  const go = (row: number, column: number, key: string, isFar = false) => stepSpot({ row, column }, key, isFar, size);
  expect(go(0, 0, 'ArrowUp')).toEqual({ row: -1, column: 0 });
  expect(go(-1, 3, 'ArrowUp')).toEqual({ row: -1, column: 3 });
  expect(go(99, 3, 'ArrowDown')).toEqual({ row: 100, column: 0 });
  expect(go(5, 7, 'ArrowRight')).toEqual({ row: 5, column: 7 });
  expect(go(5, 3, 'Home')).toEqual({ row: 5, column: 0 });
  expect(go(5, 3, 'End', true)).toEqual({ row: 99, column: 7 });
  expect(go(5, 3, 'PageUp')).toEqual({ row: 0, column: 3 });
  expect(go(95, 3, 'PageDown')).toEqual({ row: 99, column: 3 });
  expect(go(5, 3, 'a')).toBeNull();
});

test('[TAB9] Tab goes on to the next cell that people write, row by row', () => {
  const size = { rows: 2, columns: 3, hasNewRow: false, page: 1 };
  const isWritten = (column: number) => column !== 1;
  expect(nextWritten({ row: 0, column: 0 }, 1, isWritten, size)).toEqual({ row: 0, column: 2 });
  expect(nextWritten({ row: 0, column: 2 }, 1, isWritten, size)).toEqual({ row: 1, column: 0 });
  expect(nextWritten({ row: 1, column: 2 }, 1, isWritten, size)).toEqual({ row: 1, column: 2 });
  expect(nextWritten({ row: 1, column: 0 }, -1, isWritten, size)).toEqual({ row: 0, column: 2 });
});

test('[TAB10] of a thousand rows only those in sight are drawn, and the one with the focus', () => {
  const stretches = windowOf(1_000, 49, { topPx: 49 * 500, heightPx: 490 }, 3);
  const drawn = stretches.flatMap((stretch) => (stretch.type === 'row' ? [stretch.index] : []));
  const gaps = stretches.reduce((sum, stretch) => sum + (stretch.type === 'gap' ? stretch.rows : 0), 0);
  expect(drawn.length).toBeLessThan(30);
  expect(drawn).toContain(3);
  for (let index = 500; index < 510; index++) expect(drawn).toContain(index);
  expect(drawn.length + gaps).toBe(1_000);
  expect(windowOf(0, 49, { topPx: 0, heightPx: 490 }, -1)).toEqual([]);
});

test('[TAB11] a new row comes where the template has its kind, a free zone before one for a single card', () => {
  const tree = loadTemplate('root-cause-tree');
  expect(homeOf(tree, 'problem')).toEqual({ frameId: 'problem', zoneId: 'drafts' });
  const home = homeOf(tree, 'cause');
  const zone = tree.frames.flatMap(({ zones }) => zones).find(({ id }) => id === home?.zoneId);
  expect(zone?.cardKind).toBe('cause');
  expect(zone?.layout).not.toBe('single');
  expect(homeOf(tree, 'thanks')).toBeNull();
});

test('[TAB11] every place of a kind has a name in each language', () => {
  for (const id of ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'] as const)
    for (const language of languages)
      for (const kind of cardKinds)
        for (const { frame, zones } of placesFor(loadTemplate(id), kind, language))
          for (const { key, name } of zones) expect([frame === '', name === '', key]).toEqual([false, false, key]);
});

test('[TAB12] the drawer asks every field of a kind once', () => {
  for (const kind of cardKinds) {
    const asked = ['org', 'voice', ...fieldGroups(kind).flatMap(({ fields }) => fields)];
    expect(asked.toSorted()).toEqual([...fieldsOf(kind)].sort());
  }
});

test('[PRW42] a row knows whether only its writer sees the card', () => {
  const shape = (meta: object) => ({ meta, index: 'a1', isLocked: false });
  const card = (id: string, meta: object) =>
    [
      id,
      { id, kind: 'cause', fields: {}, frame: null, zone: null, shape: shape(meta) } as unknown as CardView,
    ] as const;
  const view = {
    cards: new Map([card('mine', { private: true }), card('shared', {})]),
    relations: [],
  } as unknown as BoardView;
  const nobody = { organisationOf: () => undefined, mergedInto: () => undefined };
  const rows = rowsOf(view, 'cause', { ...nobody, frameName: () => '', zoneName: () => '', isLocked: () => false });
  expect(rows.map(({ id, isPrivate }) => [id, isPrivate])).toEqual([
    ['mine', true],
    ['shared', false],
  ]);
});
