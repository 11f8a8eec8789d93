import { describe, expect, it } from 'vitest';
import { type Around, type CardSpec, findingsOf, helpOn } from './support/help.ts';

const board = 'actor-map';
const idea = (id: string, more: Partial<CardSpec> = {}): CardSpec => ({
  id,
  kind: 'observation',
  title: `seen ${id}`,
  ...more,
});
const ideas = (count: number, more: (n: number) => Partial<CardSpec> = () => ({})) =>
  Array.from({ length: count }, (_, n) => idea(`i${n}`, more(n)));
const of = (rule: string, cards: readonly CardSpec[], around: Around = {}) =>
  findingsOf(rule, helpOn(board, cards, around));

describe('[HLP6] ALL-1 and ALL-2: who is heard', () => {
  it('[HLP6] ALL-1 no card with a voice of those affected, once there are five', () => {
    expect(of('ALL-1', ideas(5))).toEqual(['ALL-1']);
    expect(of('ALL-1', ideas(4))).toEqual([]);
    for (const voice of ['affected', 'heard'])
      expect(of('ALL-1', [...ideas(5), idea('v', { fields: { voice } })])).toEqual([]);
    for (const voice of ['work', 'data', 'assumption'])
      expect(of('ALL-1', [...ideas(5), idea('v', { fields: { voice } })])).toEqual(['ALL-1']);
  });
  it('[HLP6] invitations, parked and dropped cards and cards without words do not count', () => {
    const silent = [
      { isGhost: true },
      { fields: { status: 'parked' } },
      { fields: { status: 'dropped' } },
      { title: ' ' },
    ];
    expect(of('ALL-1', [...ideas(4), ...silent.map((more, n) => idea(`s${n}`, more))])).toEqual([]);
  });

  const organisations = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `House ${id}` }));
  const written = (...owners: readonly string[]) => ideas(owners.length, (n) => ({ fields: { org: owners[n] ?? '' } }));
  it('[HLP6] ALL-2 more than forty of a hundred cards from one of at least four organisations, for the facilitator', () => {
    const cards = written('a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c');
    const [finding] = helpOn(board, cards, { organisations }).filter(({ rule }) => rule === 'ALL-2');
    expect(finding).toMatchObject({ key: 'ALL-2.silent', audience: 'facilitator' });
    expect(finding?.params).toEqual({ organisation: 'House a', percent: 50, silent: ['House d'] });
    expect(of('ALL-2', written('a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'd'), { organisations })).toEqual([
      'ALL-2',
    ]);
    expect(of('ALL-2', written('a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c', 'd'), { organisations })).toEqual([]);
    expect(of('ALL-2', cards, { organisations: organisations.slice(0, 3) })).toEqual([]);
    expect(of('ALL-2', cards.slice(0, 9), { organisations })).toEqual([]);
  });
  it('[HLP6] ALL-2 a card is its organisation’s, by id or by name, else that of who wrote it', () => {
    const authors = new Map([['p', { name: 'Jonas', organisationId: 'a' }]]);
    const cards = [
      ...ideas(4, () => ({ author: 'p' })),
      ...written('House a', 'b', 'c', 'd', 'd', 'b').map((card) => ({ ...card, id: `w${card.id}` })),
    ];
    const [finding] = helpOn(board, cards, { organisations, authors }).filter(({ rule }) => rule === 'ALL-2');
    expect(finding?.params).toMatchObject({ organisation: 'House a', percent: 50 });
  });
});

describe('[HLP6] ALL-3, ALL-5 and ALL-6: what is agreed, open or said twice', () => {
  it('[HLP6] ALL-3 an agreed card that says something else than when it was agreed; one click reopens it', () => {
    const card = idea('x', { title: 'new words', fields: { status: 'agreed' } });
    const before = { agreedTitles: new Map([['shape:x', 'old words']]) };
    const [finding] = helpOn(board, [card], before);
    expect(finding).toMatchObject({ rule: 'ALL-3', params: { words: 'old words' } });
    expect(finding?.suggestion).toMatchObject({ type: 'set-fields', fields: { status: 'proposed' } });
    expect(of('ALL-3', [card])).toEqual([]);
    expect(of('ALL-3', [{ ...card, title: 'old words' }], before)).toEqual([]);
    expect(of('ALL-3', [{ ...card, fields: { status: 'proposed' } }], before)).toEqual([]);
  });
  it('[HLP6] ALL-3 where a kind notes the day, a place that says agreed is not enough', () => {
    const before = { agreedTitles: new Map([['shape:x', 'old words']]) };
    const problem = (fields: CardSpec['fields']): CardSpec => ({
      id: 'x',
      kind: 'problem',
      title: 'new words',
      fields,
    });
    expect(of('ALL-3', [problem({ status: 'agreed' })], before)).toEqual([]);
    expect(of('ALL-3', [problem({ status: 'agreed', agreed_on: '2026-11-14' })], before)).toEqual(['ALL-3 x']);
  });
  it('[HLP6] ALL-5 an action or an open question without owner or date', () => {
    const open = (kind: 'action' | 'question', fields: CardSpec['fields']) => of('ALL-5', [{ id: 'x', kind, fields }]);
    const owner = { owner_org: 'Korf' };
    const due = { due: '2026-12-01' };
    for (const kind of ['action', 'question'] as const) {
      expect(open(kind, {})).toEqual(['ALL-5 x']);
      expect(open(kind, owner)).toEqual(['ALL-5.date x']);
      expect(open(kind, due)).toEqual(['ALL-5.owner x']);
      expect(open(kind, { ...owner, ...due })).toEqual([]);
    }
    expect(open('action', { ...due, owner_person: 'Anna' })).toEqual([]);
    expect(open('action', { progress: 'done' })).toEqual([]);
    expect(open('question', { answer: 'Yes, since May' })).toEqual([]);
  });
  it('[HLP6] ALL-6 two cards of one kind that say nearly the same: the older one stays', () => {
    const pair = (one: string, other: string, more: Partial<CardSpec> = {}) =>
      helpOn(board, [
        idea('new', { title: one, createdAtMs: 2_000 }),
        idea('old', { title: other, createdAtMs: 1_000, ...more }),
      ]).filter(({ rule }) => rule === 'ALL-6');
    const [finding] = pair('Cold rooms are full by Tuesday!', 'cold rooms are full by tuesday');
    expect(finding?.suggestion).toEqual({ type: 'merge', keepId: 'shape:old', dropId: 'shape:new' });
    expect(finding?.cardIds).toEqual(['shape:new', 'shape:old']);
    expect(pair('All the cold rooms are full by Tuesday', 'The cold rooms are full by Tuesday')).toHaveLength(1);
    expect(pair('The cold rooms are full by Tuesday', 'The cold rooms are empty by Friday')).toEqual([]);
    expect(pair('Tired', 'tired')).toEqual([]);
    expect(pair('Cold rooms are full', 'Cold rooms are full', { kind: 'idea' })).toEqual([]);
    expect(pair('Cold rooms are full', 'Cold rooms are full', { at: 'energy/stuck' })).toEqual([]);
  });
});
