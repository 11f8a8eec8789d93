import { describe, expect, it } from 'vitest';
import { readBack } from '../../../shared/method/help/read-back.ts';
import { sayTitle } from '../../../shared/method/help/say-help.ts';
import { type CardSpec, type EdgeSpec, findingsOf, helpOn, languages, viewOf } from './support/help.ts';

const board = 'root-cause-tree';
const trunk: CardSpec = { id: 'P', kind: 'problem', title: 'Shops bin food', at: 'tree/trunk' };
const cause = (id: string, title = `what happens in ${id}`, fields: CardSpec['fields'] = {}): CardSpec => ({
  ...{ id, kind: 'cause', title, at: 'tree/c1', fields },
});
/** Each card causes the one before it. */
const chain = (...ids: readonly string[]): EdgeSpec[] =>
  ids.slice(1).map((from, index) => ({ from, to: ids[index] ?? '', kind: 'causes' }));
const of = (rule: string, cards: readonly CardSpec[], edges: readonly EdgeSpec[] = []) =>
  findingsOf(rule, helpOn(board, cards, { edges }));

describe('[HLP2] RCT-1', () => {
  const causes = ['A', 'B', 'C', 'D', 'E'];
  const upTo = (depth: number, more: CardSpec['fields'] = {}) =>
    of(
      'RCT-1',
      [trunk, ...causes.slice(0, depth).map((id, index) => cause(id, undefined, index === depth - 1 ? more : {}))],
      chain('P', ...causes.slice(0, depth)),
    );
  it('[HLP2] a branch that ends before the third level is asked about once more, at its leaf', () => {
    expect(upTo(1)).toEqual(['RCT-1 A']);
    expect(upTo(2)).toEqual(['RCT-1 B']);
    expect(upTo(3)).toEqual([]);
    expect(upTo(4)).toEqual([]);
  });
  it('[HLP2] from the fifth level on a leaf may be a root, until it is marked as one', () => {
    expect(upTo(5)).toEqual(['RCT-1.deep E']);
    expect(upTo(5, { is_root: true })).toEqual([]);
  });
  it('[HLP2] what hangs on nothing has no depth, and a circle ends', () => {
    expect(of('RCT-1', [trunk, cause('A')])).toEqual([]);
    expect(of('RCT-1', [trunk, cause('A'), cause('B')], [...chain('P', 'A', 'B'), ...chain('B', 'A')])).toEqual([]);
  });
  it('[HLP2] depth counts from an invitation too; an empty card below has been asked for, an invitation has not', () => {
    const below = (more: Partial<CardSpec>) => [
      { ...trunk, isGhost: true },
      cause('A'),
      { ...cause('B', ''), ...more },
    ];
    expect(of('RCT-1', below({}), chain('P', 'A'))).toEqual(['RCT-1 A']);
    expect(of('RCT-1', below({}), chain('P', 'A', 'B'))).toEqual([]);
    expect(of('RCT-1', below({ isGhost: true }), chain('P', 'A', 'B'))).toEqual(['RCT-1 A']);
  });
  it('[HLP2] one click hangs an empty card on it', () => {
    const [finding] = helpOn(board, [trunk, cause('A')], { edges: chain('P', 'A') });
    expect(finding?.suggestion).toEqual({ type: 'ask-why', cardId: 'shape:A' });
  });
});

