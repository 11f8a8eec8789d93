import { expect, test } from 'vitest';
import { planCells } from '../../../client/cards/table/paste-cells.ts';
import { type PlanGround, planRows, readHeadings, remap, targetsOf } from '../../../client/cards/table/paste-rows.ts';
import type { Row } from '../../../client/cards/table/rows.ts';
import { readSheet, readSheetFile, readTabbed } from '../../../client/cards/table/spreadsheet.ts';
import { languages } from '../../../client/i18n/language.ts';
import { writeCsv } from '../../../shared/board/export/csv.ts';
import { cardKinds } from '../../../shared/method/cards/kinds.ts';
import { fieldColumns } from '../../../shared/method/words/field-columns.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { row } from './support/rows.ts';

const nobody = () => undefined;
const ground = (...cards: readonly Row[]): PlanGround => ({
  ...{ kind: 'cause', organisationId: nobody },
  known: new Map(cards.map((card) => [card.id, card])),
});

test('[TAB2] rows of a spreadsheet are read with quotes, lines and tabs in their cells', () => {
  expect(readTabbed('a\tb\r\n"two\nlines"\t"says ""yes"""\r\n')).toEqual([
    ['a', 'b'],
    ['two\nlines', 'says "yes"'],
  ]);
  expect(readTabbed('5" van\tx')).toEqual([['5" van', 'x']]);
  expect(readTabbed('"quoted" word\tx')).toEqual([['"quoted" word', 'x']]);
  expect(readTabbed('one\n\ntwo\n\n')).toEqual([['one'], [''], ['two']]);
  expect(readTabbed('')).toEqual([]);
});

test('[TAB2] semicolons and commas separate where every row has as many, and a sentence stays whole', () => {
  expect(readSheet('Cause;Votes\nA, with comma;3')).toEqual([
    ['Cause', 'Votes'],
    ['A, with comma', '3'],
  ]);
  expect(readSheet('\ufeffCause,Votes\r\n"A, b",3\r\n')).toEqual([
    ['Cause', 'Votes'],
    ['A, b', '3'],
  ]);
  expect(readSheet('Late, and often\nNobody, ever, asked')).toEqual([['Late, and often'], ['Nobody, ever, asked']]);
});

test('[TAB2] what the table writes as CSV is read back, formulas included', () => {
  const cells = { title: '=SUM(A1)', note: 'a "b", c\nd', org: 'École' };
  const sheet = readSheet(writeCsv(['title', 'note', 'org'], [cells, cells]));
  expect(sheet).toEqual([['title', 'note', 'org'], Object.values(cells), Object.values(cells)]);
});

test('[TAB3] every heading of every kind is understood in each language, and by its name in exports', () => {
  for (const kind of cardKinds)
    for (const language of languages) {
      const targets = targetsOf(kind);
      const words = targets.map((column) =>
        column === 'title'
          ? kindWords[kind].name[language]
          : fieldColumns[column as keyof typeof fieldColumns][language],
      );
      const { headings, mapping } = readHeadings([words], kind);
      expect(headings).toEqual(words);
      // Where two columns share a word, each of them is taken once.
      expect(new Set(mapping)).toEqual(new Set(words.map((word) => mapping[words.indexOf(word)])));
      expect(mapping.filter((column) => column !== null).length).toBe(targets.length);
      expect(readHeadings([[...targets]], kind).mapping).toEqual(targets);
    }
});

test('[TAB3] without headings the first column holds the words; a column can be given another meaning', () => {
  const reading = readHeadings([['Cold room is full', 'yes']], 'cause');
  expect(reading).toMatchObject({ headings: null, mapping: ['title', null], idColumn: null });
  expect(remap(reading.mapping, 1, 'title')).toEqual([null, 'title']);
});

test('[TAB4] rows that cannot be read are named with the reason and kept apart from those that become cards', () => {
  const sheet = readTabbed(
    [
      'Oorzaak\tZekerheid\tGewicht\tOpmerking elders',
      'Koelruimte vol\thoog\t4\tx',
      '\tlaag\t2\t',
      'Te weinig vrijwilligers\tvrij hoog\t3\t',
      '\t\t\t',
      'Openingsuren\tgemiddeld\t9\t',
    ].join('\n'),
  );
  const reading = readHeadings(sheet, 'cause');
  expect(reading.mapping).toEqual(['title', 'confidence', 'weight', null]);
  expect(planRows(sheet, reading, ground())).toEqual({
    ...{ changes: [], same: 0, long: 0 },
    rows: [{ title: 'Koelruimte vol', fields: { confidence: 'high', weight: 4 } }],
    refused: [
      { number: 3, text: 'laag · 2', reason: 'no-title' },
      {
        number: 4,
        text: 'Te weinig vrijwilligers · vrij hoog · 3',
        reason: { column: 'confidence', cell: 'vrij hoog', fault: 'not-a-choice' },
      },
      {
        number: 6,
        text: 'Openingsuren · gemiddeld · 9',
        reason: { column: 'weight', cell: '9', fault: 'out-of-range' },
      },
    ],
  });
});

