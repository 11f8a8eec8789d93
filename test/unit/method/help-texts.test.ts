import { describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/api/text.ts';
import type { HelpText } from '../../../shared/method/help/finding.ts';
import { sayFinding, sayMerged } from '../../../shared/method/help/say-help.ts';
import { mergedNote } from '../../../shared/method/help/texts/common.ts';
import { readBackWords } from '../../../shared/method/help/texts/read-back.ts';
import { openQuestion } from '../../../shared/method/help/texts/root-cause-tree.ts';
import { textWrongs } from './support/content.ts';
import { type HelpedBoard, helps, languages } from './support/help.ts';

const boards = Object.keys(helps) as readonly HelpedBoard[];

/** The rules that can speak up on each board, beside those that every board has. */
const rules: Readonly<Record<HelpedBoard, readonly string[]>> = {
  'root-cause-tree': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `RCT-${n}`),
  'actor-map': [1, 2, 3, 4, 5, 6, 8, 9, 10, 11].map((n) => `ACT-${n}`),
  visioning: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `VIS-${n}`),
  'lessons-learnt': [1, 2, 3, 4, 5, 6, 7, 9, 10, 11].map((n) => `LES-${n}`),
};
const common = ['ALL-1', 'ALL-2', 'ALL-3', 'ALL-5', 'ALL-6'];

describe('[HLP11] what help says', () => {
  it.each(boards)('[HLP11] on %s each rule has its words in the four languages', (board) => {
    const { texts } = helps[board];
    const spoken = new Set(Object.keys(texts).map((key) => key.split('.')[0]));
    expect([...spoken].sort()).toEqual([...rules[board], ...common].sort());
    expect(textWrongs(texts, new Set())).toEqual([]);
  });

  it('[HLP11] so have the words that help writes itself', () => {
    expect(textWrongs([mergedNote, openQuestion, readBackWords], new Set())).toEqual([]);
  });

  it.each(boards)(
    '[HLP11] on %s a chip is short, a text says what to do, and both name the same things everywhere',
    (board) => {
      const holes = (text: string): string =>
        [...text.matchAll(/\{\w+\}/g)]
          .map(([hole]) => hole)
          .sort()
          .join();
      for (const [key, { chip, about, action }] of Object.entries(helps[board].texts)) {
        for (const language of languages) {
          expect(chip[language].length, `${key} ${language}: ${chip[language]}`).toBeLessThanOrEqual(36);
          expect(about[language].length, `${key} ${language}`).toBeLessThanOrEqual(220);
          expect(about[language], `${key} ${language}`).toMatch(/[.?…]$/);
          if (action !== undefined) expect(action[language].length, `${key} ${language}`).toBeLessThanOrEqual(28);
          for (const text of [chip, about]) expect(holes(text[language]), `${key} ${language}`).toBe(holes(text.en));
        }
      }
    },
  );

  it.each(boards)('[HLP11] on %s everybody is addressed in one way', (board) => {
    const all = JSON.stringify(Object.values(helps[board].texts).map(({ about }) => about.de));
    expect(all).not.toMatch(/\b(du|dein|deine|ihr|euch)\b/);
    expect(JSON.stringify(Object.values(helps[board].texts))).not.toContain('!');
  });
});

describe('[HLP11] filling a text', () => {
  const text: HelpText = {
    chip: { en: 'No {types}', nl: 'Geen {types}', fr: 'Pas : {types}', de: 'Ohne {types}' },
    about: { en: '{n} % for {who}?', nl: '{n} % voor {who}?', fr: '{n} % pour {who} ?', de: '{n} % für {who}?' },
  };
  const funders = { en: 'Funder', nl: 'Financier', fr: 'Bailleur', de: 'Förderer' };
  const params = { types: ['Korf', funders], n: 50, who: funders };
  it.each([
    ['en', 'No Korf and Funder', '50 % for Funder?'],
    ['nl', 'Geen Korf en Financier', '50 % voor Financier?'],
    ['de', 'Ohne Korf und Förderer', '50 % für Förderer?'],
  ] as const)('[HLP11] words of the board stay, words of the method are in %s', (language, chip, about) => {
    expect(sayFinding({ params }, text, language)).toEqual({ chip, about, action: null });
  });
  it('[HLP11] in French no line begins with a sign', () => {
    const { chip, about } = sayFinding({ params }, text, 'fr');
    expect(chip).toBe('Pas\u00a0: Korf et Bailleur');
    expect(about).toBe('50\u00a0% pour Bailleur\u00a0?');
  });
  it('[HLP11] words of a card that look like a hole stay as they are', () => {
    const said = sayFinding({ params: { ...params, who: 'the {types} of $& town' } }, text, 'en');
    expect(said.about).toBe('50 % for the {types} of $& town?');
  });
  it('[HLP11] a card that took another in says who wrote that one', () => {
    const said = (language: Language) => sayMerged(mergedNote, 'Anna, Korf', 'Cold rooms are full', language);
    expect(said('en')).toBe('Also written by Anna, Korf: Cold rooms are full');
    expect(said('fr')).toBe('Aussi écrit par Anna, Korf\u00a0: Cold rooms are full');
  });
});
