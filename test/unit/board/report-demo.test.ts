import { describe, expect, it } from 'vitest';
import { hasExample, TemplateId } from '../../../shared/api/templates.ts';
import { Language } from '../../../shared/api/text.ts';
import { nothingWithheld } from '../../../shared/board/export/withheld.ts';
import type { Report } from '../../../shared/board/report/report.ts';
import { reportTexts } from '../../../shared/board/report/words/words.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { DemoCard } from '../../../shared/method/demo/demo.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { templateRecords } from '../../../shared/method/records.ts';
import { say } from '../../../shared/method/say.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { boardOf, type TestRecord } from './support/records.ts';
import {
  columnOf,
  createdAtMs,
  demoBoard,
  itemsOf,
  reported,
  reportOf,
  sectionOf,
  tableIn,
} from './support/reports.ts';

const examples = TemplateId.options.filter(hasExample);
const everyExample = examples.flatMap((template) => Language.options.map((language) => ({ template, language })));

const demoReport = (template: TemplateId, language: Language = 'en'): Report =>
  reportOf([reported(demoBoard(template, language), { template })], { language });
const titlesOf = (template: TemplateId, language: Language, isWanted: (card: DemoCard) => boolean = () => true) =>
  (loadDemo(template)?.cards ?? [])
    .filter(isWanted)
    .map(({ title }) => say(title, { language, createdAtMs }))
    .sort();
const sorted = (texts: readonly (string | undefined)[]) => [...texts].sort();

describe('[REP4] every card in its own words', () => {
  it.each(everyExample)(
    '[REP4] each card of $template in $language is there once, nothing else is',
    ({ template, language }) => {
      const items = itemsOf(demoReport(template, language).verbatim?.blocks ?? []);
      expect(sorted(items.map(({ text }) => text))).toEqual(titlesOf(template, language));
    },
  );

  it('[REP4] by frame and zone, with kind, organisation, voice and how far it is', () => {
    const blocks = demoReport('root-cause-tree').verbatim?.blocks ?? [];
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [`${block.level} ${block.text}`] : []));
    expect(headings.slice(0, 4)).toEqual([
      '1 1 Agree the problem',
      '2 1  Drafts',
      '2 2  What we know',
      '2 Who is affected?',
    ]);
    const found = (text: string) => itemsOf(blocks).find((item) => item.text.startsWith(text));
    expect(found('People feel they are given')).toMatchObject({
      detail: 'Problem · Voices at the Table · Person affected · Draft',
      items: [],
    });
    expect(found('Cold rooms are full by Tuesday')?.items.map(({ text }) => text)).toEqual([
      'Evidence: Photo log of the cold rooms, nine points',
    ]);
  });
});

it.each(everyExample)(
  '[REP4] zones of one name in a frame of $template in $language are one place',
  ({ template, language }) => {
    const frames: string[][] = [];
    for (const block of demoReport(template, language).verbatim?.blocks ?? []) {
      if (block.kind !== 'heading') continue;
      if (block.level === 1) frames.push([]);
      else frames.at(-1)?.push(block.text);
    }
    expect(frames.flat().length).toBeGreaterThan(0);
    for (const zones of frames) expect(zones).toEqual([...new Set(zones)]);
  },
);

/** Which cards of an example the method asks a table for. */
const tables: readonly [TemplateId, string, CardKind, (card: DemoCard) => boolean][] = [
  ['root-cause-tree', 'causes', 'cause', ({ kind }) => kind === 'cause'],
  ['root-cause-tree', 'questions', 'question', ({ kind }) => kind === 'question'],
  ['actor-map', 'actors', 'actor', ({ kind }) => kind === 'actor'],
  ['actor-map', 'calls', 'actor', ({ id }) => ['FS', 'LF', 'KF', 'WC', 'WD', 'SB'].includes(id)],
  ['actor-map', 'actions', 'action', ({ kind }) => kind === 'action'],
  ['actor-map', 'questions', 'question', ({ kind }) => kind === 'question'],
  ['visioning', 'impacts', 'impact', ({ kind }) => kind === 'impact'],
  ['lessons-learnt', 'timeline', 'event', ({ kind }) => kind === 'event'],
  ['lessons-learnt', 'lessons', 'lesson', ({ id }) => /^L\d$/.test(id)],
  ['lessons-learnt', 'landing', 'lesson', ({ id }) => /^L\d$/.test(id)],
];

