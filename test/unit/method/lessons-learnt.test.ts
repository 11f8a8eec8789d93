import { expect, it } from 'vitest';
import { lessonsLearntDemo as demo } from '../../../shared/method/demo/lessons-learnt.ts';
import { lessonsLearntGuide } from '../../../shared/method/guide/lessons-learnt.ts';
import { startersOf } from '../../../shared/method/starters.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';

const template = loadTemplate('lessons-learnt');
const frameOf = (id: string) => template.frames.find((frame) => frame.id === id) ?? raise(id);
const zonesOf = (frame: string) => frameOf(frame).zones;
const kinds = (frame: string) => zonesOf(frame).map(({ id, cardKind, layout }) => `${id} ${cardKind ?? '-'} ${layout}`);
const texts = (frame: string) => zonesOf(frame).flatMap(({ title, prompt }) => [title?.en, prompt?.en]);
const cardsIn = (place: string) => demo.cards.filter(({ zone }) => zone.startsWith(place));
const card = (id: string) => demo.cards.find((known) => known.id === id) ?? raise(id);
const mirrorsIn = (place: string) => demo.mirrors.filter(({ zone }) => zone.startsWith(place)).map(({ of }) => of);

function raise(what: string): never {
  throw new Error(`no ${what}`);
}

const components = ['results', 'process', 'delivery', 'resources', 'together'];
const lanes = ['problem', 'strategy', 'plan', 'measure', 'team', 'comms', 'scaling'];
const lenses = {
  'lens-4l': { field: 'lens_4l', zones: ['liked', 'learned', 'lacked', 'longed'] },
  'lens-kcss': { field: 'lens_kcss', zones: ['keep', 'change', 'stop', 'start'] },
  'lens-short': { field: 'lens_short', zones: ['planned', 'happened', 'why', 'next'] },
};

it('[METV7] lessons learnt has the frames of the method, with three lenses, and their zones', () => {
  expect(template.frames.map(({ number, title, paper }) => `${number} ${title.en} ${paper}`)).toEqual([
    '1 What happened A3',
    '2 Plan and reality A4',
    '3a Lens: four L’s A4',
    '3b Lens: keep, change, stop, start A4',
    '3c Lens: short review A4',
    '4 Why? A4',
    '5 Lessons A4',
    '6 Wins and thanks A4',
    '7 Where lessons land A4',
  ]);
  expect(kinds('timeline')).toEqual([
    'months - none',
    ...['planned', 'real', 'lived', 'mood'].map((lane) => `${lane} event time`),
  ]);
  expect(kinds('plan-reality')).toEqual(
    components.flatMap((row) => [
      ...['expected', 'happened'].map((column) => `${row}.${column} fact grid`),
      ...['why', 'next'].map((column) => `${row}.${column} lesson grid`),
    ]),
  );
  for (const [frame, { zones }] of Object.entries(lenses))
    expect(kinds(frame)).toEqual(zones.map((zone) => `${zone} observation grid`));
  expect(kinds('why')).toEqual(['why1', 'why2', 'why3', 'success'].map((zone) => `${zone} cause minitree`));
  expect(kinds('lessons')).toEqual([1, 2, 3, 4, 5, 6].map((number) => `lesson${number} lesson form`));
  expect(kinds('thanks')).toEqual(['proud lesson grid', 'thank thanks grid']);
  expect(kinds('landing')).toEqual(lanes.map((lane) => `${lane} lesson rows`));
});

it('[METV7] places of lessons learnt say plan, voice, component, lens, verdict and landing place', () => {
  const sets = (frame: string, zone: string) => zonesOf(frame).find(({ id }) => id === zone)?.sets;
  expect(sets('timeline', 'planned')).toEqual({ planned: true });
  expect(sets('timeline', 'real')).toEqual({ planned: false });
  expect(sets('timeline', 'lived')).toEqual({ planned: false, voice: 'affected' });
  for (const component of components) {
    expect(sets('plan-reality', `${component}.expected`)).toEqual({});
    for (const column of ['why', 'next']) expect(sets('plan-reality', `${component}.${column}`)).toEqual({ component });
  }
  for (const [frame, { field, zones }] of Object.entries(lenses))
    for (const zone of zones) expect(sets(frame, zone)).toEqual({ [field]: zone });
  expect(sets('thanks', 'proud')).toEqual({ verdict: 'keep' });
  for (const lane of lanes) expect(sets('landing', lane)).toEqual({ lands_on: lane });
});

it('[METV7] energy is read from −2 to +2, and pictures lie where they follow from the cards', () => {
  const views = Object.fromEntries(
    template.frames.flatMap(({ zones }) => zones.flatMap(({ id, view }) => (view === undefined ? [] : [[id, view]]))),
  );
  expect(views).toEqual({
    ...{ months: 'time-marks', planned: 'time-marks', real: 'time-marks', lived: 'time-marks', mood: 'mood-line' },
    ...Object.fromEntries(lanes.map((lane) => [lane, 'table-cells'])),
  });
  expect(zonesOf('timeline').find(({ id }) => id === 'mood')?.axes).toMatchObject({ y: 'mood', min: -2, max: 2 });
});

