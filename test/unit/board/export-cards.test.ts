import { describe, expect, it } from 'vitest';
import type { Audience, CsvPart } from '../../../shared/api/boards.ts';
import { TemplateId } from '../../../shared/api/templates.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { exportCsv } from '../../../shared/board/export/export-csv.ts';
import { isFieldName } from '../../../shared/method/cards/fields.ts';
import { card, mirror, relation } from './support/cards.ts';
import { parseCsv } from './support/csv.ts';
import { boardOf, note, shape } from './support/records.ts';

interface Asked {
  readonly template?: TemplateId;
  readonly audience?: Audience;
  readonly part?: CsvPart;
}

function tableOf(records: Records, { template = 'root-cause-tree', audience = 'core', part = 'cards' }: Asked = {}) {
  const [head = [], ...lines] = parseCsv(
    exportCsv({
      board: { title: 'Our board', template },
      ...{ records, audience, part },
      organisationOf: (id) => ({ anna: 'De Schakel' })[id],
      organisationNamed: (id) => ({ 'org-1': 'Korf Supermarkets', 'org-2': 'Lumen Fund' })[id],
    }),
  );
  const rows = lines.map((line) => Object.fromEntries(head.map((column, at) => [column, line[at] ?? ''])));
  const pick = (...columns: string[]) => rows.map((row) => columns.map((column) => row[column] ?? `no ${column}`));
  return { head, rows, pick, column: (name: string) => pick(name).flat() };
}
const common = ['board', 'frame', 'zone', 'id', 'type', 'title', 'note', 'org', 'voice', 'status'];

describe('[SRV30] cards as a table', () => {
  it('[SRV30] a card has its kind, title and fields under the common columns', () => {
    const fields = {
      note: 'seen in March',
      voice: 'affected',
      status: 'agreed',
      votes_people: 7,
      votes_orgs: 3,
    } as const;
    const { rows } = tableOf(boardOf(card('a', 'Why, "again"?', fields, { meta: { author: 'anna' } })));
    expect(rows).toMatchObject([
      {
        ...{ board: 'Our board', id: 'shape:a', type: 'cause', title: 'Why, "again"?', note: 'seen in March' },
        ...{ org: 'De Schakel', voice: 'affected', status: 'agreed', votes_people: '7', votes_orgs: '3' },
      },
    ]);
  });

  it('[CLU24] the cluster of a card has a column on each board whose cards may be in one', () => {
    const cards = boardOf(card('a', 'bins', { cluster: 'waste' }), card('b', 'rota', {}, { x: 300 }));
    for (const template of TemplateId.options.filter((id) => id !== 'blank'))
      expect(tableOf(cards, { template }).column('cluster')).toEqual(['waste', '']);
  });

  it('[SRV30] its organisation is the one it names, by id or by a name of nobody here, else its maker’s', () => {
    const maker = { meta: { author: 'anna' } };
    const { column } = tableOf(
      boardOf(
        card('a', 'a', { org: 'org-1' }, maker),
        card('b', 'b', { org: 'Merel Radio' }, { ...maker, x: 300 }),
        card('c', 'c', {}, { ...maker, x: 600 }),
        card('d', 'd', {}, { x: 900 }),
      ),
    );
    expect(column('org')).toEqual(['Korf Supermarkets', 'Merel Radio', 'De Schakel', '']);
  });

  it.each(TemplateId.options)('[SRV31] %s has the common columns, then its own, each by one name', (template) => {
    const { head } = tableOf(boardOf(), { template });
    expect(head.slice(0, 12)).toEqual([...common, 'votes_people', 'votes_orgs']);
    expect(new Set(head).size).toBe(head.length);
    const own = head.slice(12);
    expect(own.filter((name) => !isFieldName(name) && !['kind', 'depth', 'parent_id', 'roots'].includes(name))).toEqual(
      [],
    );
    expect(own.length).toBe(
      { 'root-cause-tree': 12, 'actor-map': 13, visioning: 12, 'lessons-learnt': 11, blank: 0 }[template],
    );
  });

  it('[SRV31] fields of every kind are written as words, numbers and lists', () => {
    const records = boardOf(
      card('a', 'a', { weight: 4.5, is_root: true, evidence: 'first\nsecond' }),
      card('b', 'b', { owner_org: 'org-2', due: '2026-10-15' }, { kind: 'lesson', x: 300 }),
      card('c', 'c', { stance: 'opposed', contact_owner: '-Lien' }, { kind: 'actor', x: 600 }),
    );
    expect(tableOf(records).pick('weight', 'is_root', 'evidence')[0]).toEqual(['4.5', 'true', 'first\nsecond']);
    expect(tableOf(records, { template: 'lessons-learnt' }).pick('owner_org', 'due')[1]).toEqual([
      'Lumen Fund',
      '2026-10-15',
    ]);
    expect(tableOf(records, { template: 'actor-map' }).pick('stance', 'contact_owner')[2]).toEqual([
      'opposed',
      "'-Lien",
    ]);
  });

  it('[SRV31] a number below zero is a number, a text that begins like one is disarmed', () => {
    const { rows } = tableOf(boardOf(card('a', '-5 %', { votes_people: 0 })));
    expect(rows).toMatchObject([{ title: "'-5 %", votes_people: '0' }]);
  });

  it('[SRV32] ghosts, empty cards, second places and relations are left out; other words are not', () => {
    const invites = { placeholder: 'Why does this happen?' };
    const records = boardOf(
      ...[card('ghost', '', { category: 'money' }, invites), card('empty', ''), card('written', 'Why', {}, invites)],
      ...[mirror('m', 'written'), relation('r', 'written', 'untitled', { note: 'words' })],
      card('untitled', '', { note: 'only a note' }, { x: 300 }),
      note('n', 'a note\nwith more', { x: 900 }),
      shape('v', 'view', { props: { w: 10, h: 10, view: 'fishbone' } }),
    );
    expect(tableOf(records).pick('id', 'type', 'title', 'note')).toEqual([
      ['shape:written', 'cause', 'Why', ''],
      ['shape:untitled', 'cause', '', 'only a note'],
      ['shape:n', 'note', 'a note', 'with more'],
    ]);
  });
});

