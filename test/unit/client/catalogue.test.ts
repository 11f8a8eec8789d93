import { describe, expect, it } from 'vitest';
import { type Catalogue, loadBoardCatalogue, translator } from '../../../client/i18n/catalogue.ts';
import { closeText, failureText } from '../../../client/i18n/failure-text.ts';
import { chooseLanguage, languages } from '../../../client/i18n/language.ts';
import { lineFault, lineFaultText, refusedLine } from '../../../client/i18n/line-text.ts';
import type { Message } from '../../../client/i18n/message.ts';
import { ProblemCode } from '../../../shared/api/problem.ts';
import { CloseCode, isFinal } from '../../../shared/protocol/close-codes.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';

const catalogues = await Promise.all(
  languages.map(async (language) => ({ language, catalogue: await loadBoardCatalogue(language) })),
);
const text = async (language: (typeof languages)[number]) => translator(await loadBoardCatalogue(language), language);

/** Every text of a language under its key; a plural gives one line per category. */
function flat(catalogue: Catalogue): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [area, messages] of Object.entries(catalogue)) {
    for (const [key, message] of Object.entries(messages as Record<string, Message>)) {
      if (typeof message === 'string') lines.set(`${area}.${key}`, message);
      else for (const [category, line] of Object.entries(message)) lines.set(`${area}.${key} ${category}`, line);
    }
  }
  return lines;
}
const namesIn = (line: string | undefined) => [...(line ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const english = flat(await loadBoardCatalogue('en'));

describe.each(catalogues.filter(({ language }) => language !== 'en'))('texts in $language', ({ catalogue }) => {
  const own = flat(catalogue);

  it('[I18N1] has every key of English and no other', () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('[I18N1] names the same values in every text', () => {
    for (const [key, line] of own) expect(`${key}: ${namesIn(line)}`).toBe(`${key}: ${namesIn(english.get(key))}`);
  });

  it('[I18N1] leaves no sentence in English', () => {
    const words = (line: string) => line.replace(/\{\w+\}/g, '').match(/\p{L}+/gu)?.length ?? 0;
    expect([...own].filter(([key, line]) => words(line) > 2 && line === english.get(key))).toEqual([]);
  });
});

describe('filling a text', () => {
  it('[I18N2] the number chooses the form, by the rules of the language', async () => {
    const [en, fr] = [await text('en'), await text('fr')];
    expect([0, 1, 2].map((count) => en('common.people', { count }))).toEqual(['0 people', '1 person', '2 people']);
    expect([0, 1, 2].map((count) => fr('common.people', { count }))).toEqual([
      '0 personne',
      '1 personne',
      '2 personnes',
    ]);
  });

  it('[I18N2] numbers are written the way of the language', async () => {
    const [en, de] = [await text('en'), await text('de')];
    expect(en('common.people', { count: 12_345 })).toBe('12,345 people');
    expect(de('common.people', { count: 12_345 })).toBe('12.345 Personen');
  });

  it('[I18N2] in French no line begins with a question mark, colon or closing quotation mark', async () => {
    const fr = await text('fr');
    expect(fr('join.welcome')).toBe('Bienvenue. Qui êtes-vous\u202f?');
    expect(fr('join.addOrganisation', { name: 'Qui ? Nous' })).toBe(
      'Ajouter «\u202fQui ? Nous\u202f» comme nouvelle organisation',
    );
  });

  it('[I18N2] values are put in as they are, whatever they hold', async () => {
    const en = await text('en');
    expect(en('join.addOrganisation', { name: '{name} $& <b>' })).toBe('Add “{name} $& <b>” as a new organisation');
  });
});

it.each([
  { stored: 'fr', preferred: ['de'], chosen: 'fr' },
  { stored: null, preferred: ['nl-BE', 'en'], chosen: 'nl' },
  { stored: null, preferred: ['pl', 'DE-at'], chosen: 'de' },
  { stored: 'xx', preferred: ['pl'], chosen: 'en' },
  { stored: 'toString', preferred: ['constructor'], chosen: 'en' },
  { stored: null, preferred: [], chosen: 'en' },
] as const)('[I18N3] stored $stored and preferring $preferred reads $chosen', ({ stored, preferred, chosen }) => {
  expect(chooseLanguage(stored, preferred)).toBe(chosen);
});

describe.each(catalogues)('failures in $language', ({ language, catalogue }) => {
  const t = translator(catalogue, language);
  const inWords = { title: expect.not.stringMatching(/^errors\.|^$/), text: expect.not.stringMatching(/^errors\.|^$/) };

  it.each(ProblemCode.options)('[I18N4] problem %s has words', (code) => {
    const problem = { type: 'about:blank', title: '', status: 400, code };
    expect(failureText({ kind: 'problem', problem }, t)).toEqual(inWords);
  });

  it('[I18N4] no connection and no understanding have words', () => {
    expect(failureText({ kind: 'unreachable' }, t)).toEqual(inWords);
    expect(failureText({ kind: 'unreadable' }, t)).toEqual(inWords);
  });

  it.each(Object.values(CloseCode))('[I18N4] close code %i has words when it is final', (code) => {
    expect(closeText(code, t)).toEqual(isFinal(code) ? inWords : null);
  });
});

it('[PAGE10] what the server would refuse in a line is said before it is sent', async () => {
  const en = await text('en');
  const check = (line: string) => lineFaultText(lineFault(line, textLimits.personName), en('errors.empty.name'), en);
  expect(check('Anna')).toBeUndefined();
  expect(check(`  ${'x'.repeat(textLimits.personName)}  `)).toBeUndefined();
  expect(check('   ')).toBe('Write your name.');
  expect(check('x'.repeat(textLimits.personName + 1))).toBe(`Please use at most ${textLimits.personName} characters.`);
  expect(check('Anna\u202e')).toBe('There are invisible signs in it. Type it again by hand.');
  expect(lineFaultText(refusedLine, '', en)).toBe('The server does not accept this. Write it in another way.');
});
