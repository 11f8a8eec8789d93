import type { DisplayPage } from '../display-list.ts';
import { pageFoot } from '../page-foot.ts';
import type { Column } from './flow.ts';
import type { Paper } from './report-input.ts';

/** Points, long side first. */
export const paperSizes = {
  A4: [841.89, 595.28],
  A3: [1190.55, 841.89],
  Letter: [792, 612],
} as const satisfies Readonly<Record<Exclude<Paper, 'fit'>, readonly [long: number, short: number]>>;

/** The room for pages that are set as text, lying. Lengths are points before the sheet is magnified. */
export interface Sheet {
  readonly paper: DisplayPage['sheet'];
  /** What is set for A4 is as much larger on A3: who prints that on A4 gets the same. */
  readonly magnified: number;
  readonly width: number;
  readonly height: number;
  /** Left and right. */
  readonly margin: number;
  readonly top: number;
  readonly bottom: number;
}

const below = 40;

export function textSheet(paper: Paper): Sheet {
  const [width, height] = paperSizes[paper === 'fit' ? 'A4' : paper];
  const magnified = paper === 'A3' ? Math.SQRT2 : 1;
  return {
    paper: { width, height },
    magnified,
    width: width / magnified,
    height: height / magnified,
    margin: pageFoot.side / magnified,
    top: 44,
    bottom: height / magnified - below,
  };
}

export const contentWidth = ({ width, margin }: Sheet): number => width - 2 * margin;

/** Points between columns. */
const gutter = 30;

export const columnWidth = (sheet: Sheet, columns: number): number =>
  (contentWidth(sheet) - (columns - 1) * gutter) / columns;

export function columnsOf(sheet: Sheet, columns: number, top: number): Column[] {
  const width = columnWidth(sheet, columns);
  return Array.from({ length: columns }, (_, index) => ({
    x: sheet.margin + index * (width + gutter),
    top,
    bottom: sheet.bottom,
  }));
}