describe('[HLP2] RCT-2, RCT-3 and RCT-4 look at the words of causes and of the trunk', () => {
  const disguised = {
    en: 'Lack of an app for surplus',
    nl: 'Gebrek aan een app voor overschotten',
    fr: 'Manque d’une application pour les surplus',
    de: 'Mangel an einer App für Überschüsse',
  };
  it.each(languages)('[HLP2] a solution in disguise is found in %s, whatever the language of the board', (language) => {
    for (const boardLanguage of languages) {
      const found = helpOn(board, [cause('C4', disguised[language])], { language: boardLanguage });
      expect(findingsOf('RCT-2', found)).toEqual(['RCT-2 C4']);
    }
  });
  it('[HLP2] so it is in the trunk, but not in drafts, facts and effects', () => {
    const lack = 'Lack of fresh food';
    const elsewhere: CardSpec[] = [
      { id: 'D', kind: 'problem', title: lack, at: 'problem/drafts' },
      { id: 'K', kind: 'fact', title: lack, at: 'problem/know' },
      { id: 'E', kind: 'effect', title: lack, at: 'tree/direct' },
    ];
    expect(of('RCT-2', [{ ...trunk, title: lack }, ...elsewhere])).toEqual(['RCT-2 P']);
    expect(of('RCT-2', [{ ...trunk, title: lack, at: 'problem/result' }])).toEqual(['RCT-2 P']);
  });
  it('[HLP2] blame, somebody by name and an organisation of the workshop are found in causes alone', () => {
    const around = {
      organisations: [{ id: 'o1', name: 'Korf Supermarkets' }],
      authors: new Map([
        ['p1', { name: 'Rose', organisationId: 'o1' }],
        ['p2', { name: 'Fatima Haddad', organisationId: 'o1' }],
      ]),
    };
    const titles = {
      fault: 'It is the fault of the shops',
      house: 'Korf supermarkets bins what is left',
      mrs: 'Mevrouw Peeters belt te laat',
      full: 'Fatima Haddad calls too late',
      single: 'On Fridays Rose calls too late',
      verb: 'Rose prices keep families away',
      flower: 'In June a rose costs more than bread',
      plain: 'Head office sets discounts weekly',
    };
    const cards = Object.entries(titles).map(([id, title]) => cause(id, title));
    const effect: CardSpec = { id: 'E', kind: 'effect', title: titles.house, at: 'tree/direct' };
    expect(findingsOf('RCT-3', helpOn(board, [...cards, effect], around)).toSorted()).toEqual(
      ['fault', 'full', 'house', 'mrs', 'single'].map((id) => `RCT-3 ${id}`),
    );
  });
  it('[HLP2] a because in the trunk is a cause too early; in a cause it is not', () => {
    const because = 'Food is binned because nobody knows of it';
    expect(of('RCT-4', [{ ...trunk, title: because }, cause('A', because)])).toEqual(['RCT-4 P']);
    expect(of('RCT-4', [trunk])).toEqual([]);
  });
});

describe('[HLP2] RCT-5 and RCT-6 look at the causes that were chosen', () => {
  const chosen = (fields: CardSpec['fields']) => [cause('R', 'Routes rest on one van', { is_root: true, ...fields })];
  it('[HLP2] a chosen root on an assumption, or of low confidence, leads to an open question, once', () => {
    expect(of('RCT-5', chosen({ confidence: 'low' }))).toEqual(['RCT-5 R']);
    expect(of('RCT-5', chosen({ evidence_kind: 'assumption' }))).toEqual(['RCT-5 R']);
    expect(of('RCT-5', chosen({ confidence: 'medium', evidence_kind: 'data' }))).toEqual([]);
    expect(of('RCT-5', [cause('R', 'not chosen', { confidence: 'low' })])).toEqual([]);
    for (const language of languages) {
      const cards = chosen({ confidence: 'low' });
      const suggestion = helpOn(board, cards, { language })[0]?.suggestion;
      if (suggestion?.type !== 'add') throw new Error('nothing to add');
      const asked: CardSpec = {
        id: 'Q',
        kind: 'question',
        title: sayTitle(suggestion, language),
        at: 'choose/unknown',
      };
      expect(asked.title).toContain('Routes rest on one van');
      expect(of('RCT-5', [...cards, asked])).toEqual([]);
    }
  });
  it('[HLP2] a question never has a longer title than a card may have', () => {
    const [finding] = helpOn(board, [cause('R', 'very '.repeat(60), { is_root: true, confidence: 'low' })]);
    if (finding?.suggestion?.type !== 'add') throw new Error('nothing to add');
    for (const language of languages) expect(sayTitle(finding.suggestion, language).length).toBeLessThanOrEqual(120);
  });
  it.each([
    ['out', ['RCT-6 R']],
    ['unsure', ['RCT-6 R']],
    ['in', []],
    ['influence', []],
  ])('[HLP2] a chosen root of scope %s', (scope, expected) => {
    expect(of('RCT-6', chosen({ scope }))).toEqual(expected);
    expect(of('RCT-6', [cause('R', 'not chosen', { scope })])).toEqual([]);
  });
});

