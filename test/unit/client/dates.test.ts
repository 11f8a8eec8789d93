import { describe, expect, it } from 'vitest';
import { formatAgo, formatMoment, formatMonth } from '../../../client/i18n/dates.ts';

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

  it('[I18N7] how long ago something was is said in the largest unit that fits, by days of the calendar', () => {
    const ago = (atMs: number, language: 'en' | 'nl' | 'fr' | 'de' = 'en') => formatAgo(atMs, now, language);
    expect(ago(now - 59_000)).toBeNull();
    // A clock that is ahead of this one.
    expect(ago(now + 5_000)).toBeNull();
    expect(ago(now - 60_000)).toBe('1 minute ago');
    expect(ago(at(2026, 10, 25, 14, 1))).toBe('59 minutes ago');
    expect(ago(at(2026, 10, 25, 1, 30))).toBe('13 hours ago');
    expect(formatAgo(at(2026, 10, 24, 22, 0), at(2026, 10, 25, 2, 0), 'en')).toBe('4 hours ago');
    expect(ago(at(2026, 10, 24, 18, 0))).toBe('yesterday');
    expect(ago(at(2026, 10, 12, 18, 0))).toBe('13 days ago');
    expect(ago(at(2026, 10, 11, 23, 0))).toBe('2 weeks ago');
    expect(ago(at(2026, 8, 1))).toBe('2 months ago');
    expect(ago(at(2024, 5, 1))).toBe('2 years ago');
    expect([ago(at(2026, 10, 24), 'nl'), ago(now - 5 * 60_000, 'fr'), ago(at(2026, 10, 20), 'de')]).toEqual([
      'gisteren',
      'il y a 5 minutes',
      'vor 5 Tagen',
    ]);
  });
});
