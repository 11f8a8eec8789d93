import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { papers } from '../../../client/export/compose/report-input.ts';
import type { Block } from '../../../shared/board/report/report.ts';
import { hasPdfTools } from '../../support/programs.ts';
import { written } from './support/laid-out.ts';
import { itemOf, runOf, textOp } from './support/lists.ts';
import { expandedPdf, inspectPdf, type PdfFacts, wordBoxes } from './support/pdf-tools.ts';
import { linksOf, outlineOf, tagsOf } from './support/pdf-tree.ts';
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
import { structureFaults } from './support/structure-faults.ts';

const logo =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const flat = (text: string): string => text.replace(/\s+/gu, ' ');

const everyBlock: Block[] = [
  { kind: 'paragraph', text: 'Gründe für späte Abholung, élève Łódź.' },
  { kind: 'heading', level: 1, text: 'Was wir beschlossen haben' },
  { kind: 'heading', level: 2, text: 'Zuerst' },
  {
    kind: 'list',
    items: [itemText('Öffnungszeiten ändern', { strong: true, detail: 'Korf', items: [itemText('Schule fragen')] })],
  },
  tableOf(
    ['Ursache', 'Stimmen'],
    Array.from({ length: 60 }, (_, index) => [
      `Zeile${index} Donaudampfschifffahrtsgesellschaftskapitän`,
      String(index),
    ]),
  ),
  { kind: 'poster', text: 'Niemand wirft Essen weg', below: 'Vereinbart' },
];
const input = inputOf(
  reportOf(
    [
      boardOf([sectionOf(everyBlock)], { overview: [{ label: 'Karten', value: '212' }] }),
      boardOf([], { boardId: 'map', title: 'Landkarte' }),
    ],
    { language: 'de', verbatim: sectionOf([], { id: 'verbatim', title: 'Im Wortlaut' }) },
  ),
  {
    ...{ look: { accent: '#F0B429', logo: 'logo' }, images: { logo } },
    organisations: [organisationOf('Korf', 1, { names: ['Anna Vermeulen'] })],
    boards: [
      {
        boardId: 'tree',
        overview: collectedPage('all', 'Overview', {
          items: [itemOf([textOp([runOf('Kleingedrucktes', { y: 80, width: 90 })])], { greeked: true })],
        }),
        pages: [collectedPage('one', '1 Problem'), collectedPage('two', '2 Baum', { heading: '2 Baum' })],
      },
      { boardId: 'map', overview: null, pages: [collectedPage('m', '1 Karte')] },
    ],
  },
);