describe('[REP5] the tables that the method asks for', () => {
  it.each(tables.flatMap((table) => Language.options.map((language) => [...table, language] as const)))(
    '[REP5] %s, %s: a row for each %s, and no other',
    (template, name, kind, isWanted, language) => {
      const table = tableIn(demoReport(template, language), name);
      const titles = columnOf(table, kindWords[kind].name[language]);
      expect(sorted(titles)).toEqual(titlesOf(template, language, isWanted));
    },
  );

  it.each(everyExample)(
    '[REP5] tables of $template in $language have no empty column and no hole',
    ({ template, language }) => {
      const { boards, closing } = demoReport(template, language);
      const blocks = [...boards.flatMap(({ sections }) => sections), ...closing].flatMap((section) => section.blocks);
      for (const block of blocks) {
        if (block.kind !== 'table') continue;
        expect(new Set(block.columns.map(({ label }) => label)).size).toBe(block.columns.length);
        for (const { cells } of block.rows) expect(cells).toHaveLength(block.columns.length);
        block.columns.forEach(({ label }, place) => {
          const filled = block.rows.filter(({ cells }) => (cells[place] ?? '') !== '');
          expect(filled.length, `${block.caption}: ${label}`).toBeGreaterThan(0);
        });
      }
    },
  );

  it('[REP5] causes come by depth with all that is known of them, roots in bold', () => {
    const table = tableIn(demoReport('root-cause-tree'), 'causes');
    expect(table.columns.map(({ label }) => label)).toEqual([
      ...['Depth', 'Cause', 'Feeds', 'Category', 'Evidence · Kind of evidence · Confidence', 'Whose voice'],
      ...['Scope · Root cause', 'Weight', 'Reach', 'Votes', 'Per org.'],
    ]);
    // What is read together shares a column, without gaps; a root is told by its name and not by its looks alone.
    expect(new Set(columnOf(table, 'Scope · Root cause'))).toEqual(
      new Set(['In scope', '', 'In scope · Root cause', 'Influence only']),
    );
    expect(columnOf(table, 'Evidence · Kind of evidence · Confidence').slice(0, 2)).toEqual([
      'Shop logs 2025, hour by hour · Data · High',
      'Story · High',
    ]);
    expect(columnOf(table, 'Depth')).toEqual([...'111112222233333', '', '', '']);
    expect(columnOf(table, 'Feeds')[0]).toBe('Problem');
    expect(table.rows.filter(({ strong }) => strong)).toHaveLength(4);
    const twice = table.rows.find(({ cells }) => cells[1]?.startsWith('Opening hours'));
    expect(twice?.cells[2]?.split('\n')).toHaveLength(2);
  });

  it('[REP5] actors come ring by ring; what joins them says from whom to whom', () => {
    const report = demoReport('actor-map');
    expect([...new Set(columnOf(tableIn(report, 'actors'), 'Ring'))]).toEqual([
      ...['People affected', 'Core partners', 'Needed partners', 'Wider influence', ''],
    ]);
    const relations = tableIn(report, 'relations');
    expect(relations.rows).toHaveLength(loadDemo('actor-map')?.relations.length ?? -1);
    expect(relations.rows.map(({ cells }) => cells.join(' | '))).toContain(
      'Food Safety Desk | De Schakel Food Aid | Rules | 1 | Broken | One way',
    );
  });

  it('[REP5] plan and reality, and the way back from the future, keep rows and columns of their frames', () => {
    const plan = tableIn(demoReport('lessons-learnt', 'de'), 'planAndReality');
    expect(plan.columns.map(({ label }) => label)).toEqual([
      ...['Teil', 'Was wir erwarteten', 'Was geschah', 'Warum der Unterschied', 'Also nächstes Mal'],
    ]);
    expect(columnOf(plan, 'Teil')).toEqual([
      ...['Ergebnisse', 'Ablauf', 'Art der Leistung', 'Mitteleinsatz', 'Zusammenarbeit'],
    ]);
    const back = tableIn(demoReport('visioning'), 'milestones');
    expect(back.columns.map(({ label }) => label)).toEqual([
      ...['When', 'What is true then', 'Who moved', 'What could stop us'],
    ]);
    expect(columnOf(back, 'What is true then')[0]).toBe('0.8 fresh meals a week\n310 t a year binned');
  });

  it('[REP5] the vision is a poster with its days, each cover has headline, numbers and quotes', () => {
    const report = demoReport('visioning');
    expect(sectionOf(report, 'vision')?.blocks).toEqual([
      {
        kind: 'poster',
        text: expect.stringMatching(/^By the end of 2030/),
        below: '31 December 2030 · Agreed on 26 January 2027',
      },
    ]);
    const covers = sectionOf(report, 'covers')?.blocks ?? [];
    expect(covers[0]).toMatchObject({ kind: 'heading', text: expect.stringMatching(/^The town where good food/) });
    expect(itemsOf(covers)).toHaveLength(7);
  });

  it('[REP5] thanks and what people are proud of have a page', () => {
    expect(
      itemsOf(sectionOf(demoReport('lessons-learnt'), 'thanks')?.blocks ?? []).map(({ detail }) => detail),
    ).toEqual([
      ...[null, null, null, null],
      ...['KoelFiets Couriers', 'Voices at the Table', 'Korf Supermarkets · Night-shift team', 'Food Safety Desk'],
    ]);
  });

  it('[REP5] numbers and days are written as the language does, days in short and unbroken', () => {
    const due = (language: Language): string | undefined => {
      const { columns, rows } = tableIn(demoReport('lessons-learnt', language), 'landing');
      return rows[0]?.cells[columns.length - 1];
    };
    expect(Language.options.map(due)).toEqual([
      ...['1\u00a0Oct\u00a02027', '1\u00a0okt\u00a02027', '1\u00a0oct.\u00a02027', '1.\u00a0Okt.\u00a02027'],
    ]);
    const weights = (language: Language) => {
      const { columns, rows } = tableIn(demoReport('root-cause-tree', language), 'causes');
      return rows[5]?.cells[columns.findIndex(({ align }, place) => align === 'end' && place > 0)];
    };
    expect(Language.options.map(weights)).toEqual(['3.5', '3,5', '3,5', '3,5']);
  });

  it('[REP5] what a whole board comes to is told in a few facts', () => {
    expect(demoReport('root-cause-tree').boards[0]?.overview).toEqual([
      { label: 'Cards and notes', value: '43' },
      { label: 'Organisations that wrote', value: '8' },
      { label: 'Cards with a voice of those affected', value: '7' },
      { label: 'Open questions', value: '3' },
    ]);
  });
});

it.each(TemplateId.options)('[REP6] a new board of %s, with all its invitations, has nothing to report', (template) => {
  const said = { createdAtMs, language: 'en', partnership: 'Full Plates', boardTitle: 'Our board' } as const;
  const records = boardOf(...(templateRecords(loadTemplate(template), said) as TestRecord[]));
  const { boards, closing, verbatim } = reportOf([reported(records, { template })]);
  expect(boards).toMatchObject([{ title: 'Our board', overview: [], sections: [], leftOut: nothingWithheld }]);
  expect(closing).toEqual([]);
  expect(verbatim).toBeNull();
});

it('[REP7] French signs are set apart by a space that does not break', () => {
  const texts = JSON.stringify([reportTexts.fr, demoReport('lessons-learnt', 'fr').boards]);
  expect(texts).toMatch(/\u00a0:/);
  expect(texts.match(/.{20} [?!:;»]/g) ?? []).toEqual([]);
});
