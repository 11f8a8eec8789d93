import { describe, expect, test } from 'vitest';
import { composeReport } from '../../../client/export/compose/compose-report.ts';
import { unparted } from '../../../client/export/compose/hyphenate.ts';
import { partOf, type ReportInput } from '../../../client/export/compose/report-input.ts';
import type { DisplayPage } from '../../../client/export/display-list.ts';
import type { Block } from '../../../shared/board/report/report.ts';
import { linesOn, plainMeasure, textsOn } from './support/laid-out.ts';
import { itemOf, runOf, textOp } from './support/lists.ts';
import {
  boardOf,
  collectedPage,
  inputOf,
  itemText,
  organisationOf,
  reportOf,
  sectionOf,
  tableOf,
} from './support/reports.ts';

const compose = (input: ReportInput): DisplayPage[] => composeReport(input, plainMeasure, unparted);
const partsOf = (pages: readonly DisplayPage[]): string[] => [...new Set(pages.map(({ part }) => part))];
const pagesOf = (pages: readonly DisplayPage[], part: string): DisplayPage[] =>
  pages.filter((page) => page.part === part);
const sectionPages = (blocks: readonly Block[]): DisplayPage[] =>
  pagesOf(compose(inputOf(reportOf([boardOf([sectionOf(blocks)])]))), partOf.section('causes'));
const outlineOf = (pages: readonly DisplayPage[]) =>
  pages.flatMap(({ outline }) => outline.map(({ title, level }) => `${level} ${title}`));
const numbersOf = (pages: readonly DisplayPage[]) => pages.map(({ foot }) => foot?.number ?? null);
const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

const map = boardOf([], { boardId: 'map', title: 'Stakeholder map' });
const tree = boardOf([sectionOf([{ kind: 'paragraph', text: 'Why' }])], {
  overview: [{ label: 'cards', value: '212' }],
});
const collected = {
  boardId: 'tree',
  overview: collectedPage('all', 'Overview', {
    framed: false,
    items: [
      itemOf([textOp([runOf('On a card', { y: 80 })])], { greeked: true }),
      itemOf([textOp([runOf('1 Agree the problem', { y: 160 })])], { id: 'name' }),
    ],
  }),
  pages: [collectedPage('one', '1 Agree the problem'), collectedPage('outside', 'Outside', { heading: 'Outside' })],
};
const whole = inputOf(
  reportOf([tree], {
    closing: [sectionOf([{ kind: 'paragraph', text: 'Go on' }], { id: 'decisions', title: 'Decisions' })],
    verbatim: sectionOf([], { id: 'verbatim', title: 'In their own words' }),
  }),
  { organisations: [organisationOf('Korf Supermarkets', 1)], boards: [collected] },
);

const shortTable = (rows: number) =>
  tableOf(
    ['Who', 'What'],
    Array.from({ length: rows }, (_, index) => [`Somebody ${index}`, 'Something']),
  );
const short = (id: string, rows = 3) => sectionOf([shortTable(rows)], { id, title: `Section ${id}` });

