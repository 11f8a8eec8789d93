import {
  type DisplayItem,
  type DisplayList,
  type DisplayPage,
  displayListVersion,
  type Op,
  type TextOp,
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

export const textOp = (runs: readonly TextRun[], matrix: Matrix = identity): TextOp => ({
  op: 'text',
  matrix,
  halo: null,
  blocks: runs.map((run) => ({ role: 'paragraph', runs: [run] })),
});

export const itemOf = (ops: readonly Op[], overrides: Partial<DisplayItem> = {}): DisplayItem => ({
  id: 'shape:one',
  readingRank: 0,
  greeked: false,
  figure: null,
  structure: [],
  ops,
  ...overrides,
});

/** A4, lying, with 1600 units on its width. */
export const pageOf = (items: readonly DisplayItem[], overrides: Partial<DisplayPage> = {}): DisplayPage => {
  const title = overrides.title ?? '1 Agree the problem';
  return {
    part: title,
    title,
    sheet: { width: 841.89, height: 595.28 },
    outline: [{ title, level: 1 }],
    foot: { text: 'Full Plates', number: '1 / 1' },
    layers: [{ matrix: [0.526, 0, 0, 0.526, 0, 0], clip: null, items }],
    ...overrides,
  };
};

export const listOf = (pages: readonly DisplayPage[], overrides: Partial<DisplayList> = {}): DisplayList => ({
  version: displayListVersion,
  language: 'en',
  createdAtMs: Date.UTC(2026, 10, 25, 12),
  title: 'Root cause tree',
  author: 'Full Plates',
  pages,
  images: {},
  ...overrides,
});
