import { describe, expect, it } from 'vitest';
import { formatMoment, formatMonth } from '../../../client/i18n/dates.ts';

const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime();
const now = at(2026, 10, 25, 15, 0);

describe('dates', () => {
  it('[I18N5] today and yesterday are named, with the time', () => {
    expect(formatMoment(at(2026, 10, 25, 0, 5), now, 'en')).toBe('today, 00:05');
    expect(formatMoment(at(2026, 10, 24, 23, 59), now, 'de')).toBe('gestern, 23:59');
    expect(formatMoment(at(2026, 10, 25, 14, 32), now, 'nl')).toBe('vandaag, 14:32');
    expect(formatMoment(at(2026, 10, 25, 14, 32), now, 'fr')).toBe('aujourd’hui, 14:32');
  });

  it('[I18N5] other days have day and month, and the year where it is another', () => {
    expect(formatMoment(at(2026, 10, 3), now, 'en')).toBe('3 November');
    expect(formatMoment(at(2025, 10, 3), now, 'de')).toBe('3. November 2025');
    expect(formatMoment(at(2026, 10, 26), now, 'en')).toBe('26 November');
  });

  it('[I18N5] a day on which clocks change is still one day', () => {
    expect(formatMoment(at(2026, 9, 24, 12), at(2026, 9, 25, 12), 'en')).toMatch(/^yesterday/);
    expect(formatMoment(at(2026, 2, 28, 12), at(2026, 2, 29, 12), 'en')).toMatch(/^yesterday/);
  });

  it('[I18N5] months are written in the language', () => {
    expect((['en', 'nl', 'fr', 'de'] as const).map((language) => formatMonth(now, language))).toEqual([
      'November 2026',
      'november 2026',
      'novembre 2026',
      'November 2026',
    ]);
  });
});