describe('short sections', () => {
  const sections = [short('a'), short('b'), short('c', 12), short('d', 43), short('e', 2), short('f', 2)];
  const input = inputOf(reportOf([boardOf(sections)]), { leftOutParts: ['cover'] });
  const titlesOf = (pages: readonly DisplayPage[]) => pages.slice(1).map(({ title }) => title);

  test('[RPT21] stand below each other where the next one fits whole; one that does not begins a page', () => {
    const pages = compose(input);
    expect(titlesOf(pages)).toEqual([
      'Section a · Section b',
      'Section c',
      ...['Section d', 'Section d', 'Section d · Section e · Section f'],
    ]);
    const [shared] = pages.slice(1);
    const texts = shared ? textsOn(shared, plainMeasure) : [];
    const heads = texts.filter(({ item }) => item.structure.at(-1)?.tag === 'H1');
    const [first, second] = heads.map(({ box }) => box.y);
    const above = texts.filter(({ box }) => box.y < (second ?? 0));
    expect(first).toBeLessThan(60);
    expect((second ?? 0) - Math.max(...above.map(({ box }) => box.y + box.height))).toBeGreaterThan(30);
  });

  test('[RPT21] the contents, the outline and links know each of them where it begins', () => {
    const pages = compose(input);
    expect(linesOn(pages[0] as DisplayPage).slice(1)).toEqual([
      ...['Section a 2', 'Section b 2', 'Section c 3', 'Section d 4', 'Section e 6', 'Section f 6'],
    ]);
    expect(outlineOf(pages).slice(1)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `1 Section ${id}`));
    expect(pages.flatMap(({ anchors }, page) => (anchors ?? []).map(({ name }) => `${name} on ${page + 1}`))).toEqual([
      ...['section:b on 2', 'section:e on 6', 'section:f on 6'],
    ]);
    // Each is told as a section of its own.
    const told = pages[1]?.layers[0]?.items.flatMap(({ structure: [step] }) =>
      step?.tag === 'Sect' ? [step.title] : [],
    );
    expect([...new Set(told)]).toEqual(['Section a', 'Section b']);
  });

  test('[RPT21] are left out with their page, and nothing else moves', () => {
    const all = compose(input);
    const left = compose({ ...input, leftOutParts: ['cover', 'section:a'] });
    expect(titlesOf(left)).toEqual(titlesOf(all).slice(1));
    expect(left.slice(1).map(({ layers }) => layers)).toEqual(all.slice(2).map(({ layers }) => layers));
    expect(linesOn(left[0] as DisplayPage).slice(1, 3)).toEqual(['Section c 2', 'Section d 3']);
    // Of one name with the page's first section, whose name none of the others leaves out.
    expect(compose({ ...input, leftOutParts: ['cover', 'section:b'] })).toEqual(all);
  });

  test('[RPT21] posters stay alone, boards and what comes after them begin pages', () => {
    const poster = sectionOf([{ kind: 'poster', text: 'Go', below: null }], { id: 'p', title: 'Poster' });
    const boards = [boardOf([short('a'), poster, short('b')]), boardOf([short('c')], { boardId: 'map', title: 'Map' })];
    const report = reportOf(boards, { closing: [short('d'), short('e')], verbatim: short('v') });
    expect(titlesOf(compose(inputOf(report, { leftOutParts: ['cover'] })))).toEqual([
      ...['Section a', 'Poster', 'Section b', 'Section c', 'Section d · Section e', 'Section v'],
    ]);
  });
});

describe('single items under headings of their own', () => {
  const under = (title: string, ...items: string[]): Block[] => [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', items: items.map((text) => itemText(text)) },
  ];
  const linesOf = (blocks: readonly Block[]) => sectionPages(blocks).flatMap(linesOn).slice(1);

  test('[RPT22] three or more in a row have them in front, in bold', () => {
    const blocks = [
      ...under('Drafts', 'One', 'Two'),
      ...under('Who', 'All'),
      ...under('What', 'Food'),
      ...under('When', 'Now'),
    ];
    expect(linesOf(blocks)).toEqual([
      ...['Drafts', '•', 'One', '•', 'Two', 'Who\u00a0 All', 'What\u00a0 Food', 'When\u00a0 Now'],
    ]);
    const label = sectionPages(blocks)
      .flatMap((page) => textsOn(page, plainMeasure))
      .find(({ text }) => text.startsWith('Who'));
    expect(label?.run.weight).toBe(700);
    expect(label?.item.structure.map(({ tag }) => tag)).toEqual(['L', 'LI', 'LBody']);
  });

  test('[RPT22] two keep their headings', () => {
    expect(linesOf([...under('Who', 'All'), ...under('What', 'Food'), ...under('When', 'Now', 'Soon')])).toEqual([
      ...['Who', '•', 'All', 'What', '•', 'Food', 'When', '•', 'Now', '•', 'Soon'],
    ]);
  });
});

