import { expect, it } from 'vitest';
import { wrapText } from '../../../client/canvas/template-shapes/wrap.ts';
import { actorRings, actorWedges } from '../../../shared/method/boards/actor-wedges.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { kindFields } from '../../../shared/method/cards/kinds.ts';
import { actorMapDemo as demo } from '../../../shared/method/demo/actor-map.ts';
import { actorMapGuide } from '../../../shared/method/guide/actor-map.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { realMetrics } from './support/metrics.ts';

const template = loadTemplate('actor-map');
const zonesOf = (frame: string) => template.frames.find(({ id }) => id === frame)?.zones ?? [];
const card = (id: string) => demo.cards.find((known) => known.id === id);
const onMap = demo.cards.filter(({ zone }) => zone === 'map/map');

it('[METR8] the actor map has the five frames of the method and their zones', () => {
  expect(template.frames.map(({ title, paper }) => `${title.en} ${paper}`)).toEqual([
    'Who? A4',
    'The map A3',
    'Energy and blocks A4',
    'Balance A4',
    'Who calls whom A4',
  ]);
  const kinds = (frame: string) =>
    zonesOf(frame).map(({ id, cardKind, layout }) => `${id} ${cardKind ?? '-'} ${layout}`);
  expect(kinds('who')).toEqual([
    'question idea single',
    ...['known', 'unlikely', 'missing'].map((column) => `${column} actor grid`),
  ]);
  expect(kinds('map')).toEqual(['map actor rings', 'legend - none']);
  expect(kinds('energy')).toEqual([
    ...['moves', 'stuck', 'nobody'].map((column) => `${column} observation grid`),
    'so - none',
    ...['new', 'link', 'repair', 'use'].map((cell) => `so.${cell} action grid`),
  ]);
  expect(kinds('balance')).toEqual(['heat - none', 'gaps question grid', 'lines - none']);
  expect(kinds('calls')).toEqual(['rows actor rows']);
});

it('[METR8] the prompts of the actor map are the questions of the method', () => {
  const said = (frame: string) =>
    zonesOf(frame)
      .flatMap(({ title, prompt, starters }) => [title?.en, prompt?.en, ...(starters ?? []).map(({ text }) => text.en)])
      .filter((text) => text !== undefined)
      .join(' ');
  for (const words of [
    'Who shapes, or is touched by, [problem] in [place]?',
    'We know them',
    'Unlikely allies',
    'Who gains if nothing changes?',
    'Not here, but should be',
  ]) {
    expect(said('who')).toContain(words);
  }
  for (const words of [
    'Things move here',
    'Stuck here',
    'Nobody here',
    'New partner',
    'New link',
    'Repair',
    'Use it',
  ]) {
    expect(said('energy')).toContain(words);
  }
});

it('[METR8] an actor has the fields of the method, wedges and rings in its order', () => {
  for (const field of [
    ...['org_type', 'field_of_work', 'role_here', 'wants', 'fears', 'assets', 'interest', 'influence', 'affected'],
    ...['stance', 'engagement', 'readiness', 'trusted', 'contact_owner', 'next_contact', 'map_ring'],
  ]) {
    expect(kindFields.actor).toContain(field);
  }
  expect(actorWedges.map(({ letter }) => letter)).toEqual(fieldTypes.org_type.values);
  expect(actorRings.map(({ id }) => id)).toEqual(fieldTypes.map_ring.values);
});

it('[METR2] energy is said by the place, and the pictures of the board follow from its actors', () => {
  const energies = zonesOf('energy').flatMap(({ sets }) => (sets.energy === undefined ? [] : [sets.energy]));
  expect(energies).toEqual(fieldTypes.energy.values);
  const views = template.frames.flatMap(({ zones }) => zones.flatMap(({ view }) => (view === undefined ? [] : [view])));
  expect(views).toEqual(['ring-map', 'balance-heat', 'balance-bars', 'table-cells']);
});

it('[METR3] the table of calls has the columns of the method, each under its head', () => {
  const [rows] = zonesOf('calls');
  expect(rows?.columns?.map(({ field }) => field)).toEqual([
    ...['title', 'why_them', 'in_it_for_them', 'contact_owner', 'next_contact', 'engagement', 'engagement_wanted'],
  ]);
  expect(rows?.capacity.rows).toBe(10);
  const heads = template.frames.find(({ id }) => id === 'calls')?.labels ?? [];
  expect(heads.map(({ box }) => [box.x, box.w])).toEqual(rows?.columns?.map(({ x, w }) => [52 + x, w]));
});