describe.skipIf(!hasPdfTools)('a report as a file', { timeout: 120_000 }, () => {
  let bytes: Uint8Array<ArrayBuffer>;
  let facts: PdfFacts;
  beforeAll(async () => {
    bytes = (await written(input)).bytes;
    facts = inspectPdf(bytes);
  }, 120_000);

  test('[RPT19] is sound and tagged, its fonts embedded, and every word of it is found', () => {
    expect(facts.complaints).toBe('');
    expect(facts.info.get('Tagged')).toBe('yes');
    expect(structureFaults(bytes)).toEqual([]);
    expect(facts.fonts.every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true);
    const text = flat(facts.text);
    for (const words of [
      'Gründe für späte Abholung, élève Łódź.',
      'Öffnungszeiten ändern Korf',
      'Niemand wirft Essen weg',
      'Anna Vermeulen',
      'For partners. 3 cards for the core group are left out.',
    ])
      expect(text).toContain(words);
    for (let row = 0; row < 60; row += 1) expect(text.split(`Zeile${row} Donaudampf`)).toHaveLength(2);
    expect(text).not.toContain('Kleingedrucktes');
  });

  test('[RPT19] tells each part as what it is', () => {
    const tags = tagsOf(bytes);
    expect(tags).toMatch(/^Document\(Sect\(P H1 P Figure P P L\(LI\(LBody\)\) P\) Sect\(H1 TOC\(/);
    expect(tags).toContain('TOC(TOCI(Link)');
    expect(tags).toContain('H2 H3 L(LI(Lbl LBody(L(LI(Lbl LBody)))))');
    expect(tags).toContain('Table(Caption TR(TH TH) TR(TD TD) TR(TD TD)');
    expect(tags.split('Table(')).toHaveLength(2);
    expect(expandedPdf(bytes)).toContain('/Alt (The whole board in small.');
  });

  test('[RPT19] the outline and every line of the contents lead to the page that is meant', () => {
    const contents = facts.pages.findIndex((page) => page.startsWith('Contents')) + 1;
    const links = linksOf(bytes).filter(({ page }) => page === contents);
    expect(links.length).toBe(8);
    // A board without an overview begins with its first page.
    for (const { to, words } of links) {
      const [, title = '', number] = /^(.*) (\d+)$/.exec(words) ?? [];
      expect(to, words).toBe(Number(number));
      expect(flat(facts.pages[to - 1] ?? ''), words).toContain(title === 'Landkarte' ? '1 Karte' : title);
    }
    const [, , , tree, map] = outlineOf(bytes);
    expect(tree).toMatchObject({
      title: 'Root cause tree',
      below: [{ title: '1 Problem' }, { title: '2 Baum' }, { title: 'Causes' }],
    });
    expect(map).toMatchObject({ title: 'Landkarte', below: [{ title: '1 Karte' }] });
    expect(facts.pages[(map?.page ?? 0) - 1]).toContain('1 Karte');
  });

  test('[RPT19] the same input gives the same bytes, on each paper, with no word off the sheet', async () => {
    const sha256 = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');
    expect(sha256((await written(structuredClone(input))).bytes)).toBe(sha256(bytes));
    for (const paper of papers) {
      const { bytes: on, pages } = await written({ ...input, paper });
      expect(inspectPdf(on).complaints).toBe('');
      for (const { page, left, right, top, bottom, word } of wordBoxes(on)) {
        const sheet = pages[page - 1]?.sheet ?? { width: 0, height: 0 };
        expect(left > 20 && right < sheet.width - 20 && top > 10 && bottom < sheet.height - 8, `${paper} ${word}`).toBe(
          true,
        );
      }
    }
  });

  test('[RPT21] sections on one page are told apart, and each has links, an entry and a place of its own', async () => {
    const short = (id: string) => sectionOf([tableOf(['Wer'], [[`Jemand ${id}`]])], { id, title: `Abschnitt ${id}` });
    const report = reportOf([boardOf([short('a'), short('b')])]);
    const shared = (await written(inputOf(report, { leftOutParts: ['cover'] }))).bytes;
    expect(inspectPdf(shared).complaints).toBe('');
    expect(linksOf(shared).map(({ words, to }) => `${words} to ${to}`)).toEqual([
      ...['Abschnitt a 2 to 2', 'Abschnitt b 2 to 2'],
    ]);
    expect(outlineOf(shared).map(({ title, page }) => `${title} on ${page}`)).toEqual([
      ...['Contents on 1', 'Abschnitt a on 2', 'Abschnitt b on 2'],
    ]);
    const section = 'Sect(H1 Table(TR(TH) TR(TD)))';
    expect(tagsOf(shared)).toContain(`Sect(${section} ${section})`);
    expect(expandedPdf(shared)).toMatch(/\/T \(Abschnitt b\)/);
    // The second one is jumped to where it stands on the page.
    expect(expandedPdf(shared)).toMatch(/\/XYZ\s+0\s+[1-4]\d\d(?:\.\d+)?\s+null/);
  });

  test('[PDF8] sixty organisations with long names fit on the cover, none cut', async () => {
    const organisations = Array.from({ length: 60 }, (_, index) =>
      organisationOf(`Organisation for Something ${index + 1}`, index + 1, { initials: `O${index + 1}` }),
    );
    const { pages } = inspectPdf((await written({ ...input, organisations })).bytes);
    for (const { name } of organisations) expect(pages[0]).toContain(name);
    expect(pages[0]).not.toContain('…');
    expect(pages[0]).toMatch(/Organisation for Something 60\s+2 people/);
    expect(pages[0]).toContain('Full Plates');
  });
});
