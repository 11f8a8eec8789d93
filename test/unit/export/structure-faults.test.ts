import { beforeAll, describe, expect, test } from 'vitest';
import { hasPdfTools } from '../../support/programs.ts';
import { written } from './support/laid-out.ts';
import { itemOf, runOf, textOp } from './support/lists.ts';
import { expandedPdf } from './support/pdf-tools.ts';
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

const blocks = [
  { kind: 'heading', level: 1, text: 'What we decided' },
  { kind: 'heading', level: 2, text: 'First' },
  { kind: 'list', items: [itemText('Ask the school', { items: [itemText('In January')] })] },
  tableOf(
    ['Cause', 'Votes'],
    Array.from({ length: 60 }, (_, row) => [`Row ${row}`, String(row)]),
  ),
] as const;
const input = inputOf(reportOf([boardOf([sectionOf([...blocks])], { overview: [{ label: 'Cards', value: '212' }] })]), {
  organisations: [organisationOf('Korf', 1, { names: ['Anna Vermeulen'] })],
  boards: [
    {
      boardId: 'tree',
      overview: collectedPage('all', 'Overview'),
      pages: [
        collectedPage('one', '1 Problem', {
          items: [itemOf([textOp([runOf('Read on', { y: 80, link: 'https://example.org/' })])], { readingRank: 1 })],
        }),
      ],
    },
  ],
});

describe.skipIf(!hasPdfTools)('tags that hold together', { timeout: 60_000 }, () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await written(input)).bytes;
  }, 60_000);

  test('[PDF48] everything drawn is told once or an artifact, and the tree holds together', () => {
    expect(structureFaults(bytes)).toEqual([]);
  });

  // Each of the same length, so that the file stays one.
  test.each([
    ['/Marked true', '/Markex true', /tagged/],
    ['/DisplayDocTitle true', '/DisplayDocTitlx true', /title in the window/],
    ['/Lang (', '/Lanx (', /language/],
    ['<pdfuaid:part>1', '<pdfuaid:part>9', /PDF\/UA/],
    ['/Alt (', '/Alx (', /Figure without words/],
    ['/Scope /Column', '/Scopx /Column', /heads nothing/],
    ['/S /H2', '/S /H4', /an H4 follows/],
    ['/S /TH', '/S /TD', /without heads/],
    ['/S /TR', '/S /LI', /in a Table/],
    ['/S /Link', '/S /Span', /told as/],
    ['/Contents (', '/Contentx (', /link without words/],
    ['/Tabs /S', '/Tabs /R', /out of order/],
    ['/Artifact BMC', '/Xrtifact BMC', /neither told nor an artifact/],
    ['/Type /Pagination', '/Type /Background', /its foot/],
    ['/MCID 1', '/MCID 0', /given twice|told by nothing/],
    ['/StructParents 1', '/StructParents 0', /another element/],
  ] as const)('[PDF48] %s that became %s is found', (from, to, fault) => {
    const whole = expandedPdf(bytes);
    expect(whole).toContain(from);
    const changed = whole.replaceAll(from, to.slice(0, from.length).padEnd(from.length));
    expect(structureFaults(Buffer.from(changed, 'latin1')).join('\n')).toMatch(fault);
  });
});
