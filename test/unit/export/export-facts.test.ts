import { describe, expect, test } from 'vitest';
import { exportFacts, reportLanguage } from '../../../client/export/export-facts.ts';
import { exportFileName, ownFileName } from '../../../client/export/file-name.ts';
import { translator } from '../../../client/i18n/catalogue.ts';
import { enBoard as en } from '../../../client/i18n/en/board-catalogue.ts';
import { frBoard as fr } from '../../../client/i18n/fr/board-catalogue.ts';
import type { Language } from '../../../shared/api/text.ts';
import { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { nothingWithheld } from '../../../shared/board/export/withheld.ts';
import { firstSession } from '../../../shared/session/session.ts';

const id = (letter: string): string => letter.repeat(21);
const atMs = Date.UTC(2026, 10, 25, 12);
const board = (language: Language, title = 'Root cause tree') =>
  Board.parse({ id: id('b'), title, template: 'blank', example: false, language, createdAtMs: 0 });
const anna = { id: id('p'), name: 'Anna Vermeulen', organisationId: id('o'), colour: 1 };
const there = { removedAtMs: null };
const data = GetWorkshopResponse.parse({
  workshop: { id: id('w'), title: 'Full Plates', language: 'nl', createdAtMs: 0 },
  me: { participant: anna, role: 'facilitator' },
  boards: [],
  activity: [],
  people: [
    { ...anna, ...there, role: 'facilitator', nameInReport: false, remote: false },
    { ...anna, ...there, id: id('q'), name: 'Rik', role: 'participant', nameInReport: true, remote: false },
    {
      ...anna,
      ...there,
      id: id('r'),
      name: 'Latifa',
      organisationId: id('v'),
      role: 'participant',
      nameInReport: false,
      remote: false,
    },
    { ...anna, id: id('s'), name: 'Gone', role: 'participant', nameInReport: true, remote: false, removedAtMs: atMs },
  ],
  organisations: [
    { id: id('v'), name: 'Voices at the Table', colour: 2 },
    { id: id('o'), name: 'De Schakel Food Aid', colour: 1 },
    { id: id('n'), name: 'Nobody Came', colour: 3 },
  ],
  mergedOrganisations: [],
  session: firstSession,
  invites: [],
  guests: [],
});
const input = {
  data,
  boards: [board('en')],
  audience: 'partners',
  leftOut: nothingWithheld,
  names: false,
  nowMs: atMs,
} as const;
const facts = (changes: Partial<Parameters<typeof exportFacts>[0]> = {}) =>
  exportFacts({ ...input, ...changes }, 'en', translator(en, 'en'));

describe('facts of an export', () => {
  test('[PDF16] heads are counted by organisation in the order of joining, and no person is named', () => {
    expect(facts().organisations).toEqual([
      { name: 'De Schakel Food Aid', initials: 'DS', headCount: '2 people', colour: 1, names: [] },
      { name: 'Voices at the Table', initials: 'VT', headCount: '1 person', colour: 2, names: [] },
    ]);
    expect(JSON.stringify(facts())).not.toMatch(/Anna|Rik|Latifa/);
  });

  test('[PPL11] who was removed is not counted among those who took part, and not named', () => {
    const { organisations } = facts({ names: true });
    expect(organisations.map(({ headCount }) => headCount)).toEqual(['2 people', '1 person']);
    expect(JSON.stringify(organisations)).not.toContain('Gone');
  });

  test('[PDF16] it speaks the language of the board', () => {
    const { words, organisations } = exportFacts(input, 'fr', translator(fr, 'fr'));
    expect(words.date).toBe('25 novembre 2026');
    expect(organisations.map(({ headCount }) => headCount)).toEqual(['2 personnes', '1 personne']);
  });

  test('[PDF16] its day is that of UTC, and so is its time: two exports of one day are alike', () => {
    const late = Date.UTC(2026, 10, 25, 23, 59, 30);
    expect(facts({ nowMs: late })).toEqual(facts({ nowMs: Date.UTC(2026, 10, 25, 0, 1) }));
    expect(facts({ nowMs: late }).words.date).toBe('25 November 2026');
    expect(facts({ nowMs: late }).createdAtMs).toBe(Date.UTC(2026, 10, 25));
    expect(facts({ nowMs: late + 60_000 }).words.date).toBe('26 November 2026');
  });

  test('[DLG20] where names are wished, those are named who agreed, and nobody else', () => {
    expect(facts({ names: true }).organisations.map(({ names }) => names)).toEqual([['Rik'], []]);
  });

  test('[DLG21] the cover says for whom it is and what is left out for that', () => {
    expect(facts().words.audience).toBe('For the partners.');
    const leftOut = { cards: 41, notes: 12, pictures: 3, drawings: 0 };
    expect(facts({ leftOut }).words.audience).toBe(
      'For the partners. Left out, for a smaller circle: 41 cards, 12 notes and 3 pictures.',
    );
  });

  test('[DLG22] a report of one board is called after it, one of several after the workshop', () => {
    expect(facts()).toMatchObject({ title: 'Root cause tree', workshop: 'Full Plates' });
    const several = facts({ boards: [board('en'), board('en', 'Actor map')] });
    expect(several).toMatchObject({ title: 'Full Plates', words: { label: 'Report of the workshop' } });
  });

  test('[DLG22] boards of one language are reported in it, others in that of the workshop', () => {
    expect(reportLanguage(data, [board('de'), board('de')])).toBe('de');
    expect(reportLanguage(data, [board('de'), board('fr')])).toBe('nl');
    expect(reportLanguage(data, [])).toBe('nl');
  });
});

describe('names of files', () => {
  test('[PDF17] a file is named after workshop, board and day; that of several boards after workshop and day', () => {
    const named = { workshop: 'Full Plates', board: 'Root cause tree', atMs, language: 'en' } as const;
    expect(exportFileName(named, 'pdf')).toBe('Full Plates - Root cause tree - 25 Nov 2026.pdf');
    expect(exportFileName({ ...named, language: 'nl' }, 'csv')).toBe('Full Plates - Root cause tree - 25 nov 2026.csv');
    expect(exportFileName({ ...named, board: null }, 'pdf')).toBe('Full Plates - 25 Nov 2026.pdf');
  });

  test('[PDF17] no name holds what a system refuses, and the longest keeps its day and ending', () => {
    const odd = { workshop: 'A/B: "C"\u0007 <D>|?*\\', board: 'é'.repeat(300), atMs, language: 'en' } as const;
    const name = exportFileName(odd, 'pdf');
    expect(name).toMatch(/^A B C D - é+ - 25 Nov 2026\.pdf$/);
    expect(name.length).toBeLessThanOrEqual(184);
  });

  test('[DLG23] a name of one’s own gets the ending that opens the file, once', () => {
    expect(ownFileName('Minutes', 'x.pdf')).toBe('Minutes.pdf');
    expect(ownFileName(' Minutes.PDF ', 'x.pdf')).toBe('Minutes.pdf');
    expect(ownFileName('a/b', 'x.png')).toBe('a b.png');
  });

  test('[DLG23] where nothing is left of it, the proposed name stands', () => {
    expect(ownFileName(' /:* ', 'x.pdf')).toBe('x.pdf');
    expect(ownFileName('.pdf', 'x.pdf')).toBe('x.pdf');
  });
});
