import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directedWords, directionOf, visualRuns } from '../../../client/export/text/bidi.ts';

const shown = (line: string, base: 'ltr' | 'rtl' | 'auto'): string[] => visualRuns(line, base).map(({ text }) => text);
const inReading = (line: string, base: 'ltr' | 'rtl' | 'auto'): string =>
  visualRuns(line, base)
    .toSorted((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join('');

describe('direction of text', () => {
  test('[SCR1] a text has the direction of its first letter', () => {
    expect(directionOf('Idea')).toBe('ltr');
    expect(directionOf('12. שלום')).toBe('rtl');
    expect(directionOf('«مرحبا»')).toBe('rtl');
    expect(directionOf('2026')).toBe('ltr');
  });

  test('[SCR1] words read from the right stand in turned order, others between them as they are', () => {
    expect(shown('abc שלום עולם def', 'auto')).toEqual(['abc ', 'עולם ', 'שלום ', 'def']);
    expect(shown('قال 2026 في البيت.', 'rtl')).toEqual(['البيت.', 'في ', '2026 ', 'قال ']);
    expect(shown('plain text', 'ltr')).toEqual(['plain text']);
    // A line that begins with other letters keeps the direction of its paragraph.
    expect(shown('abc שלום', 'rtl')).toEqual(['שלום', 'abc ']);
  });

  test('[SCR1] sorted by their beginnings the runs are the line again', () => {
    const letters = fc.constantFrom(...'ab 1. (שלם)عمر٣ '.split(''), '🙂', '中', '\u0301');
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 24 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (signs, base) => {
          expect(inReading(signs.join(''), base)).toBe(signs.join(''));
        },
      ),
      { seed: 20261125 },
    );
  });

  test('[SCR1] words of a part of a paragraph are cut where the direction changes', () => {
    const paragraph = 'see שלום-ok (עולם) 12';
    const pieces = directedWords(paragraph, 'ltr')(4, paragraph.length);
    expect(pieces.map(({ start, end, rtl }) => `${paragraph.slice(start, end)}${rtl ? ' <' : ''}`)).toEqual([
      'שלום <',
      '-ok',
      '(',
      'עולם <',
      ')',
      '12',
    ]);
  });
});
