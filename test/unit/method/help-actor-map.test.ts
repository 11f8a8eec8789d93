import { describe, expect, it } from 'vitest';
import { type Around, type CardSpec, type EdgeSpec, findingsOf, helpOn, languages, nowMs } from './support/help.ts';

const board = 'actor-map';
const dayMs = 86_400_000;
const actor = (id: string, ring: string, fields: CardSpec['fields'] = {}, more: Partial<CardSpec> = {}): CardSpec => ({
  ...{ id, kind: 'actor', title: `House ${id}`, at: 'map/map', fields: { map_ring: ring, ...fields } },
  ...more,
});
const line = (from: string, to: string, props: EdgeSpec['props'] = {}): EdgeSpec => ({
  from,
  to,
  kind: 'relates',
  props,
});
const of = (rule: string, cards: readonly CardSpec[], around: Around = {}) =>
  findingsOf(rule, helpOn(board, cards, around));

const core = ['a', 'b', 'c'].map((id) => actor(id, 'core'));

describe('[HLP3] ACT-1 to ACT-3: who is there', () => {
  it('[HLP3] ACT-1 nobody in the middle, or only organisations that speak for them', () => {
    expect(of('ACT-1', core)).toEqual(['ACT-1']);
    expect(of('ACT-1', [...core, actor('n', 'affected', { org_type: 'N' })])).toEqual(['ACT-1']);
    expect(of('ACT-1', [...core, actor('n', 'affected', { org_type: 'C' })])).toEqual([]);
    expect(of('ACT-1', core.slice(1))).toEqual([]);
  });
  it('[HLP3] ACT-2 types that are neither core nor needed; three or more of them are urgent', () => {
    const all = ['B', 'P', 'N', 'S', 'K', 'C', 'F', 'O'];
    const missing = (...types: readonly string[]) =>
      helpOn(
        board,
        all
          .filter((type) => !types.includes(type))
          .map((org_type, n) => actor(`a${n}`, n % 2 ? 'core' : 'needed', { org_type })),
      ).filter(({ rule }) => rule === 'ACT-2');
    expect(missing()).toEqual([]);
    expect(missing('K', 'F').map(({ key, isUrgent }) => [key, isUrgent])).toEqual([['ACT-2', false]]);
    expect(missing('K', 'F', 'O').map(({ key, isUrgent }) => [key, isUrgent])).toEqual([['ACT-2.many', true]]);
    expect(missing('K')[0]?.params.types).toEqual([
      expect.objectContaining({ en: expect.stringContaining('Knowledge') }),
    ]);
  });
  it('[HLP3] ACT-2 who is only in the wider ring, or in the middle, is not among the partners', () => {
    const cards = [...core, actor('f', 'wider', { org_type: 'F' })];
    const [finding] = helpOn(board, cards).filter(({ rule }) => rule === 'ACT-2');
    expect(finding?.params.types).toHaveLength(8);
  });
  it.each(['supplier', 'Existing contact', 'leverancier', 'contact existant', 'Lieferant'])(
    '[HLP3] ACT-3 a core of those who are tagged %s is the usual circle; one other opens it',
    (tag) => {
      const known = ['a', 'b'].map((id) => actor(id, 'core', { tags: [tag] }));
      for (const language of languages) expect(of('ACT-3', known, { language })).toEqual(['ACT-3']);
      expect(of('ACT-3', [...known, actor('c', 'core')])).toEqual([]);
      expect(of('ACT-3', [...known, actor('c', 'needed')])).toEqual(['ACT-3']);
    },
  );
});

