import type { TLRecord } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import { viewBoard } from '../../../shared/method/board-view.ts';
import type { Demo } from '../../../shared/method/demo/demo.ts';
import { visioningDemo as demo } from '../../../shared/method/demo/visioning.ts';
import { demoRecords } from '../../../shared/method/demo-records.ts';
import { visioningGuide } from '../../../shared/method/guide/visioning.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { startersOf } from '../../../shared/method/starters.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { drawView } from '../../../shared/method/views/views.ts';
import { facts } from './support/boards.ts';

const template = loadTemplate('visioning');
const frameOf = (id: string) => template.frames.find((frame) => frame.id === id) ?? raise(id);
const zonesOf = (frame: string) => frameOf(frame).zones;
const kinds = (frame: string) => zonesOf(frame).map(({ id, cardKind, layout }) => `${id} ${cardKind ?? '-'} ${layout}`);
const prompts = (frame: string) => zonesOf(frame).flatMap(({ prompt }) => (prompt === undefined ? [] : [prompt.en]));
const invitations = (frame: string) => startersOf(frameOf(frame)).map(({ text }) => text.en);
const cardsIn = (frame: string) => demo.cards.filter(({ zone }) => zone.startsWith(`${frame}/`));
const card = (id: string) => demo.cards.find((known) => known.id === id) ?? raise(id);

function raise(what: string): never {
  throw new Error(`no ${what}`);
}

const steps = ['today', 'd90', 'y1', 'half', 'y-1', 'vision'];

it('[METV7] visioning has the six frames of the method and their zones', () => {
  expect(template.frames.map(({ title, paper }) => `${title.en} ${paper}`)).toEqual([
    'From here to there A4',
    'Cover story A3',
    'Common threads A4',
    'Vision statement A4',
    'Key impacts A4',
    'Back from the future A3',
  ]);
  expect(kinds('here-there')).toEqual([
    'here - none',
    'here.problem problem single',
    'here.roots cause grid',
    ...['people', 'workers', 'orgs', 'town'].map((column) => `${column} vision grid`),
  ]);
  expect(kinds('cover')).toEqual([
    'masthead idea single',
    'headline vision single',
    'picture idea single',
    ...[1, 2, 3].map((number) => `number${number} kpi single`),
    ...[1, 2, 3, 4].map((number) => `quote${number} quote single`),
  ]);
  expect(kinds('threads')).toEqual(['all', 'one', 'love', 'divide'].map((column) => `${column} vision grid`));
  expect(kinds('statement').filter((kind) => !kind.endsWith('none'))).toEqual([
    ...[1, 2, 3].map((draft) => `draft${draft} vision single`),
    'vision vision single',
  ]);
  expect(kinds('impacts')).toEqual(['rows impact rows']);
  expect(kinds('backcast')).toEqual(
    ['true', 'who', 'stop'].flatMap((lane) => [
      `${lane} - none`,
      ...steps.map((step) => `${lane}.${step} ${lane === 'stop' ? 'risk' : 'event'} grid`),
    ]),
  );
});

it('[METV7] places of visioning say viewpoint, voice, status, root and plan', () => {
  const said = Object.fromEntries(
    template.frames.flatMap((frame) =>
      frame.zones.flatMap(({ id, sets }) => (Object.keys(sets).length > 0 ? [[`${frame.id}/${id}`, sets]] : [])),
    ),
  );
  const lanes = ['true', 'who'].flatMap((lane) =>
    steps.map((step) => [`backcast/${lane}.${step}`, { planned: step !== 'today' }] as const),
  );
  expect(said).toEqual({
    'here-there/here.roots': { is_root: true },
    'here-there/people': { viewpoint: 'people' },
    'here-there/workers': { viewpoint: 'workers' },
    'here-there/orgs': { viewpoint: 'orgs' },
    'here-there/town': { viewpoint: 'town' },
    'cover/quote1': { voice: 'affected' },
    'statement/draft1': { status: 'draft' },
    'statement/draft2': { status: 'draft' },
    'statement/draft3': { status: 'draft' },
    'statement/vision': { status: 'agreed' },
    ...Object.fromEntries(lanes),
  });
});

