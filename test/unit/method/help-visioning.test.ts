import { describe, expect, it } from 'vitest';
import { type Around, type CardSpec, findingsOf, helpOn, languages } from './support/help.ts';

const board = 'visioning';
const impact = (id: string, fields: CardSpec['fields'] = {}, title = `change ${id}: 3 times a week`): CardSpec => ({
  ...{ id, kind: 'impact', title, at: 'impacts/rows', fields },
});
const statement = (title: string, fields: CardSpec['fields'] = {}, at = 'statement/vision'): CardSpec => ({
  ...{ id: 'V', kind: 'vision', title, at, fields },
});
const of = (rule: string, cards: readonly CardSpec[], around: Around = {}) =>
  findingsOf(rule, helpOn(board, cards, around));

describe('[HLP4] VIS-1 a vision is at least three years away', () => {
  it('[HLP4] the test card "Evening route in three shops by June 2027" is a milestone: one click moves it to the way back', () => {
    const card = impact('T', { by_when: '2027-06-30' }, 'Evening route in three shops by June 2027');
    const [finding] = helpOn(board, [card]).filter(({ rule }) => rule === 'VIS-1');
    expect(finding?.cardId).toBe('shape:T');
    expect(finding?.suggestion).toEqual({
      ...{ type: 'move', cardId: 'shape:T', kind: 'event' },
      zone: { frameId: 'backcast', zoneId: 'true.y1' },
    });
  });
  it('[HLP4] counted from today, or from the day it was agreed', () => {
    const vision = (fields: CardSpec['fields']) => [statement('Everybody eats fresh food', fields)];
    expect(of('VIS-1', vision({ horizon: '2029-11-15' }))).toEqual(['VIS-1 V']);
    expect(of('VIS-1', vision({ horizon: '2029-11-16' }))).toEqual([]);
    expect(of('VIS-1', vision({ horizon: '2029-06-01', agreed_on: '2026-06-01' }))).toEqual([]);
    expect(of('VIS-1', vision({ horizon: '2029-05-31', agreed_on: '2026-06-01' }))).toEqual(['VIS-1 V']);
    expect(of('VIS-1', [...vision({ agreed_on: '2026-01-01' }), impact('I', { by_when: '2029-02-01' })])).toEqual([]);
  });
  it.each([
    ['2026-12-31', 'true.d90'],
    ['2027-11-30', 'true.y1'],
    ['2029-01-31', 'true.half'],
  ])('[HLP4] what is due on %s goes to %s', (by_when, zoneId) => {
    const [finding] = helpOn(board, [impact('I', { by_when })]).filter(({ rule }) => rule === 'VIS-1');
    expect(finding?.suggestion).toMatchObject({ zone: { frameId: 'backcast', zoneId } });
  });
});

