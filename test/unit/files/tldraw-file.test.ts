import { createTLSchema } from '@tldraw/tlschema';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board } from '../../../shared/api/workshops.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { readBoardFile } from '../../../shared/board/files/read-file.ts';
import { exportTldraw } from '../../../shared/board/files/tldraw-file.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { templateShapeTypes } from '../../../shared/board/template-shapes.ts';
import { seedBoard } from '../../../shared/method/seed.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { card, relation } from '../board/support/cards.ts';
import { fileText } from '../board/support/file-text.ts';
import { boardOf, note, shape, type TestRecord } from '../board/support/records.ts';
import { documentRecord, pageRecord, tldrawFile } from '../board/support/tldraw.ts';
import { landText } from './land-text.ts';

const board: Board = {
  ...{ id: BoardId.parse('b'.repeat(21)), title: 'Ours', template: 'actor-map', language: 'en' },
  ...{ createdAtMs: 5, example: false },
};
const roots = [documentRecord(), pageRecord('page', '')] as unknown as TestRecord[];

const fileOf = (records: Records) =>
  JSON.parse(fileText(exportTldraw({ board, records, audience: 'core' }))) as { records: AnyRecord[] };
const find = (file: { readonly records: readonly AnyRecord[] }, id: string) => {
  const found = file.records.find((record) => record.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found as AnyRecord & { props: Record<string, unknown> };
};

test("[TRV13] the file of every example holds tldraw's own shapes alone, each valid", () => {
  const schema = createTLSchema();
  for (const template of ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'] as const) {
    const doc = new Y.Doc();
    Y.applyUpdate(
      doc,
      seedBoard({ template, language: 'nl', createdAtMs: 5, partnership: 'P', boardTitle: 'B', example: true }),
    );
    const file = fileOf(readBoard(doc).records);
    const own: readonly unknown[] = [...templateShapeTypes, 'card', 'mirror', 'relation', 'view'];
    for (const record of file.records) {
      expect(own).not.toContain(record.type);
      const type = Object.entries(schema.types).find(([typeName]) => typeName === record.typeName)?.[1];
      expect(type, record.typeName).toBeDefined();
      expect(() => type?.validate(record)).not.toThrow();
    }
    expect(file.records.filter(({ typeName }) => typeName === 'binding').length).toBeGreaterThan(0);
  }
});

test('[TRV13] a relation is an arrow that holds on to both cards and says what flows', () => {
  const file = fileOf(
    boardOf(
      ...roots,
      card('a', 'Bank', {}, { kind: 'actor' }),
      card('b', 'Shop', {}, { kind: 'actor', x: 500 }),
      relation('r', 'a', 'b', { kind: 'relates', tie: 'money', direction: 'both', note: 'monthly' }),
    ),
  );
  expect(find(file, 'shape:r')).toMatchObject({
    type: 'arrow',
    props: { text: 'Money: monthly', arrowheadStart: 'arrow', arrowheadEnd: 'arrow', end: { x: 500, y: 0 } },
  });
  expect(find(file, 'binding:r~start')).toMatchObject({ fromId: 'shape:r', toId: 'shape:a' });
  expect(find(file, 'binding:r~end')).toMatchObject({ fromId: 'shape:r', toId: 'shape:b' });
});

test('[TRV13] what was moved, resized and rewritten in tldraw comes back on the card, with all its fields', () => {
  const file = fileOf(boardOf(...roots, card('a', 'Bank', { influence: 4 }, { kind: 'actor' })));
  const box = find(file, 'shape:a');
  Object.assign(box, { x: 77, isLocked: true });
  Object.assign(box.props, { w: 333, richText: plainRichText('The bank') });
  const [back] = readBoardFile(JSON.stringify(file)).boards;
  expect(back?.records.get('shape:a')).toMatchObject({
    ...{ type: 'card', x: 77, isLocked: true },
    props: { w: 333, h: 100, kind: 'actor', fields: { influence: 4 }, richText: plainRichText('The bank') },
  });
  expect(back).toMatchObject({ template: 'actor-map', title: 'Ours' });
});

test('[TRV13] a copy that was made in tldraw is what it looks like, and a card deleted there takes its arrows along', () => {
  const file = fileOf(
    boardOf(
      ...roots,
      card('a', 'A', {}, { kind: 'actor' }),
      card('b', 'B', {}, { kind: 'actor', index: 'a2' }),
      relation('r', 'a', 'b', { kind: 'relates' }, { index: 'a3' }),
    ),
  );
  const copy = { ...find(file, 'shape:a'), id: 'shape:copy', index: 'a4' };
  const records = [...file.records.filter(({ id }) => id !== 'shape:b'), copy];
  const [back] = landText(JSON.stringify({ ...file, records })).boards;
  const shapes = back?.records.filter(({ typeName }) => typeName === 'shape').map(({ id, type }) => `${id} ${type}`);
  expect(shapes).toEqual(['shape:a card', 'shape:copy geo']);
});

test('[TRV3] files of earlier versions are migrated, and documents under their name are read', () => {
  const old = {
    ...{
      typeName: 'shape',
      id: 'shape:old',
      type: 'note',
      parentId: 'page:page',
      index: 'a1',
      x: 1,
      y: 2,
      rotation: 0,
    },
    ...{ isLocked: false },
    props: {
      color: 'yellow',
      size: 'm',
      text: 'From 2023',
      font: 'draw',
      align: 'middle',
      growY: 0,
      url: '',
      opacity: '0.5',
    },
  };
  const schema = {
    ...{ schemaVersion: 1, storeVersion: 0 },
    recordVersions: {
      ...{ document: { version: 0 }, page: { version: 0 } },
      shape: { version: 0, subTypeKey: 'type', subTypeVersions: { note: 2 } },
    },
  };
  const [first] = landText(tldrawFile([documentRecord(), pageRecord('page', ''), old], { schema })).boards;
  const now = first?.records.find(({ id }) => id === ('shape:old' as AnyRecord['id']));
  expect(now).toMatchObject({ opacity: 0.5, props: { richText: plainRichText('From 2023') } });

  const { schema: current } = JSON.parse(tldrawFile([]));
  const store = Object.fromEntries([...roots, note('n', 'kept')].map((record) => [record.id, record]));
  const [second] = readBoardFile(JSON.stringify({ document: { store, schema: current }, session: {} })).boards;
  expect(second?.records.has('shape:n')).toBe(true);
});

test('[TRV3] web pages, films and unknown shapes become boxes with their words; what cannot even be that is listed', () => {
  const odd = (id: string, type: string, props: object, changes: object = {}) =>
    ({ ...shape(id, 'note', { index: `a${id}` }), type, props, ...changes }) as unknown as TestRecord;
  const { boards, leftOut } = readBoardFile(
    tldrawFile([
      ...roots,
      odd('1', 'bookmark', { w: 300, h: 200, assetId: null, url: 'https://example.org/' }),
      odd('2', 'embed', { w: 300, h: 200, url: 'https://example.org/map' }),
      odd('3', 'poll', { w: 10, h: 10, label: 'Yes or no?' }),
      odd('4', 'poll', { label: 'Nowhere' }, { x: null }),
    ]),
  );
  expect(leftOut.map(({ kind, reason, isBox, words }) => [kind, reason, isBox, ...words])).toEqual([
    ['bookmark', 'web-page', true, 'https://example.org/'],
    ['embed', 'web-page', true, 'https://example.org/map'],
    ['poll', 'unknown-kind', true, 'Yes or no?'],
    ['poll', 'unknown-kind', false, 'Nowhere'],
  ]);
  expect(boards[0]?.records.get('shape:3')).toMatchObject({
    type: 'geo',
    props: { w: 10, h: 10, richText: plainRichText('Yes or no?') },
  });
});
