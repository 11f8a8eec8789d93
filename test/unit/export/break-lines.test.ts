import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, type Line } from '../../../client/export/compose/break-lines.ts';
import { type } from '../../../client/export/compose/type.ts';
import { plainMeasure } from './support/laid-out.ts';

const look = { ...type.body, size: 10 };
/** @param letters that fit on a line */
const broken = (text: string, letters: number): Line[] => breakLines(plainMeasure, [{ text, type: look }], letters * 5);
/** Without the marks that say of signs alone that they are read from the right. */
const textOf = ({ pieces }: Line): string => pieces.map(({ text }) => text.replace('\u200f', '')).join('');
const lines = (text: string, letters: number): string[] => broken(text, letters).map((line) => textOf(line).trimEnd());

describe('lines', () => {
  test('[RPT10] end at spaces and behind hyphens and slashes within words, and keep line breaks of their own', () => {
    expect(lines('one two three', 8)).toEqual(['one two', 'three']);
    expect(lines('Kosten-Nutzen-Analyse', 14)).toEqual(['Kosten-Nutzen-', 'Analyse']);
    expect(lines('Bürger/Verwaltung', 10)).toEqual(['Bürger/', 'Verwaltung']);
    expect(lines('from 10 to -5 degrees', 10)).toEqual(['from 10 to', '-5 degrees']);
    expect(lines('first\n\nthird', 20)).toEqual(['first', '', 'third']);
    expect(lines('  \n ', 20)).toEqual([]);
  });

  test('[RPT10] French marks keep their space, and words held together are not parted', () => {
    expect(lines('Pourquoi cela ? Voilà', 13)).toEqual(['Pourquoi', 'cela\u00a0? Voilà']);
    expect(lines('il dit « oui » ici', 9)).toEqual(['il dit', '«\u00a0oui\u00a0»', 'ici']);
    expect(lines('am 3.\u00a0Mai dann', 6)).toEqual(['am', '3.\u00a0Mai', 'dann']);
  });

  test('[RPT10] a sign of measure stays with its number, and a dot between facts with the one before it', () => {
    expect(lines('werfen 60 % weniger', 10)).toEqual(['werfen', '60\u00a0%', 'weniger']);
    expect(lines('von 4 bis 39 € je Tag', 11)).toEqual(['von 4 bis', '39\u00a0€ je Tag']);
    expect(lines('eins · Daten · Korf', 13)).toEqual(['eins\u00a0·', 'Daten\u00a0· Korf']);
  });

  test('[RPT10] Chinese and Japanese break between signs, never before a closing mark nor behind an opening one', () => {
    expect(lines('每个字之间都可以换行', 4)).toEqual(['每个字之', '间都可以', '换行']);
    expect(lines('每个字之。间都', 4)).toEqual(['每个字', '之。间都']);
    expect(lines('字之间「都可」', 4)).toEqual(['字之间', '「都可」']);
    expect(lines('我们用 PDF 文件', 5)).toEqual(['我们用', 'PDF 文', '件']);
  });

  test('[RPT10] Thai, which writes no spaces, breaks between words', () => {
    const [first = '', ...others] = lines('สวัสดีชาวโลก', 8);
    expect(first).toBe('สวัสดี');
    expect(others.join('')).toBe('ชาวโลก');
  });

  test('[RPT10] a word is cut only where no line could hold it', () => {
    expect(lines('die Donaudampfschifffahrt', 21)).toEqual(['die', 'Donaudampfschifffahrt']);
    const cut = broken('die Donaudampfschifffahrt', 10);
    expect(cut.map((line) => textOf(line).trimEnd())).toEqual(['die', 'Donaudampf', 'schifffahr', 't']);
    expect(cut.map((line) => line.cut)).toEqual([false, true, true, false]);
  });

  test('[RPT10] words that a change of look does not part stay together, a space parts them', () => {
    const strong = { ...look, style: type.bodyStrong.style };
    const spans = [
      { text: 'a bold', type: strong },
      { text: 'ly told', type: look },
    ];
    expect(breakLines(plainMeasure, spans, 35).map(textOf)).toEqual(['a ', 'boldly ', 'told']);
    const parted = [spans[0], { text: ' behind', type: look }].filter((span) => span !== undefined);
    expect(breakLines(plainMeasure, parted, 75).map(textOf)).toEqual(['a bold behind']);
    expect(breakLines(plainMeasure, parted, 45).map(textOf)).toEqual(['a bold ', 'behind']);
  });

  test('[RPT11] text read from the right begins at the right, each word a run, in the order of reading', () => {
    const [line] = broken('שלום abc עולם', 40);
    expect(line?.leftwards).toBe(true);
    expect(line?.pieces.map(({ text, x }) => [text.trim(), x])).toEqual([
      ['שלום', 45],
      ['abc', 25],
      ['עולם', 0],
    ]);
    expect(line?.width).toBe(65);
    // The same words within a text that is read from the left.
    const [within] = broken('say שלום עולם now', 40);
    expect(within?.leftwards).toBe(false);
    expect(within?.pieces.map(({ text, x }) => [text.trim(), x])).toEqual([
      ['say', 0],
      ['שלום', 45],
      ['עולם', 20],
      ['now', 70],
    ]);
  });

  test('[RPT10] of any text every letter is set once, in order, and no line is too wide', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('aé ß-/中。「 \nשx?« 9')), maxLength: 80 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), (text, letters) => {
        const set = broken(text, letters);
        const without = (of: string): string => of.replace(/\s/gu, '');
        expect(without(set.map(textOf).join(''))).toBe(without(text));
        for (const line of set) {
          expect(line.width).toBeLessThanOrEqual(letters * 5 + 0.02);
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
