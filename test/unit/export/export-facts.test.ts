import { describe, expect, test } from 'vitest';
import { exportFacts } from '../../../client/export/export-facts.ts';
import { exportFileName } from '../../../client/export/file-name.ts';
import { translator } from '../../../client/i18n/catalogue.ts';
import { enBoard as en } from '../../../client/i18n/en/board-catalogue.ts';
import { frBoard as fr } from '../../../client/i18n/fr/board-catalogue.ts';
import { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';

const id = (letter: string): string => letter.repeat(21);
const atMs = Date.UTC(2026, 10, 25, 12);
const board = (language: string) =>
  Board.parse({ id: id('b'), title: 'Root cause tree', template: 'blank', example: false, language, createdAtMs: 0 });
const anna = { id: id('p'), name: 'Anna Vermeulen', organisationId: id('o'), colour: 1 };
const data = GetWorkshopResponse.parse({
  workshop: { id: id('w'), title: 'Full Plates', language: 'en', createdAtMs: 0 },
  me: { participant: anna, role: 'facilitator' },
  boards: [],
  people: [
    { ...anna, role: 'facilitator' },
    { ...anna, id: id('q'), name: 'Rik', role: 'participant' },
    { ...anna, id: id('r'), name: 'Latifa', organisationId: id('v'), role: 'participant' },
  ],
  organisations: [
    { id: id('v'), name: 'Voices at the Table', colour: 2 },
    { id: id('o'), name: 'De Schakel Food Aid', colour: 1 },
    { id: id('n'), name: 'Nobody Came', colour: 3 },
  ],
  invites: [],
});

describe('facts of an export', () => {
  test('[PDF16] the cover counts heads by organisation in the order of joining and names no person', () => {
    const { cover, footer } = exportFacts(data, board('en'), atMs, translator(en, 'en'));
    expect(cover.organisations).toEqual([
      { name: 'De Schakel Food Aid', initials: 'DS', headCount: '2 people', colour: 1 },
      { name: 'Voices at the Table', initials: 'VT', headCount: '1 person', colour: 2 },
    ]);
    expect(JSON.stringify({ cover, footer })).not.toMatch(/Anna|Rik|Latifa/);
    expect(footer.full).toBe('Full Plates · Root cause tree · 25 November 2026');
  });

  test('[PDF16] the cover speaks the language of the board', () => {
    const { cover } = exportFacts(data, board('fr'), atMs, translator(fr, 'fr'));
    expect(cover.date).toBe('25 novembre 2026');
    expect(cover.organisations.map(({ headCount }) => headCount)).toEqual(['2 personnes', '1 personne']);
  });

  test('[PDF17] a file is named after workshop, board and day', () => {
    const facts = { workshop: 'Full Plates', board: 'Root cause tree', atMs, language: 'en' } as const;
    expect(exportFileName(facts, 'pdf')).toBe('Full Plates - Root cause tree - 25 Nov 2026.pdf');
    expect(exportFileName({ ...facts, language: 'nl' }, 'csv')).toBe('Full Plates - Root cause tree - 25 nov 2026.csv');
  });

  test('[PDF17] no name holds what a system refuses, and the longest keeps its day and ending', () => {
    const facts = { workshop: 'A/B: "C"\u0007 <D>|?*\\', board: 'é'.repeat(300), atMs, language: 'en' } as const;
    const name = exportFileName(facts, 'pdf');
    expect(name).toMatch(/^A B C D - é+ - 25 Nov 2026\.pdf$/);
    expect(name.length).toBeLessThanOrEqual(184);
  });
});
