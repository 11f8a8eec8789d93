import { expect, it } from 'vitest';
import type { Board } from '../../../shared/api/workshops.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { exportCsv } from '../../../shared/board/export/export-csv.ts';
import { exportJson } from '../../../shared/board/export/export-json.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { parseCsv } from './support/csv.ts';
import { fileText } from './support/file-text.ts';
import { arrowBinding, boardOf, note, shape } from './support/records.ts';

const csvOf = (records: Records): string =>
  exportCsv({
    board: { title: 'Our tree', template: 'blank' },
    ...{ records, audience: 'core', part: 'cards' },
    organisationOf: (id) => ({ anna: 'De Schakel' })[id],
    organisationNamed: () => undefined,
  });

const columnsOf = (records: Records, ...names: string[]): string[][] => {
  const [head = [], ...rows] = parseCsv(csvOf(records));
  return rows.map((row) => names.map((name) => row[head.indexOf(name)] ?? `no column ${name}`));
};
const titles = (records: Records): string[] => columnsOf(records, 'title').flat();

it('[BRD13] a CSV begins with a byte order mark and the common columns', () => {
  const csv = csvOf(boardOf());
  expect(csv).toBe('\ufeffboard,frame,zone,id,type,title,note,org,voice,status,votes_people,votes_orgs\r\n');
});

it('[BRD13] quotes, commas, line breaks and emoji come back as they were written', () => {
  const said = 'She said "no", twice';
  const board = boardOf(
    note('a', said),
    note('b', 'héé 🙂 Ω Я', { x: 300 }),
    note('c', 'first\nsecond, "third"\n\nfourth', { x: 600 }),
  );
  expect(columnsOf(board, 'title', 'note')).toEqual([
    [said, ''],
    ['héé 🙂 Ω Я', ''],
    ['first', 'second, "third"\n\nfourth'],
  ]);
});

it.each(['=1+1', '+32 2 123', '-5 %', '@sum', '＝1+1', '=HYPERLINK("http://x","y")'])(
  '[BRD14] a text that a spreadsheet would calculate is disarmed',
  (text) => {
    expect(titles(boardOf(note('a', text)))).toEqual([`'${text}`]);
    expect(columnsOf(boardOf(note('a', `a\n${text}`)), 'note')).toEqual([[`'${text}`]]);
  },
);

it('[BRD14] a name that a spreadsheet would calculate is disarmed too', () => {
  const frame = shape('f', 'frame', { props: { name: '=A1' } });
  expect(columnsOf(boardOf(frame, note('a', 'text', { x: 10, y: 10 })), 'frame')).toEqual([["'=A1"]]);
  expect(titles(boardOf(note('a', 'costs = gains')))).toEqual(['costs = gains']);
});

it('[BRD15] it holds what people wrote, in notes, shapes, texts and on arrows, and nothing else', () => {
  const starter = 'Why does this happen?';
  const board = boardOf(
    note('note', 'on a note', { y: -100, meta: { author: 'anna' } }),
    shape('geo', 'geo', { x: 300, props: { richText: plainRichText('in a shape') } }),
    shape('text', 'text', { x: 600, props: { richText: plainRichText('a text') } }),
    shape('arrow', 'arrow', { x: 900, props: { text: 'leads to' } }),
    note('empty', '  \n '),
    note('ghost', starter, { meta: { starter } }),
    note('used', 'Nobody can fetch it', { x: 1_200, y: -100, meta: { starter, author: 'gone' } }),
    shape('label', 'label', { props: { text: 'furniture' } }),
    shape('zone', 'zone', { y: -9_000, props: { title: 'furniture' } }),
    shape('ink', 'draw'),
    arrowBinding('other', 'end', 'note'),
  );
  expect(columnsOf(board, 'type', 'title', 'org', 'board')).toEqual([
    ['note', 'on a note', 'De Schakel', 'Our tree'],
    ['geo', 'in a shape', '', 'Our tree'],
    ['text', 'a text', '', 'Our tree'],
    ['arrow', 'leads to', '', 'Our tree'],
    ['note', 'Nobody can fetch it', '', 'Our tree'],
  ]);
});

it('[BRD16] it goes frame by frame, zone by zone, in reading order; what is outside comes last', () => {
  const frame = (id: string, x: number) => shape(id, 'frame', { x, props: { w: 1_000, h: 1_000, name: id } });
  const zone = (id: string, parent: string, x: number) =>
    shape(id, 'zone', { parentId: `shape:${parent}`, x, y: 0, props: { w: 480, h: 900, title: id } });
  const board = boardOf(
    note('outside', 'outside', { y: 5_000 }),
    note('z', 'second frame', { x: 1_300, y: 100 }),
    note('y', 'right zone', { x: 600, y: 100 }),
    note('x', 'left, below', { x: 100, y: 400 }),
    note('w', 'left, right', { x: 260, y: 130 }),
    note('v', 'left, left', { x: 20, y: 150 }),
    note('u', 'in no zone', { x: 380, y: 870 }),
    frame('two', 1_160),
    frame('one', 0),
    zone('right', 'one', 500),
    zone('left', 'one', 0),
  );
  expect(columnsOf(board, 'frame', 'zone', 'title')).toEqual([
    ['one', 'left', 'left, left'],
    ['one', 'left', 'left, right'],
    ['one', 'left', 'left, below'],
    ['one', 'right', 'right zone'],
    ['one', '', 'in no zone'],
    ['two', '', 'second frame'],
    ['', '', 'outside'],
  ]);
});

it('[BRD16] pages of several sizes in one row are read from the left', () => {
  const frame = (id: string, x: number, w: number, h: number) => shape(id, 'frame', { x, props: { w, h, name: id } });
  const board = boardOf(
    ...[frame('large', 0, 2_240, 1_584), frame('small', 2_400, 1_600, 1_131)],
    ...[note('b', 'on the small one', { x: 2_500, y: 50 }), note('a', 'on the large one', { x: 100, y: 1_000 })],
  );
  expect(columnsOf(board, 'frame', 'title')).toEqual([
    ['large', 'on the large one'],
    ['small', 'on the small one'],
  ]);
});

const board: Board = {
  id: BoardId.parse('b'.repeat(21)),
  title: 'Our tree',
  template: 'root-cause-tree',
  language: 'en',
  createdAtMs: 5,
  example: false,
};
const jsonOf = (records: Records): string =>
  fileText(
    exportJson({ board, schema: boardSchema.serialize(), records, audience: 'core', origin: 'https://boards.example' }),
  );

it('[BRD17] the JSON file says what it is and holds board, schema and every record', () => {
  const starter = { starter: 'ghost' };
  const file = JSON.parse(jsonOf(boardOf(note('b', 'text'), note('a', 'ghost', { meta: starter }))));
  expect(Object.keys(file)).toEqual(['$schema', 'format', 'version', 'board', 'audience', 'schema', 'records']);
  expect(file).toMatchObject({ format: 'commonboard', version: 1, board, schema: { schemaVersion: 2 } });
  expect(file.records).toEqual([note('a', 'ghost', { meta: starter }), note('b', 'text')]);
});

it('[BRD17] equal boards give equal files, whatever the order of records and keys', () => {
  const reversed = (value: object): object => Object.fromEntries(Object.entries(value).reverse());
  const [a, b] = [note('a', 'one'), note('b', 'two')];
  expect(jsonOf(boardOf(reversed(b) as typeof b, reversed(a) as typeof a))).toBe(jsonOf(boardOf(a, b)));
  expect(jsonOf(boardOf(a))).not.toBe(jsonOf(boardOf(b)));
});