it('[METV7] visioning asks what the method asks', () => {
  expect(frameOf('here-there').question?.en).toBe(
    'It is {visionDate}. What do you see, hear and do on an ordinary Tuesday?',
  );
  expect(prompts('here-there')).toContain('What is different at home?');
  expect(invitations('cover')).toEqual(
    expect.arrayContaining(['Front page of [local paper], {visionDate}', 'Before, I… Now, I…', 'From what to what?']),
  );
  const labels = (frame: string) => frameOf(frame).labels.map(({ text }) => text.en);
  expect(labels('statement')).toEqual(
    expect.arrayContaining([
      'By [date], [who] [can / have / live] [change], because [what we did together].',
      'Clear to a 14-year-old?',
      'Would those affected say it this way?',
      'Could we miss it?',
    ]),
  );
  expect(labels('impacts')).toEqual([
    'For whom',
    'What changes',
    'By when',
    'How we will see it',
    'Rooted in',
    'Four tests, 1–5',
  ]);
  expect(labels('backcast').filter((text) => /^[A-Z]/.test(text))).toEqual([
    'Today',
    'In 90 days',
    'In one year',
    'Half-way',
    'One year before',
    'Vision date',
  ]);
});

it('[METV7] a key impact shows all that the method asks about it, each below its head', () => {
  const [rows] = zonesOf('impacts');
  expect(rows?.columns?.map(({ field }) => field)).toEqual([
    ...['for_whom', 'title', 'by_when', 'indicator', 'baseline', 'target'],
    ...['ambitious', 'grounded', 'rooted', 'gives_direction'],
  ]);
  const heads = frameOf('impacts').labels.map(({ box }) => box);
  for (const { field, x, w } of rows?.columns ?? []) {
    const left = 52 + x;
    expect(
      heads.some((head) => head.x <= left && left + w <= head.x + head.w),
      String(field),
    ).toBe(true);
  }
  expect(rows?.capacity).toEqual({ rows: 5 });
});

it("[METV9] the example tells the method's vision: horizon, three impacts with their numbers and roots", () => {
  expect(card('V')).toMatchObject({ zone: 'statement/vision', fields: { horizon: '2030-12-31', status: 'agreed' } });
  expect(card('V').title.en.split(' ').length).toBeLessThanOrEqual(40);
  expect(card('V').title.en).toContain('chooses fresh food at least three times a week');
  const scores = (id: string) => {
    const { ambitious, grounded, rooted, gives_direction } = card(id).fields ?? {};
    return [ambitious, grounded, rooted, gives_direction].join('/');
  };
  const change = (id: string) => [card(id).words?.baseline?.en, card(id).words?.target?.en].join(' → ');
  expect(cardsIn('impacts').map(({ id }) => [id, card(id).words?.for_whom?.en, change(id), scores(id)])).toEqual([
    ['KI1', 'Households on food aid', '0.8 (2026) → 3', '4/3/5/5'],
    ['KI2', 'Town and nature', '310 t → 124 t', '4/4/5/4'],
    ['KI3', 'People far from work', '4 (2026) → 25', '4/3/3/4'],
  ]);
  for (const { fields } of cardsIn('impacts')) expect(fields?.by_when).toBe('2030-12-31');
  const roots = (id: string) => demo.relations.filter(({ from }) => from === id).map(({ to }) => to);
  expect(['KI1', 'KI2', 'KI3'].map(roots)).toEqual([['C3.1.1', 'C5.1.1'], ['C1.1.1', 'C2.1.1'], ['C1.1.1']]);
});

