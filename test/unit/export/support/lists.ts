import {
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  displayListVersion,
  type Op,
  type TextRun,
} from '../../../../client/export/display-list.ts';
import { identity, type Matrix } from '../../../../client/export/matrix.ts';

export const runOf = (text: string, overrides: Partial<TextRun> = {}): TextRun => ({
  text,
  x: 0,
  y: 20,
  width: null,
  size: 20,
  family: 'sans',
  weight: 400,
  italic: false,
  paint: { colour: '#1c2826', alpha: 1 },
  underline: false,
  strike: false,
  link: null,
  marker: false,
  ...overrides,
});

export const textOp = (runs: readonly TextRun[], matrix: Matrix = identity): Op => ({
  op: 'text',
  matrix,
  halo: null,
  blocks: runs.map((run) => ({ role: 'paragraph', runs: [run] })),
});

export const itemOf = (ops: readonly Op[], overrides: Partial<DisplayItem> = {}): DisplayItem => ({
  id: 'shape:one',
  readingRank: 0,
  greeked: false,
  ops,
  ...overrides,
});

export const pageOf = (items: readonly DisplayItem[], overrides: Partial<DisplayPage> = {}): DisplayPage => ({
  title: '1 Agree the problem',
  heading: null,
  paper: 'A4',
  view: { matrix: identity, width: 1600, height: 1131 },
  framed: true,
  items,
  ...overrides,
});

export const listOf = (pages: readonly DisplayPage[], overrides: Partial<DisplayList> = {}): DisplayList => ({
  version: displayListVersion,
  language: 'en',
  createdAtMs: Date.UTC(2026, 10, 25, 12),
  title: 'Root cause tree',
  cover: {
    label: 'Board',
    title: 'Root cause tree',
    workshop: 'Full Plates',
    date: '25 November 2026',
    organisationsHeading: 'Who took part',
    organisations: [
      { name: 'Korf Supermarkets', initials: 'KS', headCount: '3 people', colour: 1 },
      { name: 'De Schakel Food Aid', initials: 'DS', headCount: '1 person', colour: 2 },
    ],
  },
  footer: { full: 'Full Plates · Root cause tree · 25 November 2026', date: '25 November 2026' },
  pages,
  images: {},
  ...overrides,
});