describe('a report laid out', () => {
  test('[RPT5] has its parts in the order of reading, each page numbered among all', () => {
    const pages = compose(whole);
    expect(partsOf(pages)).toEqual([
      'cover',
      'contents',
      'people',
      'overview:tree',
      'page:tree:one',
      'page:tree:outside',
      'section:causes',
      'section:decisions',
      'section:verbatim',
    ]);
    expect(numbersOf(pages)).toEqual([null, ...[2, 3, 4, 5, 6, 7, 8, 9].map((page) => `${page} / 9`)]);
  });

  test('[RPT5] a part that is left out is gone with its line in the contents, and the numbers close up', () => {
    const pages = compose({ ...whole, leftOutParts: ['people', 'page:tree:one'] });
    expect(partsOf(pages)).toEqual([
      'cover',
      'contents',
      'overview:tree',
      'page:tree:outside',
      'section:causes',
      'section:decisions',
      'section:verbatim',
    ]);
    expect(numbersOf(pages).at(-1)).toBe('7 / 7');
    const [contents] = pagesOf(pages, partOf.contents);
    expect(contents && linesOn(contents)).toEqual([
      'Contents',
      'Overview 3',
      'Outside 4',
      'Causes 5',
      'Decisions 6',
      'In their own words 7',
    ]);
    expect(partsOf(compose({ ...whole, leftOutParts: ['cover', 'contents'] }))[0]).toBe('people');
  });

  test('[RPT5] of nothing there is the cover and no empty contents', () => {
    expect(partsOf(compose(inputOf(reportOf([]))))).toEqual(['cover']);
    const bare = compose(inputOf(reportOf([boardOf([sectionOf([])])])));
    expect(partsOf(bare)).toEqual(['cover', 'contents', 'section:causes']);
  });

  test('[RPT6] the outline of one board is flat; of several each board holds its own pages', () => {
    expect(outlineOf(compose(whole))).toEqual([
      '1 Root cause tree',
      '1 Contents',
      '1 People by organisation',
      '1 Overview',
      '1 1 Agree the problem',
      '1 Outside',
      '1 Causes',
      '1 Decisions',
      '1 In their own words',
    ]);
    const input = { ...whole, title: 'Full Plates', report: { ...whole.report, boards: [tree, map] } };
    const several = {
      ...input,
      boards: [collected, { boardId: 'map', overview: null, pages: [collectedPage('m', '1 Map')] }],
    };
    expect(outlineOf(compose(several)).slice(3)).toEqual([
      '1 Root cause tree',
      '2 1 Agree the problem',
      '2 Outside',
      '2 Causes',
      '1 Stakeholder map',
      '2 1 Map',
      '1 Decisions',
      '1 In their own words',
    ]);
    // Without its overview a board begins where its first page is.
    const without = compose({ ...several, leftOutParts: ['overview:tree'] });
    expect(outlineOf(without).slice(3, 5)).toEqual(['1 Root cause tree', '2 1 Agree the problem']);
  });

  test('[PDF8] pages with a foot of their own repeat only the date; the cover has none', () => {
    const pages = compose(whole);
    const footOf = (part: string) => pagesOf(pages, part)[0]?.foot?.text ?? null;
    expect(footOf('cover')).toBeNull();
    expect(footOf('page:tree:one')).toBe('25 November 2026');
    expect(footOf('page:tree:outside')).toBe('Full Plates · Root cause tree · 25 November 2026');
  });

  test('[PDF6] every page has the chosen paper, lying or standing as its content does', () => {
    const standing = { view: { matrix: [1, 0, 0, 1, 0, 0], width: 800, height: 1131 } } as const;
    const large = { drawnFor: 'A3', view: { matrix: [1, 0, 0, 1, 0, 0], width: 2240, height: 1584 } } as const;
    const boards = [
      {
        boardId: 'tree',
        overview: null,
        pages: [collectedPage('a', 'A'), collectedPage('b', 'B', standing), collectedPage('c', 'C', large)],
      },
    ];
    const sheets = (paper: ReportInput['paper']) =>
      compose({ ...whole, boards, paper, organisations: [], leftOutParts: ['contents', 'section:verbatim'] })
        .map(({ part, sheet }) => [part, Math.round(sheet.width), Math.round(sheet.height)])
        .filter(([part]) =>
          ['cover', 'page:tree:a', 'page:tree:b', 'page:tree:c', 'section:causes'].includes(String(part)),
        )
        .map(([, width, height]) => `${width} × ${height}`);
    const [a4, a4Standing] = ['842 × 595', '595 × 842'];
    expect(sheets('A4')).toEqual([a4, a4, a4Standing, a4, a4]);
    expect(sheets('A3')).toEqual(['1191 × 842', '1191 × 842', '842 × 1191', '1191 × 842', '1191 × 842']);
    expect(sheets('Letter')).toEqual(['792 × 612', '792 × 612', '612 × 792', '792 × 612', '792 × 612']);
    // As large as the frame at the scale of its paper: half as wide, as high.
    expect(sheets('fit')).toEqual([a4, a4, '463 × 595', '1191 × 842', a4]);
  });

  test('[RPT7] a frame fills its paper with even margins, and its heading stands above it', () => {
    const pages = compose(whole);
    const [framed] = pagesOf(pages, 'page:tree:one');
    const [paper] = framed?.layers ?? [];
    const [scale = 0, , , , left = 0, top = 0] = paper?.matrix ?? [];
    expect(left).toBeCloseTo(841.89 - left - 1600 * scale, 5);
    expect(1600 * scale).toBeGreaterThan(750);
    expect(top).toBeGreaterThan(20);
    expect(top + 1131 * scale).toBeLessThan(595.28 - 26);
    const [outside] = pagesOf(pages, 'page:tree:outside');
    const [heading] = outside ? textsOn(outside, plainMeasure) : [];
    expect(heading).toMatchObject({ text: 'Outside', item: { structure: [{ tag: 'H1' }] } });
  });

  test('[RPT8] the overview is one figure with a description, whose words stay bars, under the facts', () => {
    const [page] = pagesOf(compose(whole), 'overview:tree');
    const items = page?.layers.flatMap((layer) => layer.items) ?? [];
    expect(items.filter(({ figure }) => figure !== null)).toMatchObject([
      { greeked: true, figure: 'The whole board in small. Its parts follow on the next pages.' },
      // A name in the picture is seen and told where its page is.
      { greeked: false, figure: '', id: 'name' },
    ]);
    expect(page && linesOn(page).slice(0, 3)).toEqual(['Overview', '', '212 cards']);
    const none = compose({
      ...whole,
      boards: [{ ...collected, overview: null }],
      report: { ...whole.report, boards: [boardOf([])] },
    });
    expect(partsOf(none)).not.toContain('overview:tree');
  });

  test('[RPT9] people are named with their organisation; one that fits a column is in one column', () => {
    const names = Array.from({ length: 9 }, (_, index) => `Somebody Withaname ${index}`);
    const organisations = Array.from({ length: 30 }, (_, index) =>
      organisationOf(`Club ${index}`, index + 1, { names }),
    );
    const pages = pagesOf(compose({ ...whole, organisations }), 'people');
    expect(pages.length).toBeGreaterThan(1);
    const placed = pages.flatMap((page, number) =>
      textsOn(page, plainMeasure)
        .filter(({ item }) => item.structure[0]?.tag === 'L')
        .map(({ item, box, text }) => ({
          organisation: item.structure[1]?.key,
          column: `${number} ${Math.floor(box.x / 250)}`,
          text,
        })),
    );
    for (const index of organisations.keys()) {
      const own = placed.filter(({ organisation }) => organisation === String(index));
      expect(own.map(({ text }) => text).join(' ')).toContain('Withaname 8');
      expect(new Set(own.map(({ column }) => column)).size).toBe(1);
    }
  });

  test('[RPT12] a table goes on under its caption and heads, rows stay whole, and what repeats is told once', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`Cause ${index}`, words(20), String(index * 7)]);
    const table = tableOf(['Cause', 'Because', 'Votes'], rows);
    const columns = table.columns.map((column) =>
      column.label === 'Votes' ? { ...column, align: 'end' as const } : column,
    );
    const pages = sectionPages([{ ...table, columns }]);
    expect(pages.length).toBeGreaterThan(8);
    for (const [index, page] of pages.entries()) {
      const texts = textsOn(page, plainMeasure);
      const head = texts.filter(({ text }) => ['Cause', 'Because', 'Votes'].includes(text.trim()));
      expect(head).toHaveLength(3);
      expect(head.every(({ item }) => (item.figure === '') === index > 0)).toBe(true);
      expect(linesOn(page).includes('Causes, continued')).toBe(index > 0);
      // A row begins and ends on the page.
      const first = new Set(texts.flatMap(({ text }) => /^Cause (\d+)$/.exec(text.trim())?.[1] ?? []));
      const last = new Set(
        texts.filter(({ text }) => text.includes('word19')).map(({ item }) => item.structure[1]?.key),
      );
      expect(last).toEqual(first);
      const ends = texts
        .filter(({ item }) => item.structure[2]?.key === '2')
        .map(({ box }) => (box.x + box.width).toFixed(3));
      expect(new Set(ends).size).toBe(1);
    }
    const tags = pages.flatMap((page) =>
      page.layers.flatMap(({ items }) => items.map(({ structure }) => structure.at(-1)?.tag)),
    );
    expect(tags.filter((tag) => tag === 'TH')).toHaveLength(3);
    expect(tags.filter((tag) => tag === 'TD')).toHaveLength(900);
  });

  test('[RPT20] a table that is all of its section has no caption below its title, and is called by it all the same', () => {
    const table = tableOf(['Cause'], [['One']]);
    const captionsOf = (blocks: readonly Block[]) =>
      sectionPages(blocks).flatMap((page) =>
        textsOn(page, plainMeasure).flatMap(({ text, item }) =>
          item.structure.at(-1)?.tag === 'Caption' ? [text.trim()] : [],
        ),
      );
    expect(captionsOf([table])).toEqual([]);
    const [page] = sectionPages([table]);
    expect(page?.layers[0]?.items.flatMap(({ structure }) => structure.filter(({ tag }) => tag === 'Table'))).toEqual([
      { tag: 'Table', key: '0-0', title: 'Causes' },
      { tag: 'Table', key: '0-0', title: 'Causes' },
    ]);
    expect(captionsOf([{ kind: 'paragraph', text: 'First' }, table])).toEqual(['Root causes']);
    expect(captionsOf([table, { ...table, caption: 'Others' }])).toEqual(['Root causes', 'Others']);
  });

  test('[RPT12] only a row higher than a page is divided, and none of its lines is lost', () => {
    const pages = sectionPages([
      tableOf(
        ['Short', 'Long'],
        [
          ['a', 'b'],
          ['c', words(3000)],
          ['d', 'e'],
        ],
      ),
    ]);
    expect(pages.length).toBeGreaterThan(2);
    const told = pages.flatMap((page) => textsOn(page, plainMeasure)).filter(({ item }) => item.figure === null);
    const text = told
      .filter(({ item }) => item.structure.at(-1)?.tag === 'TD')
      .map((each) => each.text)
      .join('');
    expect([...text.matchAll(/word(\d+)/g)].map(([, number]) => Number(number))).toEqual([...Array(3000).keys()]);
  });

  test('[RPT12] no column is narrower than its longest word, also when weights ask for it', () => {
    const word = 'Donaudampfschifffahrtsgesellschaft';
    const table = tableOf(['Why', 'What'], [[word, words(200)]]);
    const columns = table.columns.map((column, index) => ({ ...column, weight: index === 0 ? 1 : 50 }));
    const [page] = sectionPages([{ ...table, columns }]);
    expect(page && textsOn(page, plainMeasure).some(({ text }) => text.trim() === word)).toBe(true);
  });

  test('[RPT13] no heading is the last of a page or column, and two lines of a paragraph stay together', () => {
    const blocks: Block[] = Array.from({ length: 60 }, (_, index): Block[] => [
      { kind: 'heading', level: index % 3 === 0 ? 1 : 2, text: `Heading ${index}` },
      { kind: 'paragraph', text: words(40 + ((index * 37) % 90)) },
    ]).flat();
    const pages = sectionPages(blocks);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const columns = new Map<boolean, string[]>();
      for (const { item, box } of textsOn(page, plainMeasure)) {
        const right = box.x > 420;
        columns.set(right, [...(columns.get(right) ?? []), item.structure[0]?.tag + String(item.structure[0]?.key)]);
      }
      for (const lines of columns.values()) {
        expect(lines.at(-1)).toMatch(/^P/);
        expect(lines.at(-1)).toBe(lines.at(-2));
        expect(lines[0] === lines[1] || !lines[0]?.startsWith('P')).toBe(true);
      }
    }
  });

  test('[RPT13] a list is told as lists within lists, with its details', () => {
    const [page] = sectionPages([
      {
        kind: 'list',
        items: [itemText('Agree', { detail: 'Korf', items: [itemText('Ask')] }), itemText('Go')],
      },
    ]);
    const list = page?.layers.flatMap(({ items }) => items).filter(({ structure }) => structure[0]?.tag === 'L') ?? [];
    expect(list.map(({ structure }) => structure.map(({ tag }) => tag).join(' '))).toEqual([
      'L LI Lbl',
      'L LI LBody',
      'L LI LBody L LI Lbl',
      'L LI LBody L LI LBody',
      'L LI Lbl',
      'L LI LBody',
    ]);
    expect(page && linesOn(page)).toEqual(['Causes', '•', 'Agree\u00a0 Korf', '–', 'Ask', '•', 'Go']);
  });

  test('[RPT14] a poster has a page of its own, in letters as large as fit', () => {
    const pages = sectionPages([
      { kind: 'paragraph', text: 'Before' },
      { kind: 'poster', text: 'Nobody throws away food', below: 'Agreed' },
      { kind: 'paragraph', text: 'After' },
    ]);
    expect(pages.map(linesOn).map((lines) => lines.filter((line) => line !== ''))).toEqual([
      ['Causes', 'Before'],
      ['Nobody throws away food', 'Agreed'],
      ['After'],
    ]);
    const sizeOf = (text: string): number => {
      const [page] = sectionPages([{ kind: 'poster', text, below: null }]);
      const poster = (page ? textsOn(page, plainMeasure) : []).filter(({ item }) => item.structure[0]?.tag === 'P');
      return Math.min(...poster.map(({ run }) => run.size));
    };
    expect(sizeOf('Nobody throws away food')).toBe(64);
    expect(sizeOf(words(80))).toBeLessThan(40);
  });

  const posters = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sectionOf([{ kind: 'poster', text: 'One', below: null }], { id: `s${index}`, title: `Section ${index}` }),
    );

  test('[RPT15] the contents run on to further pages and say the numbers that pages then have', () => {
    const sections = posters(170);
    const pages = compose(inputOf(reportOf([boardOf(sections)])));
    const contents = pagesOf(pages, 'contents');
    expect(contents.length).toBeGreaterThan(1);
    const said = contents
      .flatMap(linesOn)
      .flatMap((line) => /^Section (\d+) (\d+)$/.exec(line)?.slice(1).map(Number) ?? []);
    expect(said).toEqual(sections.flatMap((_, index) => [index, 2 + contents.length + index]));
    for (const page of contents)
      for (const { run, text, item } of textsOn(page, plainMeasure))
        if (item.structure[0]?.tag === 'TOC') expect(run.link, text).toMatch(/^#section:s\d+$/);
  });

  test('[RPT15] however many entries, no page of the contents holds a few that the others had room for', () => {
    const entries = (page: DisplayPage) => linesOn(page).filter((line) => line.startsWith('Section')).length;
    for (let count = 1; count < 180; count += 8) {
      const contents = pagesOf(compose(inputOf(reportOf([boardOf(posters(count))]))), 'contents').map(entries);
      expect(contents.length, `${count}`).toBe(count <= 81 ? 1 : count <= 171 ? 2 : 3);
      // The title takes the room of three lines in each of three columns, and columns are of whole lines.
      expect(Math.max(...contents) - Math.min(...contents), `${count}: ${contents}`).toBeLessThanOrEqual(15);
    }
  });
});