it("[METV9] the example has the method's front page, threads and milestones", () => {
  const titles = (frame: string) => cardsIn(frame).map(({ title }) => title.en);
  expect(titles('cover')).toEqual(
    expect.arrayContaining([
      'The town where good food finds a plate the same evening',
      '310 → 124 tonnes binned per year',
      'Fresh food 3 times a week',
      '25 people in paid work for over a year',
      '“I choose what my children eat, and nobody asks me why I am there.”',
      '“Giving takes me less time than throwing away.”',
      '“I finish at eight and nothing is left.”',
      '“We copied their playbook.”',
    ]),
  );
  expect(titles('threads')).toEqual(expect.arrayContaining(['The same evening', '“poor”', '“hero”']));
  const places = Object.fromEntries(cardsIn('backcast').map(({ zone, title }) => [title.en, zone]));
  expect(places).toMatchObject({
    'One shared reading of the rules': 'backcast/true.d90',
    // Shorter than three years: a milestone, not an impact.
    'Evening route in three shops by June 2027': 'backcast/true.y1',
    '8 shops on the evening route': 'backcast/true.y1',
    'All 14 shops take part': 'backcast/true.half',
    'Kitchen breaks even on ingredients': 'backcast/true.half',
  });
  const filled = new Set(cardsIn('backcast').map(({ zone }) => zone));
  for (const step of steps) expect(filled.has(`backcast/true.${step}`), step).toBe(true);
});

it('[METV8] the script of visioning takes 150 minutes in the steps of the method', () => {
  expect(visioningGuide.minutes).toBe(150);
  expect(visioningGuide.phases.map(({ minutes }) => minutes)).toEqual([
    8, 12, 30, 5, 13, 11, 12, 8, 5, 14, 8, 10, 6, 8,
  ]);
  expect(visioningGuide.phases.map(({ marks }) => marks.join(' '))).toEqual([
    ...['FOL', 'PW T6 REV', 'BO T30', '', 'RR', 'PW T5 CL', 'V3', 'F5 LOCK', '', 'PW T6 CL V4', '', 'T10', 'DEC', ''],
  ]);
  expect(visioningGuide.roles.map(({ name }) => name.en)).toEqual([
    'Facilitator',
    'Dream guard',
    'Ground guard',
    'Editor duo',
  ]);
});

function tableOf(example: Demo) {
  const said = { ...facts, language: 'en' } as const;
  const all = [...furnitureRecords(template, said), ...demoRecords(template, example, said)] as unknown as TLRecord[];
  const view = viewBoard(new Map(all.map((record) => [record.id, record])), template);
  const frame = frameOf('impacts');
  const zone = frame.zones[0] ?? raise('rows');
  return {
    view,
    frame,
    zone,
    picture: drawView('table-cells', { view, frame, zone, page: 0, box: zone.box, language: 'en' }),
  };
}

it('[METV10] of more than three roots the rest is counted', () => {
  const relations = ['C1.1.1', 'C2.1.1', 'C3.1.1', 'C5.1.1'].map(
    (to) => ({ from: 'KI1', to, kind: 'rooted_in' }) as const,
  );
  const { picture } = tableOf({ ...demo, relations });
  expect(picture.filter(({ type }) => type === 'card')).toHaveLength(2);
  expect(picture.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []))).toEqual(['+ 2']);
});

it('[METV10] what a key impact is rooted in stands in its row, below its head', () => {
  const { view, frame, zone, picture } = tableOf(demo);
  const roots = picture.flatMap((mark) => (mark.type === 'card' ? [mark] : []));
  expect(roots.map(({ cardId }) => cardId.replace('shape:visioning/example/', ''))).toEqual([
    ...['C3.1.1', 'C5.1.1', 'C1.1.1', 'C2.1.1', 'C1.1.1'],
  ]);
  const head = frame.labels.find(({ text }) => text.en === 'Rooted in')?.box ?? raise('head');
  const rows = cardsIn('impacts').map(
    ({ id }) => view.cards.get(`shape:visioning/example/${id}` as never) ?? raise(id),
  );
  const rowOf = [0, 0, 1, 1, 2];
  for (const [index, { box }] of roots.entries()) {
    const row = rows[rowOf[index] ?? -1] ?? raise('row');
    const top = row.shape.y - zone.box.y;
    expect(box.x + zone.box.x).toBeGreaterThanOrEqual(head.x);
    expect(box.x + zone.box.x + box.w).toBeLessThanOrEqual(head.x + head.w);
    expect(box.y).toBeGreaterThan(top);
    expect(box.y + box.h).toBeLessThan(top + row.shape.props.h);
  }
});
