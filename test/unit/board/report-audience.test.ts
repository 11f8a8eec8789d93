import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Audience } from '../../../shared/api/boards.ts';
import type { Records } from '../../../shared/board/containment.ts';
import { exportCsv } from '../../../shared/board/export/export-csv.ts';
import { recordsFor } from '../../../shared/board/export/records-for.ts';
import { countLeftOut, nothingWithheld } from '../../../shared/board/export/withheld.ts';
import { writeMarkdown } from '../../../shared/board/report/markdown.ts';
import { sayWithheld } from '../../../shared/board/report/words/words.ts';
import { plainRichText } from '../../../shared/board/rich-text.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { card, mirror, relation } from './support/cards.ts';
import { arrowBinding, boardOf, note, shape, type TestRecord } from './support/records.ts';
import { columnOf, createdAtMs, demoBoard, reported, reportOf, tableIn } from './support/reports.ts';
import { imageAsset, pixel } from './support/tldraw.ts';

const idsFor = (audience: Audience, records: Records): string[] =>
  [...recordsFor(audience, records).keys()].map((id) => id.replace(/^shape:/, ''));
const fieldsFor = (audience: Audience, record: TestRecord): unknown => {
  const found = recordsFor(audience, boardOf(record)).get(record.id);
  return found !== undefined && 'props' in found ? (found.props as { fields?: Fields }).fields : undefined;
};
const actor = (fields: Fields, title = 'Korf'): TestRecord => card('a', title, fields, { kind: 'actor' });

describe('[REP1] a board as its readers get it', () => {
  const records = boardOf(
    card('open', 'open', { sensitivity: 'public' }),
    card('partners', 'partners'),
    card('core', 'core', { sensitivity: 'core' }),
    ...[mirror('m', 'core'), mirror('n', 'partners')],
    ...[relation('r', 'open', 'core'), relation('s', 'open', 'partners')],
    ...[shape('arrow', 'arrow'), arrowBinding('arrow', 'start', 'open'), arrowBinding('arrow', 'end', 'm')],
    ...[shape('free', 'arrow'), arrowBinding('free', 'start', 'open')],
    ...[shape('g', 'group'), card('in', 'in', { sensitivity: 'core' }, { parentId: 'shape:g' })],
    ...[shape('h', 'group'), card('in2', 'in2', { sensitivity: 'core' }, { parentId: 'shape:h' })],
    note('note', 'a note', { parentId: 'shape:h' }),
  );

  it('[REP1] what a narrower circle wrote is not there, nor what is nothing without it', () => {
    expect(idsFor('core', records)).toEqual([...records.keys()].map((id) => id.replace(/^shape:/, '')));
    expect(idsFor('partners', records)).toEqual([
      'open',
      'partners',
      'n',
      's',
      'free',
      'binding:free-start',
      'h',
      'note',
    ]);
    expect(idsFor('public', records)).toEqual(['open', 'free', 'binding:free-start']);
  });

  it('[REP1] how much is left out is told', () => {
    const counts = Audience.options.map((audience) => countLeftOut(audience, records));
    expect(counts).toEqual([
      { ...nothingWithheld, cards: 4, notes: 1 },
      { ...nothingWithheld, cards: 3 },
      nothingWithheld,
    ]);
  });

  it('[REP1] a starter that nobody touched stays, without what somebody began to fill in', () => {
    const ghost = card('g', '', { note: 'secret', sensitivity: 'core' }, { placeholder: 'Who?' });
    expect(fieldsFor('partners', ghost)).toEqual({});
    expect(fieldsFor('core', ghost)).toEqual({ note: 'secret', sensitivity: 'core' });
    expect(countLeftOut('public', boardOf(ghost))).toEqual(nothingWithheld);
  });

  it('[REP1] filtering what is filtered changes nothing', () => {
    for (const audience of Audience.options) {
      const once = recordsFor(audience, demoBoard('actor-map', 'en'));
      expect(recordsFor(audience, once)).toEqual(once);
    }
  });
});