describe('[HLP3] ACT-4 to ACT-6: how they are connected', () => {
  it('[HLP3] ACT-4 a core partner without a line, once lines are drawn', () => {
    expect(of('ACT-4', core)).toEqual([]);
    expect(of('ACT-4', [...core, actor('w', 'wider')], { edges: [line('a', 'b')] })).toEqual(['ACT-4 c']);
  });
  it('[HLP3] ACT-5 more than 35 of a hundred lines at one actor, once there are six lines', () => {
    const cards = ['h', '1', '2', '3', '4', '5', '6', '7', '8'].map((id) => actor(id, 'needed'));
    const pairs = [line('1', '2'), line('3', '4'), line('5', '6'), line('7', '8'), line('1', '3'), line('5', '7')];
    const star = (own: number) => Array.from({ length: own }, (_, n) => line('h', String(n + 1)));
    expect(of('ACT-5', cards, { edges: [...star(4), ...pairs] })).toEqual(['ACT-5 h']);
    expect(of('ACT-5', cards, { edges: [...star(3), ...pairs] })).toEqual([]);
    expect(of('ACT-5', cards, { edges: star(5) })).toEqual([]);
  });
  it('[HLP3] ACT-6 a broken line or a conflict between two of the core, for the facilitator', () => {
    const cards = [...core, actor('n', 'needed')];
    const found = helpOn(board, cards, {
      edges: [line('a', 'b', { state: 'broken' }), line('b', 'c', { tie: 'conflict' })],
    });
    const strain = found.filter(({ rule }) => rule === 'ACT-6');
    expect(strain.map(({ cardIds, audience }) => [cardIds.join(), audience])).toEqual([
      ['shape:a,shape:b', 'facilitator'],
      ['shape:b,shape:c', 'facilitator'],
    ]);
    expect(
      of('ACT-6', cards, { edges: [line('a', 'n', { state: 'broken' }), line('a', 'b', { state: 'weak' })] }),
    ).toEqual([]);
  });
});

describe('[HLP3] ACT-8 to ACT-11: commitment and privacy', () => {
  const talks = (fields: CardSpec['fields'], createdAtMs?: number) => [
    actor('t', 'needed', { engagement: 'in-talks', ...fields }, createdAtMs === undefined ? {} : { createdAtMs }),
  ];
  it('[HLP3] ACT-8 in talks for more than thirty days without a next contact', () => {
    expect(of('ACT-8', talks({}, nowMs - 31 * dayMs))).toEqual(['ACT-8 t']);
    expect(of('ACT-8', talks({}, nowMs - 29 * dayMs))).toEqual([]);
    expect(of('ACT-8', talks({ next_contact: '2026-12-01' }, nowMs - 90 * dayMs))).toEqual([]);
    expect(of('ACT-8', talks({ next_contact: '2026-10-01' }, nowMs - 90 * dayMs))).toEqual(['ACT-8 t']);
    expect(of('ACT-8', [actor('t', 'needed', { engagement: 'contacted' }, { createdAtMs: 0 })])).toEqual([]);
  });
  it('[HLP3] ACT-9 committed with little readiness, or with nobody who decides', () => {
    const committed = (fields: CardSpec['fields']) => [actor('c', 'core', { engagement: 'committed', ...fields })];
    expect(of('ACT-9', committed({ readiness: 2, decision_maker: 'Board' }))).toEqual(['ACT-9 c']);
    expect(of('ACT-9', committed({ readiness: 4 }))).toEqual(['ACT-9.nobody c']);
    expect(of('ACT-9', committed({ readiness: 3, decision_maker: 'Board' }))).toEqual([]);
    expect(of('ACT-9', [actor('c', 'core', { engagement: 'active' })])).toEqual([]);
  });
  it('[HLP3] ACT-10 more than twenty-five in the core', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => actor(`m${n}`, 'core'));
    expect(of('ACT-10', many(26))).toEqual(['ACT-10']);
    expect(of('ACT-10', many(25))).toEqual([]);
  });
  it('[HLP3] ACT-11 scores, an opposed stance and named persons belong to the core group; one click keeps them there', () => {
    const around = { authors: new Map([['p', { name: 'Fatima', organisationId: 'o' }]]) };
    const cards = [
      actor('score', 'core', { influence: 4 }),
      actor('against', 'core', { stance: 'opposed' }),
      actor('mr', 'core', {}, { title: 'Herr Maes' }),
      actor('her', 'core', {}, { title: 'Fatima' }),
      actor('plain', 'core', { stance: 'champion' }),
      actor('kept', 'core', { influence: 4, sensitivity: 'core' }),
    ];
    const [finding] = helpOn(board, cards, around).filter(({ rule }) => rule === 'ACT-11');
    const ids = ['shape:against', 'shape:her', 'shape:mr', 'shape:score'];
    expect(finding?.cardIds).toEqual(ids);
    expect(finding?.suggestion).toEqual({ type: 'set-fields', cardIds: ids, fields: { sensitivity: 'core' } });
    expect(of('ACT-11', cards.slice(4), around)).toEqual([]);
  });
});