it('[METV7] lessons learnt asks what the method asks', () => {
  expect(frameOf('timeline').labels[0]?.text.en).toBe('We look at choices and conditions, not at who is to blame.');
  expect(frameOf('plan-reality').labels.map(({ text }) => text.en)).toEqual([
    ...['What we expected', 'What happened', 'Why the difference', 'So next time'],
    ...['Results', 'Process', 'Way of delivering', 'Use of resources', 'Working together'],
  ]);
  expect(texts('lens-4l')).toEqual(
    expect.arrayContaining(['What do we know now?', 'What was missing?', 'What would have helped?']),
  );
  expect(texts('why')).toContain('Success: why did it work?');
  const invitations = startersOf(frameOf('thanks')).map(({ text }) => text.en);
  expect(invitations).toContain('Thank you, [organisation], for…');
  expect(startersOf(frameOf('lessons'))[0]?.text.en).toBe(
    'When [situation], we saw [what], because [why]. Next time we [verb].',
  );
  for (const frame of ['lens-4l', 'lens-kcss', 'lens-short', 'lessons', 'landing'])
    expect(startersOf(frameOf(frame)).map(({ zone }) => zone.id)).toEqual(zonesOf(frame).map(({ id }) => id));
});

it('[METV7] a lesson is one sentence of four lines and three facts, and lands with an action, an owner and a date', () => {
  const line = (index: number) => zonesOf('lessons')[0]?.columns?.[index];
  expect([0, 1, 2, 3].map((index) => `${line(index)?.label?.en}: ${line(index)?.field}`)).toEqual([
    'When: title',
    'we saw: what_happened',
    'because: why',
    'Next time we: next_action',
  ]);
  expect([4, 5, 6].map((index) => line(index)?.field)).toEqual(['verdict', 'travels', 'lands_on']);
  for (const { columns } of zonesOf('landing'))
    expect(columns?.map(({ field }) => field)).toEqual(['title', 'next_action', 'owner_org', 'due']);
});

it("[METV9] the example tells the method's events with their moods, and its lessons", () => {
  const felt = cardsIn('timeline/real').map(({ fields }) => `${fields?.date} ${fields?.mood}`);
  expect(felt).toEqual(
    expect.arrayContaining(['2027-03-01 1', '2027-03-17 -2', '2027-04-12 1', '2027-05-10 2', '2027-06-25 2']),
  );
  const lessons = demo.cards.filter(({ id }) => /^L\d$/.test(id));
  expect(
    lessons.map(
      ({ id, fields }) => `${id} ${fields?.component} ${fields?.verdict} ${fields?.travels} ${fields?.lands_on}`,
    ),
  ).toEqual([
    'L1 results keep everywhere scaling',
    'L2 process change similar plan',
    'L3 delivery change everywhere team',
    'L4 resources change here plan',
    'L5 together keep similar team',
    'L6 results start here problem',
    'L7 process stop similar comms',
    'L8 results keep similar strategy',
    'L9 process change everywhere measure',
  ]);
  for (const { id, fields, words } of lessons) {
    expect(fields?.due, id).toMatch(/^2027-/);
    for (const name of ['what_happened', 'why', 'next_action', 'owner_org']) expect(words?.[name]?.en, id).toBeTruthy();
  }
  expect([card('L1').fields?.due, card('L4').fields?.due]).toEqual(['2027-10-15', '2027-09-30']);
  expect(cardsIn('thanks/thank').map(({ words }) => words?.to_org?.en)).toEqual([
    'KoelFiets Couriers',
    'Voices at the Table',
    'Korf Supermarkets',
    'Food Safety Desk',
  ]);
});

it('[METV9] every lesson of the example lands, and notes are seen through a second lens', () => {
  const landed = [...mirrorsIn('landing/'), ...cardsIn('landing/').map(({ id }) => id)];
  expect(landed.sort()).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9']);
  expect(mirrorsIn('lens-kcss/')).toHaveLength(11);
  for (const of of mirrorsIn('lens-kcss/')) expect(card(of).zone).toMatch(/^lens-4l\//);
});

it('[METV9] why is asked three levels deep, for two difficulties and a success', () => {
  const parent = new Map(demo.relations.map(({ from, to }) => [from, to]));
  const depth = (id: string): number => {
    const above = parent.get(id);
    return above === undefined ? 0 : 1 + depth(above);
  };
  const deepest = (zone: string) => Math.max(...cardsIn(`why/${zone}`).map(({ id }) => depth(id)));
  expect(['why1', 'why2', 'success'].map(deepest)).toEqual([3, 3, 3]);
  for (const zone of ['why1', 'why2', 'success'])
    expect(cardsIn(`why/${zone}`).filter(({ id }) => depth(id) === 0)).toHaveLength(1);
});

it('[METV8] the script of lessons learnt takes 120 minutes in the steps of the method', () => {
  expect(lessonsLearntGuide.minutes).toBe(120);
  expect(lessonsLearntGuide.phases.map(({ minutes }) => minutes)).toEqual([8, 20, 18, 5, 13, 4, 13, 13, 8, 6, 3, 9]);
  expect(lessonsLearntGuide.phases.map(({ marks }) => marks.join(' '))).toEqual([
    ...['RR', 'T8 ANON T3', 'FOL BO', '', 'PW T6 REV CL', 'V5', 'BO', 'T7 F5', '', 'RR', 'RR', ''],
  ]);
  expect(lessonsLearntGuide.roles.map(({ name }) => name.en)).toEqual([
    'Facilitator',
    'Timeline keeper',
    'So-what keeper',
  ]);
});