describe('[SRV33] the tree', () => {
  const records = boardOf(
    card('p', 'p', {}, { kind: 'problem', x: 0 }),
    ...['a', 'b', 'c', 'd'].map((id, at) => card(id, id, {}, { x: 300 * (at + 1) })),
    card('e', 'e', {}, { kind: 'effect', x: 1_500 }),
    card('f', 'f', {}, { kind: 'effect', x: 1_800 }),
    card('alone', 'alone', {}, { x: 2_100 }),
    card('adrift', 'adrift', {}, { x: 2_400 }),
    card('draft', 'draft', {}, { kind: 'problem', x: 2_700 }),
    ...[relation('1', 'a', 'p'), relation('2', 'b', 'a'), relation('3', 'c', 'b'), relation('4', 'c', 'a')],
    ...[relation('5', 'd', 'c'), relation('6', 'd', 'b'), relation('7', 'adrift', 'alone')],
    ...[relation('8', 'p', 'e', { kind: 'leads_to' }), relation('9', 'e', 'f', { kind: 'leads_to' })],
    relation('loop', 'p', 'd', { kind: 'feeds_back' }),
  );

  it('[SRV33] each card has its steps from the problem and the card above it, the nearest of several', () => {
    expect(tableOf(records).pick('title', 'depth', 'parent_id')).toEqual([
      ['p', '0', ''],
      ['a', '1', 'shape:p'],
      ['b', '2', 'shape:a'],
      ['c', '2', 'shape:a'],
      ['d', '3', 'shape:b'],
      ['e', '1', 'shape:p'],
      ['f', '2', 'shape:e'],
      ['alone', '', ''],
      ['adrift', '', 'shape:alone'],
      ['draft', '', ''],
    ]);
  });

  it('[SRV33] circles end', () => {
    const circle = boardOf(
      ...[card('p', 'p', {}, { kind: 'problem' }), card('a', 'a', {}, { x: 300 }), card('b', 'b', {}, { x: 600 })],
      ...[relation('1', 'a', 'b'), relation('2', 'b', 'a'), relation('3', 'b', 'p'), relation('4', 'p', 'a')],
    );
    expect(tableOf(circle).pick('depth', 'parent_id')).toEqual([
      ['0', ''],
      ['2', 'shape:b'],
      ['1', 'shape:p'],
    ]);
  });

  it('[SRV33] an impact names the causes that it is rooted in', () => {
    const vision = boardOf(
      ...[card('i', 'i', {}, { kind: 'impact' }), card('a', 'a', {}, { x: 300 }), card('b', 'b', {}, { x: 600 })],
      relation('1', 'i', 'a', { kind: 'rooted_in' }),
      relation('2', 'i', 'b', { kind: 'rooted_in' }),
    );
    expect(tableOf(vision, { template: 'visioning' }).column('roots')).toEqual(['shape:a; shape:b', '', '']);
  });
});