describe('[HLP4] VIS-2 to VIS-8: each key impact, and all of them', () => {
  it.each(['Organise 3 markets', '3 markten organiseren', 'Organiser 3 marchés', '3 Märkte organisieren'])(
    '[HLP4] VIS-2 an activity: %s',
    (title) => {
      for (const language of languages)
        expect(of('VIS-2', [impact('A', {}, title)], { language })).toEqual(['VIS-2 A']);
    },
  );
  it('[HLP4] VIS-2 a change for people is none, and drafts of the vision may say what we do', () => {
    expect(of('VIS-2', [impact('A')])).toEqual([]);
    expect(of('VIS-2', [statement('Organise markets')])).toEqual([]);
  });
  it('[HLP4] VIS-3 for a partner organisation only', () => {
    const around = {
      organisations: [
        { id: 'o1', name: 'Korf' },
        { id: 'o2', name: 'Rondom Kitchen' },
      ],
    };
    const whom = (for_whom: string) => of('VIS-3', [impact('A', { for_whom })], around);
    expect(whom('Korf')).toEqual(['VIS-3 A']);
    expect(whom('rondom kitchen and Korf')).toEqual(['VIS-3 A']);
    expect(whom('Korf and its customers')).toEqual([]);
    expect(whom('Households on food aid')).toEqual([]);
    expect(whom('')).toEqual([]);
  });
  it('[HLP4] VIS-4 no quote or card from those affected says more than ALL-1', () => {
    const cards = ['1', '2', '3', '4', '5'].map((id) => impact(id));
    const found = helpOn(board, cards);
    expect(findingsOf('VIS-4', found)).toEqual(['VIS-4']);
    expect(findingsOf('ALL-1', found)).toEqual([]);
    const quote: CardSpec = { id: 'q', kind: 'quote', at: 'cover/quote1', fields: { voice: 'affected' } };
    expect(of('VIS-4', [...cards, quote])).toEqual([]);
    expect(of('VIS-4', [...cards, { ...quote, isGhost: true }])).toEqual(['VIS-4']);
  });
  it('[HLP4] VIS-5 an impact on no root, and a root without an impact, each on its card', () => {
    const root = (id: string): CardSpec => ({
      id,
      kind: 'cause',
      at: 'here-there/here.roots',
      fields: { is_root: true },
    });
    const edges = [{ from: 'I', to: 'R', kind: 'rooted_in' }] as const;
    expect(of('VIS-5', [impact('I'), impact('J'), root('R'), root('S')], { edges })).toEqual([
      'VIS-5 J',
      'VIS-5.root S',
    ]);
    expect(of('VIS-5', [impact('I'), root('R')], { edges })).toEqual([]);
    expect(of('VIS-5', [impact('I')])).toEqual([]);
    expect(of('VIS-5', [root('R')])).toEqual([]);
  });
  it('[HLP4] VIS-6 neither a number nor a sign', () => {
    const vague = 'Fresh food on every table';
    expect(of('VIS-6', [impact('A', {}, vague)])).toEqual(['VIS-6 A']);
    expect(of('VIS-6', [impact('A', { target: '3 a week' }, vague)])).toEqual([]);
    expect(of('VIS-6', [impact('A', { indicator: 'Weekly panel' }, vague)])).toEqual([]);
    expect(of('VIS-6', [impact('A')])).toEqual([]);
  });
  it.each([
    [4, 2, ['VIS-7 A']],
    [2, 4, ['VIS-7.tame A']],
    [4, 3, []],
    [3, 2, []],
    [2, 3, []],
  ])('[HLP4] VIS-7 ambition %i and grounds %i', (ambitious, grounded, expected) => {
    expect(of('VIS-7', [impact('A', { ambitious, grounded })])).toEqual(expected);
    expect(of('VIS-7', [impact('A', { ambitious })])).toEqual([]);
  });
  it('[HLP4] VIS-8 more than five', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => impact(id));
    expect(of('VIS-8', many)).toEqual(['VIS-8']);
    expect(of('VIS-8', many.slice(1))).toEqual([]);
  });
});

describe('[HLP4] VIS-9 to VIS-11: the statement and the way to it', () => {
  it('[HLP4] VIS-9 more than forty words, or more than two abstract nouns', () => {
    expect(of('VIS-9', [statement('word '.repeat(41))])).toEqual(['VIS-9 V']);
    expect(of('VIS-9', [statement('word '.repeat(40))])).toEqual([]);
    expect(of('VIS-9', [statement('word '.repeat(41), {}, 'here-there/people')])).toEqual([]);
    const abstract = {
      en: 'Inclusion, solidarity and resilience for all',
      nl: 'Inclusie, solidariteit en veerkracht voor iedereen',
      fr: 'Inclusion, solidarité et résilience pour tous',
      de: 'Inklusion, Solidarität und Resilienz für alle',
    };
    for (const language of languages)
      expect(of('VIS-9', [statement(abstract[language], {}, 'statement/draft1')])).toEqual(['VIS-9.abstract V']);
    expect(of('VIS-9', [statement('Inclusion and solidarity for all')])).toEqual([]);
  });
  it('[HLP4] VIS-10 an empty column, once the way back has begun', () => {
    const event = (id: string, at: string): CardSpec => ({
      id,
      kind: at.includes('stop') ? 'risk' : 'event',
      at: `backcast/${at}`,
    });
    const all = [
      ...[event('1', 'true.today'), event('2', 'who.d90'), event('3', 'stop.y1'), event('4', 'true.half')],
      ...[event('5', 'true.y-1'), event('6', 'true.vision')],
    ];
    expect(of('VIS-10', [])).toEqual([]);
    expect(of('VIS-10', all)).toEqual([]);
    const [finding] = helpOn(board, all.slice(1, 5)).filter(({ rule }) => rule === 'VIS-10');
    expect(finding?.params.columns).toEqual([
      expect.objectContaining({ en: 'Today', de: 'Heute' }),
      expect.objectContaining({ en: 'Vision date' }),
    ]);
  });
  it('[HLP4] VIS-11 a word that divides, in the statement or a draft of it', () => {
    const divides = (title: string): CardSpec => ({ id: 'D', kind: 'vision', title, at: 'threads/divide' });
    const text = statement('By 2030 the poor eat what a hero saves');
    expect(
      helpOn(board, [text, divides('“poor”, “hero”')]).find(({ rule }) => rule === 'VIS-11')?.params.words,
    ).toEqual(['poor', 'hero']);
    expect(of('VIS-11', [statement('By 2030 nobody eats poorly'), divides('“poor”')])).toEqual([]);
    expect(of('VIS-11', [text, { ...divides('poor'), at: 'threads/love' }])).toEqual([]);
  });
});
