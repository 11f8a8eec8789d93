import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentOf, contrast, onPaper } from '../../../client/export/compose/accent.ts';
import { composeReport } from '../../../client/export/compose/compose-report.ts';
import { hyphenateWith, unparted } from '../../../client/export/compose/hyphenate.ts';
import { type Paper, papers, type ReportInput } from '../../../client/export/compose/report-input.ts';
import type { DisplayPage } from '../../../client/export/display-list.ts';
import type { Block, ReportItem } from '../../../shared/board/report/report.ts';
import { plainMeasure, type SetText, textsOn } from './support/laid-out.ts';
import { boardOf, collectedPage, inputOf, organisationOf, reportOf, sectionOf, tableOf } from './support/reports.ts';

/** Rules that part wherever they can. */
const everyThird = hyphenateWith((letters) => letters.match(/.{1,3}/gsu) ?? []);

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdeéßA中文字שלוع0')), minLength: 1, maxLength: 12 });
const long = fc.constant('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2));
const textArb = (most: number) =>
  fc
    .array(fc.oneof({ weight: 30, arbitrary: word }, { weight: 1, arbitrary: long }, fc.constant('\n')), {
      maxLength: most,
    })
    .map((words) => words.join(' '));
const itemArb: fc.Arbitrary<ReportItem> = fc.letrec<{ item: ReportItem }>((tie) => ({
  item: fc.record({
    text: textArb(20),
    strong: fc.boolean(),
    detail: fc.option(textArb(4)),
    items: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('item'), { maxLength: 3 })),
  }),
})).item;
const tableArb = fc.integer({ min: 1, max: 8 }).chain((columns) =>
  fc.record({
    kind: fc.constant('table' as const),
    caption: textArb(6),
    columns: fc.array(
      fc.record({
        label: textArb(3),
        weight: fc.integer({ min: 1, max: 9 }),
        align: fc.constantFrom('start' as const, 'end' as const),
      }),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(
      fc.record({ cells: fc.array(textArb(12), { minLength: columns, maxLength: columns }), strong: fc.boolean() }),
      { maxLength: 40 },
    ),
  }),
);
const blockArb: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: textArb(150) }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const),
    text: textArb(8),
  }),
  fc.record({ kind: fc.constant('poster' as const), text: textArb(40), below: fc.option(textArb(20)) }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(itemArb, { maxLength: 6 }) }),
  tableArb,
);
const inputArb: fc.Arbitrary<ReportInput> = fc
  .record({
    paper: fc.constantFrom<Paper>(...papers),
    title: textArb(12),
    workshop: textArb(8),
    sections: fc.array(
      fc.record({ title: textArb(8), lead: fc.option(textArb(30)), blocks: fc.array(blockArb, { maxLength: 8 }) }),
      {
        maxLength: 3,
      },
    ),
    facts: fc.array(fc.record({ label: textArb(4), value: textArb(2) }), { maxLength: 9 }),
    organisations: fc.array(fc.tuple(textArb(4), fc.array(textArb(3), { maxLength: 30 })), { maxLength: 60 }),
    boards: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ paper, title, workshop, sections, facts, organisations, boards }) =>
    inputOf(
      reportOf(
        Array.from({ length: boards }, (_, board) =>
          boardOf(
            sections.map((section, index) => sectionOf(section.blocks, { ...section, id: `${board}-${index}` })),
            { boardId: `b${board}`, title: `${title} ${board}`, overview: facts },
          ),
        ),
      ),
      {
        ...{ paper, title, workshop },
        organisations: organisations.map(([name, names], index) => organisationOf(name, index + 1, { names })),
      },
    ),
  );

/** What is set on the page itself and not read off a board. */
const isOverlapping = ({ box: a }: SetText, { box: b }: SetText): boolean =>
  a.x + 0.1 < b.x + b.width && b.x + 0.1 < a.x + a.width && a.y + 0.1 < b.y + b.height && b.y + 0.1 < a.y + a.height;

function faultsOf(page: DisplayPage): string[] {
  const texts = textsOn(page, plainMeasure).filter(({ text }) => text.trim() !== '');
  const side = page.part === 'cover' ? 30 : 41.9;
  const outside = texts.filter(
    ({ box }) =>
      box.x < side ||
      box.x + box.width > page.sheet.width - side ||
      box.y < 20 ||
      box.y + box.height > page.sheet.height - (page.part === 'cover' ? 20 : 26),
  );
  // Those whose upper ends are near in height, which is all that can lie over each other.
  const sorted = texts.toSorted((a, b) => a.box.y - b.box.y);
  const over: string[] = [];
  for (const [index, one] of sorted.entries())
    for (let other = index + 1; other < sorted.length; other += 1) {
      const next = sorted[other];
      if (next === undefined || next.box.y > one.box.y + one.box.height) break;
      if (isOverlapping(one, next)) over.push(`"${one.text}" lies over "${next.text}"`);
    }
  return [...outside.map(({ text, box }) => `"${text}" stands outside at ${JSON.stringify(box)}`), ...over].map(
    (fault) => `${page.part}: ${fault}`,
  );
}

describe('the pages of any report', () => {
  test('[RPT16] hold no text outside their margins and none over another', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(inputArb, (input) => {
        const faults = composeReport(input, plainMeasure, everyThird).flatMap(faultsOf);
        expect(faults).toEqual([]);
      }),
      { seed: 11, numRuns: 25, endOnFailure: true },
    );
  });

  test('[RPT16] a fault would be found', () => {
    const [page] = composeReport(inputOf(reportOf([])), plainMeasure, unparted);
    const twice = page && { ...page, layers: [...page.layers, ...page.layers] };
    expect(twice && faultsOf(twice).length).toBeGreaterThan(2);
    const moved = page && {
      ...page,
      layers: page.layers.map((layer) => ({ ...layer, matrix: [1, 0, 0, 1, 600, 0] as const })),
    };
    expect(moved && faultsOf(moved).length).toBeGreaterThan(1);
  });

  test('[RPT17] letters on the accent colour can be read, whichever it is, and rules of it can be seen on paper', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, (ground) => {
        const accent = accentOf(ground);
        expect(contrast(accent.text, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(accent.quiet, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onPaper(accent), '#FFFFFF')).toBeGreaterThanOrEqual(2);
      }),
      { seed: 3, numRuns: 2000 },
    );
    expect(accentOf('#F0B429').text).toBe('#101816');
    expect(accentOf(null)).toMatchObject({ colour: '#143F35', text: '#FFFFFF' });
  });

  test('[RPT18] laying out a board of a thousand cards in its report takes no part of its pages apart', () => {
    const page = collectedPage('one', '1 Tree');
    const items = Array.from({ length: 1000 }, (_, index) => ({ ...page.items[0], id: `shape:${index}` }));
    const boards = [{ boardId: 'tree', overview: null, pages: [{ ...page, items: items as typeof page.items }] }];
    const table = tableOf(
      ['Card'],
      items.map(({ id }) => [id]),
    );
    const pages = composeReport(inputOf(reportOf([boardOf([sectionOf([table])])]), { boards }), plainMeasure, unparted);
    const own = pages.find(({ part }) => part === 'page:tree:one');
    expect(own?.layers.at(-1)?.items).toBe(boards[0]?.pages[0]?.items);
  });
});