describe('[REP2] what is delicate', () => {
  it.each<[string, Fields, string]>([
    ['opposed', { stance: 'opposed' }, 'Korf'],
    ['a person', {}, 'Mevrouw Peeters'],
  ])('[REP2] an actor that is %s is for the core group until somebody marks it', (_, fields, title) => {
    expect(idsFor('partners', boardOf(actor(fields, title)))).toEqual([]);
    expect(idsFor('core', boardOf(actor(fields, title)))).toEqual(['a']);
    const marked = boardOf(actor({ ...fields, sensitivity: 'partners' }, title));
    expect(idsFor('partners', marked)).toEqual(['a']);
    expect(idsFor('public', marked)).toEqual([]);
  });

  it('[REP2] other actors, and other cards with scores, are for partners', () => {
    expect(
      idsFor(
        'partners',
        boardOf(actor({ stance: 'neutral', interest: 4, affected: 4 }), card('c', 'c', { weight: 5 })),
      ),
    ).toEqual(['a', 'c']);
  });

  it('[REP2] what is said of weight and will, and who decides, is for the core group on every card', () => {
    const said: Fields = {
      ...{ interest: 4, influence: 5, stance: 'opposed', readiness: 2, trusted: 1, decision_maker: 'Jan' },
      ...{ dismissed: ['ACT-5: we know'], sensitivity: 'public', wants: 'calm' },
    };
    for (const audience of ['public', 'partners'] as const)
      expect(fieldsFor(audience, actor(said))).toEqual({ sensitivity: 'public', wants: 'calm' });
    expect(fieldsFor('core', actor(said))).toEqual(said);
  });

  it('[REP2] the public gets no names of people', () => {
    const said: Fields = { contact_owner: 'Lien', owner_person: 'Ben', to_person: 'Anna', sensitivity: 'public' };
    expect(fieldsFor('public', actor(said))).toEqual({ sensitivity: 'public' });
    expect(fieldsFor('partners', actor(said))).toEqual(said);
  });

  it('[REP2] a quote is public with consent alone', () => {
    const quote = (fields: Fields) => card('q', 'q', { sensitivity: 'public', ...fields }, { kind: 'quote' });
    expect(idsFor('public', boardOf(quote({ consent: true })))).toEqual(['q']);
    expect(idsFor('public', boardOf(quote({ consent: false })))).toEqual([]);
    expect(idsFor('public', boardOf(quote({})))).toEqual([]);
    expect(idsFor('partners', boardOf(quote({})))).toEqual(['q']);
  });

  it('[REP2] help that was put aside for the whole board is for the core group', () => {
    const records = boardOf(shape('h', 'heading', { props: { dismissed: ['ALL-1: they come on Monday'] } }));
    expect(JSON.stringify([...recordsFor('partners', records)])).not.toContain('Monday');
    expect(JSON.stringify([...recordsFor('core', records)])).toContain('Monday');
  });
});

describe('[REP13] what is no card', () => {
  const records = boardOf(
    shape('frame', 'frame', { props: { name: '1 Ours' } }),
    note('note', 'Mevrouw Peeters', { parentId: 'shape:frame' }),
    shape('text', 'text', { props: { richText: plainRichText('words') } }),
    shape('box', 'geo', { props: { richText: plainRichText('words') } }),
    ...['geo', 'draw', 'highlight', 'line'].map((type) => shape(`mute-${type}`, type)),
    ...[imageAsset('face', pixel) as TestRecord, shape('face', 'image', { props: { assetId: 'asset:face' } })],
    card('open', 'open', { sensitivity: 'public' }, { parentId: 'shape:frame' }),
    ...[shape('to-note', 'arrow'), arrowBinding('to-note', 'start', 'open'), arrowBinding('to-note', 'end', 'note')],
    ...[shape('said', 'arrow', { props: { text: 'words' } }), arrowBinding('said', 'start', 'open')],
    ...[shape('joins', 'arrow'), arrowBinding('joins', 'start', 'open')],
    ...['heading', 'zone', 'label', 'mark', 'view'].map((type) => shape(type, type)),
    shape('starter', 'geo', { meta: { starter: 'Start here' }, props: { richText: plainRichText('Start here') } }),
    shape('begun', 'geo', { meta: { starter: 'Start here' }, props: { richText: plainRichText('Anna starts') } }),
  );

  it('[REP13] is for the partners, save what the template brought and what joins or holds cards', () => {
    expect(idsFor('public', records)).toEqual([
      ...['frame', 'open', 'joins', 'binding:joins-start', 'heading', 'zone', 'label', 'mark', 'view', 'starter'],
    ]);
    expect(recordsFor('partners', records).size).toBe(records.size);
    expect(countLeftOut('public', records)).toEqual({ cards: 0, notes: 5, pictures: 1, drawings: 4 });
    expect(countLeftOut('partners', records)).toEqual(nothingWithheld);
  });

  it('[REP13] a picture that is shown elsewhere too keeps its file', () => {
    const twice = [imageAsset('a', pixel), imageAsset('b', pixel), imageAsset('free', pixel)] as TestRecord[];
    const shown = (id: string, asset: string, changes = {}) =>
      shape(id, 'image', { ...changes, props: { assetId: `asset:${asset}` } });
    const core = card('core', 'core', { sensitivity: 'core' });
    const board = boardOf(
      ...twice,
      core,
      shown('1', 'a', { parentId: 'shape:core' }),
      shown('2', 'a'),
      shown('3', 'b'),
    );
    expect(idsFor('partners', board)).toEqual(['asset:a', 'asset:b', 'asset:free', '2', '3']);
    expect(idsFor('public', board)).toEqual(['asset:free']);
  });

  it.each([
    ['en', '41 cards, 12 notes and 1 picture'],
    ['nl', '41 kaarten, 12 briefjes en 1 afbeelding'],
    ['fr', '41 cartes, 12 notes et 1 image'],
    ['de', '41 Karten, 12 Notizen und 1 Bild'],
  ] as const)('[REP13] in %s it is told as %s', (language, told) => {
    expect(sayWithheld({ cards: 41, notes: 12, pictures: 1, drawings: 0 }, language)).toBe(told);
    expect(sayWithheld(nothingWithheld, language)).toBeNull();
  });
});

