import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, unbrokenWidths } from '../../../client/export/compose/break-lines.ts';
import { type ColumnNeed, columnWidths } from '../../../client/export/compose/column-widths.ts';
import { composeReport } from '../../../client/export/compose/compose-report.ts';
import { unparted } from '../../../client/export/compose/hyphenate.ts';
import { type } from '../../../client/export/compose/type.ts';
import { plainMeasure, textsOn } from './support/laid-out.ts';
import { boardOf, inputOf, reportOf, sectionOf, tableOf } from './support/reports.ts';

/** Of a letter. Points. */
const letter = type.cell.size / 2;
const pad = 8;
const spanOf = (text: string) => ({ text, type: type.cell });
const needOf = (texts: readonly string[], share = 1): ColumnNeed => ({
  texts: texts.map((text) => unbrokenWidths(plainMeasure, spanOf(text))),
  pad,
  share,
});
const columnsOf = (rows: readonly (readonly string[])[]): string[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
const linesIn = (text: string, width: number): number =>
  Math.max(1, breakLines(plainMeasure, [spanOf(text)], width - pad).length);
const heightOf = (rows: readonly (readonly string[])[], widths: readonly number[]): number =>
  rows.reduce((sum, row) => sum + Math.max(...row.map((text, column) => linesIn(text, widths[column] ?? 0))), 0);
const longestWord = (texts: readonly string[]): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(/\s+/u)).map((word) => word.length)) * letter;

const wordArb = fc.string({ unit: fc.constantFrom('a', 'é', 'n'), minLength: 1, maxLength: 14 });
const textArb = fc.array(wordArb, { maxLength: 14 }).map((words) => words.join(' '));
const rowsArb = (columns: number) =>
  fc.array(fc.array(textArb, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 12 });

describe('widths of columns', () => {
  test('[RPT23] are the whole width, and no word that fits is cut, whatever the table holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((columns) => rowsArb(columns)),
        fc.integer({ min: 200, max: 1100 }),
        (rows, width) => {
          const columns = columnsOf(rows);
          const widths = columnWidths(
            columns.map((texts) => needOf(texts)),
            width,
          );
          expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width, 6);
          const least = columns.map((texts) => longestWord(texts) + pad);
          if (least.reduce((sum, each) => sum + each + 0.2, 0) > width) return;
          for (const [column, each] of widths.entries()) expect(each).toBeGreaterThanOrEqual(least[column] ?? 0);
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });

  test('[RPT23] where not all words fit, only the widest columns give way', () => {
    const widths = columnWidths([needOf(['Donaudampfschifffahrt'.repeat(3)]), needOf(['short', 'word'])], 200);
    expect(widths[1]).toBeGreaterThanOrEqual(5 * letter + pad);
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeCloseTo(200, 6);
  });

  test('[RPT23] make a table of two columns as low as any widths do, but for a line in twenty', () => {
    fc.assert(
      fc.property(rowsArb(2), (rows) => {
        const [first = [], second = []] = columnsOf(rows);
        const width = longestWord(first) + longestWord(second) + 2 * pad + 120;
        const own = heightOf(rows, columnWidths([needOf(first), needOf(second)], width));
        let best = Number.POSITIVE_INFINITY;
        for (let left = longestWord(first) + pad; left <= width - longestWord(second) - pad; left += 3)
          best = Math.min(best, heightOf(rows, [left, width - left]));
        expect(own).toBeLessThanOrEqual(Math.ceil(best * 1.05));
      }),
      { seed: 19, numRuns: 40 },
    );
  });

  test('[RPT23] short columns have what their longest line needs before long ones share the rest', () => {
    const long = 'People who use food aid and speak for themselves at every table of the town';
    const rows = Array.from({ length: 6 }, (_, index) => [
      ...['Social enterprise', index % 3 === 0 ? long : '', '24\u00a0Nov\u00a02026', index % 3 === 1 ? long : '', '3'],
    ]);
    const columns = columnsOf(rows);
    const widths = columnWidths(
      columns.map((texts, column) => needOf(texts, column === 4 ? 0 : 1)),
      500,
    );
    for (const column of [0, 2, 4])
      for (const text of columns[column] ?? []) expect(linesIn(text, widths[column] ?? 0), text).toBe(1);
    // A column of figures takes no more than they need.
    expect(widths[4]).toBeLessThan(letter + pad + 0.2);
  });
});

describe('tables on a page', () => {
  test('[RPT23] break neither days nor numbers', () => {
    const row = [
      'What we do next, and with whom we do it before the spring',
      '24.\u00a0Sept.\u00a02026',
      '1 250 000 t',
      '12.5',
    ];
    const rows = Array.from({ length: 6 }, () => [...row, ...row, ...row]);
    const pages = composeReport(
      inputOf(
        reportOf([
          boardOf([
            sectionOf([
              tableOf(
                Array.from({ length: 12 }, (_, at) => `L${at}`),
                rows,
              ),
            ]),
          ]),
        ]),
      ),
      plainMeasure,
      unparted,
    );
    const texts = pages.flatMap((page) => textsOn(page, plainMeasure)).map(({ text }) => text.trim());
    for (const whole of ['24.\u00a0Sept.\u00a02026', '1\u00a0250\u00a0000', '12.5'])
      expect(texts.filter((text) => text.includes(whole))).toHaveLength(18);
  });
});
