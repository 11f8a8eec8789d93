import type { DisplayItem, DisplayPage, Op, TextRun } from '../../../../client/export/display-list.ts';
import { identity } from '../../../../client/export/matrix.ts';

export const black = { colour: '#000000', alpha: 1 } as const;

export const textRun = (text: string, overrides: Partial<TextRun> = {}): TextRun => ({
  ...{ text, x: 10, y: 20, width: null, size: 12, family: 'text', weight: 400, italic: false },
  ...{ paint: black, underline: false, strike: false, link: null, marker: false },
  ...overrides,
});

export const textOf = (...runs: readonly TextRun[]): Op & { readonly op: 'text' } => ({
  ...{ op: 'text', matrix: identity, halo: null },
  blocks: [{ role: 'paragraph', runs }],
});

export const pictureItem = (ops: readonly Op[], overrides: Partial<DisplayItem> = {}): DisplayItem => ({
  ...{ id: 'shape:one', readingRank: 0, greeked: false, figure: null, structure: [], ops },
  ...overrides,
});

export const displayPage = (ops: readonly Op[], overrides: Partial<DisplayPage> = {}): DisplayPage => ({
  ...{ part: 'cover', title: 'Sheet', sheet: { width: 300, height: 200 }, outline: [], foot: null },
  layers: [{ matrix: identity, clip: null, items: [pictureItem(ops)] }],
  ...overrides,
});
