import { composeReport } from '../../../../client/export/compose/compose-report.ts';
import type { Measure } from '../../../../client/export/compose/measure.ts';
import type { ReportInput } from '../../../../client/export/compose/report-input.ts';
import type { DisplayItem, DisplayList, DisplayPage, Op, TextRun } from '../../../../client/export/display-list.ts';
import { displayListVersion } from '../../../../client/export/display-list.ts';
import { type Box, type Matrix, mapBox, multiply } from '../../../../client/export/matrix.ts';
import { loadHyphenation } from '../../../../client/export/text/load-hyphenation.ts';
import { openMeasure } from '../../../../client/export/write/open-measure.ts';
import { type WrittenPdf, writePdf } from '../../../../client/export/write/write-pdf.ts';
import { faceSources } from './face-sources.ts';

/** Every letter half as wide as high: a layout that is right with these widths is right with any. */
export const plainMeasure: Measure = (text) => Array.from(text.replace('\u200f', '')).length * 0.5;

export async function written(input: ReportInput): Promise<WrittenPdf & { readonly pages: readonly DisplayPage[] }> {
  const pages = composeReport(
    input,
    await openMeasure(input, faceSources),
    await loadHyphenation(input.report.language),
  );
  const { createdAtMs, title, workshop, images, report } = input;
  const list: DisplayList = {
    version: displayListVersion,
    language: report.language,
    createdAtMs,
    title,
    author: workshop,
    pages,
    images,
  };
  return { ...(await writePdf(list, faceSources)), pages };
}

export interface SetText {
  readonly text: string;
  readonly item: DisplayItem;
  readonly run: TextRun;
  /** Of its letters, without what hangs over. Points of the sheet. */
  readonly box: Box;
}

/** Every text on a page, foot left out. */
export const textsOn = (page: DisplayPage, measure: Measure): SetText[] =>
  page.layers.flatMap(({ matrix, items }) =>
    items.flatMap((item) => runsOf(item.ops, matrix).map(({ run, matrix: own }) => setText(item, run, own, measure))),
  );

function setText(item: DisplayItem, run: TextRun, matrix: Matrix, measure: Measure): SetText {
  const width = measure(run.text.trimEnd(), run) * run.size;
  const box = mapBox(matrix, { x: run.x, y: run.y - run.size * 0.7, width, height: run.size * 0.9 });
  return { text: run.text, item, run, box };
}

function runsOf(ops: readonly Op[], outer: Matrix): { readonly run: TextRun; readonly matrix: Matrix }[] {
  return ops.flatMap((op) => {
    const matrix = multiply(outer, op.matrix);
    if (op.op === 'clip') return runsOf(op.ops, outer);
    return op.op === 'text' ? op.blocks.flatMap(({ runs }) => runs.map((run) => ({ run, matrix }))) : [];
  });
}

/** Whole lines of a page, each item's runs joined. */
export const linesOn = (page: DisplayPage): string[] =>
  page.layers.flatMap(({ items }) =>
    items.map(({ ops }) =>
      runsOf(ops, [1, 0, 0, 1, 0, 0])
        .map(({ run }) => run.text)
        .join('')
        .trim(),
    ),
  );