describe('[SRV34] readers', () => {
  const records = boardOf(
    card('open', 'open', { sensitivity: 'public' }),
    card('unmarked', 'unmarked', {}, { x: 300 }),
    card('partners', 'partners', { sensitivity: 'partners' }, { x: 600 }),
    card('core', 'core', { sensitivity: 'core' }, { x: 900 }),
    ...[relation('1', 'open', 'core'), relation('2', 'unmarked', 'partners'), relation('3', 'partners', 'open')],
  );

  it('[SRV34] the public reads what is marked public, partners all but the core group’s; unmarked is for partners', () => {
    const titles = (audience: Audience) => tableOf(records, { audience }).column('title');
    expect(titles('public')).toEqual(['open']);
    expect(titles('partners')).toEqual(['open', 'unmarked', 'partners']);
    expect(titles('core')).toEqual(['open', 'unmarked', 'partners', 'core']);
  });

  it('[SRV34] what partners say of each other’s weight and will is for the core group', () => {
    const head = (audience: Audience) => tableOf(records, { audience, template: 'actor-map' }).head;
    const missing = (audience: Audience) => head('core').filter((name) => !head(audience).includes(name));
    expect(missing('partners')).toEqual(['interest', 'influence', 'stance', 'readiness']);
    // Names of people are not for the public.
    expect(missing('public')).toEqual(['interest', 'influence', 'stance', 'readiness', 'contact_owner']);
  });

  it('[SRV34] no relation and no parent tells of a card that is not there', () => {
    const relations = (audience: Audience) => tableOf(records, { audience, part: 'relations' }).column('id');
    expect(relations('core')).toEqual(['shape:1', 'shape:2', 'shape:3']);
    expect(relations('partners')).toEqual(['shape:2', 'shape:3']);
    expect(relations('public')).toEqual([]);
    expect(tableOf(records, { audience: 'partners' }).column('parent_id')).toEqual([
      '',
      'shape:partners',
      'shape:open',
    ]);
  });
});

it('[SRV35] relations are a table of their own, in the order of the cards', () => {
  const actors = boardOf(
    card('a', 'Korf', {}, { kind: 'actor' }),
    card('b', 'Lumen', {}, { kind: 'actor', x: 300 }),
    card('ghost', '', {}, { kind: 'actor', x: 600, placeholder: 'Who?' }),
    relation('2', 'b', 'a', {
      kind: 'relates',
      tie: 'money',
      strength: 3,
      state: 'broken',
      note: '=late',
      direction: 'both',
    }),
    relation('1', 'a', 'b', { kind: 'causes' }),
    relation('3', 'a', 'ghost', { kind: 'relates' }),
  );
  const { head, rows } = tableOf(actors, { template: 'actor-map', part: 'relations' });
  expect(head.slice(0, 7)).toEqual(['from', 'to', 'kind', 'strength', 'state', 'direction', 'note']);
  expect(rows).toEqual([
    {
      ...{ from: 'shape:a', to: 'shape:b', kind: 'causes', strength: '2', state: 'working', direction: 'one-way' },
      ...{ note: '', tie: '', from_title: 'Korf', to_title: 'Lumen', id: 'shape:1' },
    },
    {
      ...{ from: 'shape:b', to: 'shape:a', kind: 'relates', strength: '3', state: 'broken', direction: 'both' },
      ...{ note: "'=late", tie: 'money', from_title: 'Lumen', to_title: 'Korf', id: 'shape:2' },
    },
  ]);
});