test('[TAB5] a block of cells is laid over the table from one cell on; what does not fit is counted', () => {
  const rows = [row('a', { title: 'A' }), row('b', { title: 'B', locked: true }), row('c', { title: 'C' })];
  const columns = ['title', 'confidence', 'votes_people', 'weight'] as const;
  const at = { row: 0, column: 1 };
  expect(planCells([['High', '9', '4']], rows, columns, at, nobody)).toEqual({
    changes: [{ id: 'a', fields: { confidence: 'high', weight: 4 } }],
    unread: 1,
    below: 0,
  });
  const down = planCells([['low'], ['low'], ['so so'], ['low']], rows, columns, at, nobody);
  expect(down).toEqual({ changes: [{ id: 'a', fields: { confidence: 'low' } }], unread: 2, below: 1 });
  expect(planCells([['New words', '']], rows, columns, { row: 2, column: 0 }, nobody).changes).toEqual([
    { id: 'c', title: 'New words', fields: { confidence: null } },
  ]);
});

const fileOf = (content: string | readonly number[]) =>
  readSheetFile(new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]));

test('[TRV8] a file of rows is read whatever separates its cells and however it spells its letters', async () => {
  const expected = {
    ok: true,
    sheet: [
      ['Cause', 'Note'],
      ['Élan', 'two\nlines; and, more'],
    ],
  };
  for (const separator of [',', ';', '\t']) {
    const text = `Cause${separator}Note\r\nÉlan${separator}"two\r\nlines; and, more"\r\n`;
    expect(await fileOf(text)).toEqual(expected);
    expect(await fileOf(`\ufeff${text}`)).toEqual(expected);
    expect(await fileOf(`sep=${separator}\n${text}`)).toEqual(expected);
    const bytes = [...text].map((letter) => letter.charCodeAt(0));
    expect(await fileOf(bytes)).toEqual(expected);
    expect(await fileOf([0xff, 0xfe, ...bytes.flatMap((byte) => [byte, 0])])).toEqual(expected);
  }
});

test('[TRV8] what is no table, or more than a table, is said so', async () => {
  expect(await fileOf('')).toEqual({ ok: false, fault: 'no-table' });
  expect(await fileOf([0x50, 0x4b, 3, 4, 0, 0])).toEqual({ ok: false, fault: 'no-table' });
  expect(await fileOf('a\n'.repeat(20_001))).toMatchObject({ ok: true });
  expect(await fileOf('a\n'.repeat(20_002))).toEqual({ ok: false, fault: 'too-many-rows' });
  const large = { size: 20_000_001, arrayBuffer: () => Promise.reject(new Error('not to be read')) };
  expect(await readSheetFile(large)).toEqual({ ok: false, fault: 'too-large' });
});

test('[TRV9] rows of a table of ours change the cards that they are of, and only what they say otherwise', () => {
  const cards = [
    row('shape:a', { title: 'No pump', fields: { weight: 3, tags: ['x', 'y'], evidence: ' counted ' }, org: 'Wells' }),
    row('shape:b', { title: 'No money', fields: { weight: 2 } }),
    row('shape:c', { title: 'Locked', locked: true }),
  ];
  const sheet = readSheet(
    [
      'id,type,title,org,weight,tags,evidence',
      'shape:a,cause,No pump,Wells,3,x; y,counted',
      'shape:b,cause,No money at all,,,,said',
      'shape:c,cause,Changed,,,,',
      'shape:b,cause,Again,,,,',
      'shape:d,cause,New,,4,,',
      'shape:e,effect,Of another kind,,,,',
    ].join('\n'),
  );
  const plan = planRows(sheet, readHeadings(sheet, 'cause'), ground(...cards));
  expect(plan).toMatchObject({
    rows: [{ title: 'New', fields: { weight: 4 } }],
    changes: [{ id: 'shape:b', title: 'No money at all', fields: { weight: null, evidence: 'said' } }],
    same: 1,
    refused: [
      { number: 4, reason: 'locked' },
      { number: 5, reason: 'twice' },
      { number: 7, reason: { otherKind: 'effect' } },
    ],
  });
});
