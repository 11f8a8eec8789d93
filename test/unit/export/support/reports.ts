import type { CollectedPage, ReportInput, ReportOrganisation } from '../../../../client/export/compose/report-input.ts';
import { nothingWithheld } from '../../../../shared/board/export/withheld.ts';
import type {
  Block,
  BoardReport,
  Report,
  ReportItem,
  ReportSection,
  TableBlock,
} from '../../../../shared/board/report/report.ts';
import { itemOf, runOf, textOp } from './lists.ts';

export const sectionOf = (blocks: readonly Block[], overrides: Partial<ReportSection> = {}): ReportSection => ({
  id: 'causes',
  title: 'Causes',
  lead: null,
  blocks,
  ...overrides,
});

export const itemText = (text: string, overrides: Partial<ReportItem> = {}): ReportItem => ({
  text,
  strong: false,
  detail: null,
  items: [],
  ...overrides,
});

export const tableOf = (labels: readonly string[], rows: readonly (readonly string[])[]): TableBlock => ({
  kind: 'table',
  caption: 'Root causes',
  columns: labels.map((label) => ({ label, weight: 1, align: 'start' })),
  rows: rows.map((cells) => ({ cells, strong: false })),
});

export const boardOf = (sections: readonly ReportSection[], overrides: Partial<BoardReport> = {}): BoardReport => ({
  boardId: 'tree',
  title: 'Root cause tree',
  overview: [],
  sections,
  leftOut: nothingWithheld,
  ...overrides,
});

export const reportOf = (boards: readonly BoardReport[], overrides: Partial<Report> = {}): Report => ({
  language: 'en',
  audience: 'partners',
  boards,
  closing: [],
  verbatim: null,
  ...overrides,
});

export const organisationOf = (
  name: string,
  colour: number,
  overrides: Partial<ReportOrganisation> = {},
): ReportOrganisation => ({
  name,
  initials: name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2),
  headCount: '2 people',
  colour,
  names: [],
  ...overrides,
});

/** A frame with one text on it. */
export const collectedPage = (id: string, title: string, overrides: Partial<CollectedPage> = {}): CollectedPage => ({
  id,
  title,
  heading: null,
  drawnFor: 'A4',
  view: { matrix: [1, 0, 0, 1, 0, 0], width: 1600, height: 1131 },
  framed: true,
  items: [itemOf([textOp([runOf(title, { x: 60, y: 80, size: 40 })])], { id: `shape:${id}` })],
  ...overrides,
});

export const inputOf = (report: Report, overrides: Partial<ReportInput> = {}): ReportInput => ({
  createdAtMs: Date.UTC(2026, 10, 25, 12),
  title: 'Root cause tree',
  workshop: 'Full Plates',
  look: { accent: null, logo: null },
  paper: 'A4',
  words: {
    label: 'Workshop report',
    date: '25 November 2026',
    audience: 'For partners. 3 cards for the core group are left out.',
    contents: 'Contents',
    people: 'People by organisation',
    peopleLead: 'Names of those who agreed to it.',
    overview: 'Overview',
    continued: '{title}, continued',
    overviewFigure: 'The whole board in small. Its parts follow on the next pages.',
  },
  organisations: [],
  report,
  boards: report.boards.map(({ boardId }) => ({ boardId, overview: null, pages: [] })),
  images: {},
  leftOutParts: [],
  ...overrides,
});