describe('[HLP2] RCT-7 and RCT-8 look at the tree as a whole', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((id) => cause(id));
  it('[HLP2] five causes and effects without the voice of those affected are urgent, and more than ALL-1', () => {
    const found = helpOn(board, five);
    expect(findingsOf('RCT-7', found)).toEqual(['RCT-7']);
    expect(found.find(({ rule }) => rule === 'RCT-7')?.isUrgent).toBe(true);
    expect(findingsOf('ALL-1', found)).toEqual([]);
  });
  it.each(['affected', 'heard'])('[HLP2] one with the voice %s is enough; few cards say nothing yet', (voice) => {
    expect(of('RCT-7', [...five, cause('V', 'said', { voice })])).toEqual([]);
    expect(of('RCT-7', five.slice(1))).toEqual([]);
  });
  it('[HLP2] a fact from those affected does not speak for the tree', () => {
    expect(
      of('RCT-7', [...five, { id: 'K', kind: 'fact', at: 'problem/know', fields: { voice: 'affected' } }]),
    ).toEqual(['RCT-7']);
  });
  it('[HLP2] seventy of a hundred causes in one category ask for other angles', () => {
    const mixed = (rules: number, other: number) =>
      Array.from({ length: rules + other }, (_, n) =>
        cause(`c${n}`, undefined, { category: n < rules ? 'rules' : 'money', voice: 'affected' }),
      );
    expect(of('RCT-8', mixed(7, 3))).toEqual(['RCT-8']);
    expect(of('RCT-8', mixed(6, 3))).toEqual([]);
    expect(of('RCT-8', mixed(4, 0))).toEqual([]);
  });
});

describe('[HLP2] RCT-9 and RCT-10 look at how causes hang together', () => {
  it('[HLP2] what feeds itself is a loop; where nothing feeds back yet, an edge can', () => {
    const cards = [trunk, cause('A'), cause('B'), cause('C')];
    const circle = [...chain('P', 'A', 'B', 'C'), ...chain('C', 'A')];
    const [finding] = helpOn(board, cards, { edges: circle }).filter(({ rule }) => rule === 'RCT-9');
    expect(finding?.cardIds).toEqual(['shape:A', 'shape:B', 'shape:C']);
    expect(finding?.suggestion?.type).toBe('feed-back');
    const told = helpOn(board, cards, {
      edges: [...chain('P', 'A', 'B', 'C'), { from: 'A', to: 'C', kind: 'feeds_back' }],
    }).filter(({ rule }) => rule === 'RCT-9');
    expect(told.map(({ suggestion }) => suggestion)).toEqual([null]);
    expect(of('RCT-9', cards, chain('P', 'A', 'B', 'C'))).toEqual([]);
  });
  it('[HLP2] an effect that feeds a cause closes the loop over the problem', () => {
    const effect: CardSpec = { id: 'E', kind: 'effect', at: 'tree/direct' };
    const edges: EdgeSpec[] = [
      ...chain('P', 'A'),
      { from: 'P', to: 'E', kind: 'leads_to' },
      { from: 'E', to: 'A', kind: 'feeds_back' },
    ];
    expect(of('RCT-9', [trunk, effect, cause('A')], edges)).toEqual(['RCT-9 A']);
    expect(
      of(
        'RCT-9',
        [trunk, effect, cause('A'), cause('B')],
        [...chain('P', 'A', 'B'), { from: 'A', to: 'B', kind: 'feeds_back' }],
      ),
    ).toEqual(['RCT-9 A']);
  });
  it('[HLP2] the same statement in two branches may be one root; in one branch it is a double', () => {
    const cards = [
      trunk,
      cause('A'),
      cause('B'),
      cause('A1', 'Nobody asked the users'),
      cause('B1', 'nobody asked the users.'),
    ];
    const twice = [...chain('P', 'A', 'A1'), ...chain('P', 'B', 'B1')];
    const found = helpOn(board, cards, { edges: twice });
    expect(findingsOf('RCT-10', found)).toEqual(['RCT-10 B1']);
    expect(findingsOf('ALL-6', found)).toEqual([]);
    const together = helpOn(board, cards, {
      edges: [...chain('P', 'A', 'A1'), ...chain('A', 'B1'), ...chain('P', 'B')],
    });
    expect(findingsOf('RCT-10', together)).toEqual([]);
    expect(findingsOf('ALL-6', together)).toEqual(['ALL-6 B1']);
  });
});

it('[HLP9] RCT-11 reads a chain from a cause up to the problem, link by link, and ends where it comes round', () => {
  const cards = [trunk, cause('A', 'nobody can fetch it'), cause('B', 'drivers ride by day')];
  const chained = readBack(viewOf(board, cards, chain('P', 'A', 'B')), 'shape:B');
  expect(chained.map(({ from, to }) => `${from.title} > ${to.title}`)).toEqual([
    'drivers ride by day > nobody can fetch it',
    'nobody can fetch it > Shops bin food',
  ]);
  expect(readBack(viewOf(board, cards), 'shape:B')).toEqual([]);
  const round = readBack(viewOf(board, cards, [...chain('A', 'B'), ...chain('B', 'A')]), 'shape:B');
  expect(round.map(({ to }) => to.id)).toEqual(['shape:A', 'shape:B']);
});