const widths = Audience.options;
const kinds = ['cause', 'problem', 'actor', 'question', 'decision', 'lesson', 'observation'] as const;

it('[REP3] in no report, text or table does a word of a card for a narrower circle appear; all others do', () => {
  const marks = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      sensitivity: fc.constantFrom(...widths),
      parked: fc.boolean(),
      to: fc.nat(30),
      x: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const told = fc.property(marks, fc.constantFrom(...widths), (cards, audience) => {
    const records = boardOf(
      note('note', 'beside.'),
      shape('arrow', 'arrow', { props: { text: 'beside.' } }),
      ...cards.flatMap(({ kind, sensitivity, parked, to, x }, index) => [
        card(
          `${index}`,
          `title${index}.`,
          { sensitivity, note: `note${index}.`, ...(parked && { status: 'parked' as const }) },
          { kind, x: 300 * x, y: 150 * index },
        ),
        mirror(`m${index}`, `${index}`),
        relation(`r${index}`, `${index}`, `${to % cards.length}`, { note: `between${index}.` }),
      ]),
    );
    const report = reportOf([reported(records, { audience })], { audience });
    const facts = { title: 'Report', partnership: 'Full Plates', createdAtMs, organisations: [] };
    const board = { title: 'Our board', template: 'root-cause-tree' as const };
    const named = { organisationOf: () => undefined, organisationNamed: () => undefined };
    const texts = {
      report: JSON.stringify(report),
      markdown: writeMarkdown(report, facts),
      csv: exportCsv({ board, records, audience, part: 'cards', ...named }),
    };
    const relations = exportCsv({ board, records, audience, part: 'relations', ...named });
    cards.forEach(({ sensitivity, to }, index) => {
      const isTold = (place: number): boolean =>
        widths.indexOf(cards[place]?.sensitivity ?? 'core') <= widths.indexOf(audience);
      for (const [name, text] of Object.entries(texts))
        for (const word of [`title${index}.`, `note${index}.`])
          expect(text.includes(word), `${word} ${sensitivity} in the ${name} for ${audience}`).toBe(isTold(index));
      const areTold = isTold(index) && isTold(to % cards.length);
      expect(relations.includes(`between${index}.`)).toBe(areTold);
      if (!areTold) expect(texts.report).not.toContain(`between${index}.`);
    });
    for (const text of Object.values(texts)) expect(text.includes('beside.')).toBe(audience !== 'public');
    expect(report.boards[0]?.leftOut).toEqual({
      ...nothingWithheld,
      cards: cards.filter(({ sensitivity }) => widths.indexOf(sensitivity) > widths.indexOf(audience)).length,
      notes: audience === 'public' ? 2 : 0,
    });
  });
  fc.assert(told, { numRuns: 60, seed: 20261103 });
});

it('[REP3] the public report of lessons holds those marked public and no other', () => {
  const report = reportOf(
    [reported(demoBoard('lessons-learnt', 'en'), { template: 'lessons-learnt', audience: 'public' })],
    {
      audience: 'public',
    },
  );
  const text = JSON.stringify(report);
  expect(text).toContain('Pick-up hours followed users’ wish');
  for (const partnersOnly of ['The box alarm rang at night', 'A switched-off phone'])
    expect(text).not.toContain(partnersOnly);
  expect(columnOf(tableIn(report, 'lessons'), 'Lesson learnt')).toHaveLength(6);
  expect(report.boards[0]?.leftOut).toEqual({ ...nothingWithheld, cards: 94 });
});