it('[METR9] the example has the twelve actors of the method, with their scores', () => {
  const told = onMap.map(({ title, fields }) => {
    const { org_type, map_ring, interest, influence, affected, engagement } = fields ?? {};
    return `${title.en} ${org_type} ${map_ring} ${interest}/${influence}/${affected} ${engagement}`;
  });
  expect(told).toEqual([
    'Voices at the Table C affected 5/2/5 active',
    'Korf Supermarkets B core 4/5/3 committed',
    'De Schakel Food Aid N core 5/3/4 active',
    'City, social affairs P core 4/4/2 active',
    'Rondom Kitchen S core 4/2/2 committed',
    'KoelFiets Couriers S needed 3/2/2 in-talks',
    'Food Safety Desk P needed 2/5/1 contacted',
    'Westhaven College K needed 3/2/1 in-talks',
    'Lumen Fund F needed 3/4/1 contacted',
    'De Vore Growers B wider 2/2/2 not-contacted',
    'Merel Radio O wider 2/3/1 not-contacted',
    'Waste firm Draaiton B wider 3/3/3 not-contacted',
  ]);
  expect(card('CM')?.fields?.stance).toBe('champion');
});

it('[METR9] whoever is scored is for the core group only, and a commitment names who decides', () => {
  for (const { id, fields, words } of onMap) {
    expect(fields?.sensitivity, id).toBe('core');
    if (fields?.engagement === 'committed') expect(words?.decision_maker, id).toBeDefined();
  }
});

it('[METR9] the ten lines of the method join the actors', () => {
  const lines = demo.relations.map(
    ({ from, to, tie, strength, state, direction }) =>
      `${from} ${direction === 'both' ? '↔' : '→'} ${to} ${tie} ${strength} ${state}`,
  );
  expect(lines).toEqual([
    'KO → DS service 1 weak',
    'DS ↔ VT collaboration 3 working',
    'FS → KO rules 3 working',
    'FS → DS rules 1 broken',
    'CM → DS money 3 working',
    'KO → WD money 3 working',
    'RK ↔ DS service 2 working',
    'LF → RK money 2 working',
    'WC ↔ CM information 1 new',
    'KF ↔ RK collaboration 2 new',
  ]);
});

it('[METR9] names, energy, steps and calls are told as well', () => {
  const places = [...demo.cards.map(({ zone }) => zone), ...demo.mirrors.map(({ zone }) => zone)];
  const count = (start: string) => places.filter((zone) => zone.startsWith(start)).length;
  expect([count('who/known'), count('who/unlikely'), count('who/missing')]).toEqual([6, 4, 4]);
  expect([count('energy/moves'), count('energy/stuck'), count('energy/nobody')]).toEqual([2, 2, 3]);
  expect([count('energy/so.'), count('balance/gaps'), count('calls/')]).toEqual([4, 2, 6]);
  const called = [...demo.mirrors.filter(({ zone }) => zone === 'calls/rows').map(({ of }) => of), 'SB'];
  for (const id of called) {
    const { fields, words } = card(id) ?? {};
    expect(fields?.next_contact, id).toBeDefined();
    expect(fields?.engagement_wanted, id).not.toBe(fields?.engagement);
    for (const name of ['why_them', 'in_it_for_them', 'contact_owner'])
      expect(words?.[name], `${id} ${name}`).toBeDefined();
  }
});

it('[METR10] names of actors take two lines of a node, words of a call three lines of its row', () => {
  const fits = (text: string, width: number, lines: number, size: number) => {
    const measure = realMetrics('strong', size);
    const broken = wrapText(text, width, measure);
    expect(broken.length, text).toBeLessThanOrEqual(lines);
    // A word that is too long breaks where its line ends; one that fits never does.
    expect(broken.join(' '), text).toBe(text);
  };
  for (const { title } of onMap) for (const name of Object.values(title)) fits(name, 160, 2, 22);
  const columns = zonesOf('calls')[0]?.columns ?? [];
  for (const { words } of demo.cards) {
    for (const { field, w } of columns) {
      const text = field === 'title' ? undefined : words?.[field];
      for (const said of Object.values(text ?? {})) fits(said, w - 20, 3, 18);
    }
  }
});

it('[METR6] the script of the actor map takes 120 minutes, in the steps of the method', () => {
  expect(actorMapGuide.minutes).toBe(120);
  expect(actorMapGuide.phases.map(({ minutes }) => minutes)).toEqual([8, 14, 15, 8, 5, 18, 12, 8, 5, 12, 5, 10]);
  expect(actorMapGuide.phases.map(({ marks }) => marks.join(' '))).toEqual([
    'FOL',
    'PW T6 REV CL',
    'BO',
    '',
    '',
    'RR',
    'PW T5 REV',
    '',
    'V4',
    'DEC',
    '',
    '',
  ]);
  expect(actorMapGuide.roles.map(({ name }) => name.en)).toEqual(['Facilitator', 'Line-drawer', 'Outsider']);
});
