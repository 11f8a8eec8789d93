import { describe, expect, test } from 'vitest';
import { breakLines, unbrokenWidths } from '../../../client/export/compose/break-lines.ts';
import { columnWidths } from '../../../client/export/compose/column-widths.ts';
import { composeReport } from '../../../client/export/compose/compose-report.ts';
import { lineRuns } from '../../../client/export/compose/draft.ts';
import { hyphenateWith } from '../../../client/export/compose/hyphenate.ts';
import { type } from '../../../client/export/compose/type.ts';
import { loadHyphenation } from '../../../client/export/text/load-hyphenation.ts';
import type { Language } from '../../../shared/api/text.ts';
import { plainMeasure, textsOn, written } from './support/laid-out.ts';
import { inspectPdf, structureOf } from './support/pdf-tools.ts';
import { boardOf, inputOf, reportOf, sectionOf, tableOf } from './support/reports.ts';

const look = { ...type.cell, size: 10 };
const linesOf = async (language: Language, text: string, letters: number): Promise<string[]> =>
  breakLines(plainMeasure, [{ text, type: look }], letters * 5, await loadHyphenation(language)).map(({ pieces }) =>
    pieces.map((piece) => piece.text).join(''),
  );

describe('words that are longer than their column', () => {
  test('[RPT25] are parted between syllables of the language, with a hyphen, and as late as fits', async () => {
    expect(await linesOf('de', 'Grundursache', 9)).toEqual(['Grundur-', 'sache']);
    expect(await linesOf('de', 'die Arbeitserfahrung', 10)).toEqual(['die ', 'Arbeitser-', 'fahrung']);
    expect(await linesOf('nl', 'voedselverspilling', 12)).toEqual(['voedselver-', 'spilling']);
    expect(await linesOf('fr', 'l’approvisionnement', 12)).toEqual(['l’approvi-', 'sionnement']);
    expect(await linesOf('en', 'responsibilities', 12)).toEqual(['responsibil-', 'ities']);
  });

  test('[RPT25] stay whole where a line holds them, and where they are names, short or no words', async () => {
    expect(await linesOf('de', 'die Grundursache fehlt', 14)).toEqual(['die ', 'Grundursache ', 'fehlt']);
    const hyphenate = await loadHyphenation('de');
    for (const whole of ['KoelFiets', 'UNESCO', 'Tafel', '310.000', 'a_b'])
      expect(hyphenate(whole), whole).toEqual([whole]);
    expect(hyphenate('„Öffnungszeiten“,').join('')).toBe('„Öffnungszeiten“,');
    expect(hyphenate('„Öffnungszeiten“,').length).toBeGreaterThan(2);
  });

  test('[RPT25] leave no letter alone, and parts that fit no line are cut', () => {
    const letterwise = hyphenateWith((word) => Array.from(word));
    expect(letterwise('Ursache').at(0)?.length).toBeGreaterThanOrEqual(2);
    expect(letterwise('Ursache').at(-1)?.length).toBeGreaterThanOrEqual(3);
    const halves = hyphenateWith((word) => [word.slice(0, 12), word.slice(12)]);
    const cut = breakLines(plainMeasure, [{ text: 'Donaudampfschifffahrt', type: look }], 40, halves);
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.every(({ width }) => width <= 40.01)).toBe(true);
  });

  test('[RPT25] their hyphen is seen and is no part of the text', async () => {
    const [first] = breakLines(plainMeasure, [{ text: 'Grundursache', type: look }], 45, await loadHyphenation('de'));
    expect(first && lineRuns(first, { x: 0, y: 0 }).map(({ text, unread }) => [text, unread ?? false])).toEqual([
      ['Grundur', false],
      ['-', true],
    ]);
  });

  test('[RPT25] a column is never narrower than a word that need not be parted, and not letters wide', async () => {
    const hyphenate = await loadHyphenation('de');
    const columns = Array.from({ length: 12 }, () => ['Grundursachenbewertung', 'Ja']);
    const needs = columns.map((texts) => ({
      texts: texts.map((text) => unbrokenWidths(plainMeasure, { text, type: type.cell }, hyphenate)),
      ...{ pad: 6, share: 1 },
    }));
    for (const width of columnWidths(needs, 757)) expect(width).toBeGreaterThanOrEqual(52);
  });
});

test('[RPT25] found whole in the file, and told without the hyphen', async () => {
  const label = 'Grundursachenbewertung';
  const labels = Array.from({ length: 12 }, (_, index) => `L${index}`);
  const table = tableOf(labels, [labels.map(() => label)]);
  const input = inputOf(reportOf([boardOf([sectionOf([table])])], { language: 'de' }));
  const { bytes, pages } = await written(input);
  expect(
    pages.flatMap((page) => textsOn(page, plainMeasure)).filter(({ text }) => text === '-').length,
  ).toBeGreaterThanOrEqual(12);
  const { complaints, text } = inspectPdf(bytes);
  expect(complaints).toBe('');
  expect(text.split('Grund').length - 1).toBe(12);
  const told = structureOf(bytes).replace(/[\s"]/g, '');
  expect(told.split(label).length - 1).toBe(12);
});

test('[RPT26] a table of more than eight columns is set smaller, but not below what is read on paper', () => {
  const sizesOf = (columns: number): readonly number[] => {
    const labels = Array.from({ length: columns }, (_, index) => `L${index}`);
    const table = tableOf(labels, [labels.map((each) => `cell ${each}`)]);
    const pages = composeReport(inputOf(reportOf([boardOf([sectionOf([table])])])), plainMeasure, (word) => [word]);
    return pages
      .flatMap((page) => textsOn(page, plainMeasure))
      .filter(({ text }) => /^(?:cell )?L\d/.test(text))
      .map(({ run }) => run.size);
  };
  expect(Math.min(...sizesOf(8))).toBeGreaterThanOrEqual(9);
  expect(Math.max(...sizesOf(9))).toBeLessThan(9);
  expect(Math.min(...sizesOf(12))).toBeGreaterThanOrEqual(7.5);
});
