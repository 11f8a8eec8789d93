import { expect, it } from 'vitest';
import { wrapText } from '../../../client/canvas/template-shapes/wrap.ts';
import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { kindFields } from '../../../shared/method/cards/kinds.ts';
import { rootCauseTreeDemo as demo } from '../../../shared/method/demo/root-cause-tree.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { realMetrics } from './support/metrics.ts';

const template = loadTemplate('root-cause-tree');
const zonesOf = (frame: string) => template.frames.find(({ id }) => id === frame)?.zones ?? [];
const zoneOf = (path: string) => {
  const [frame = '', zone] = path.split('/');
  return zonesOf(frame).find(({ id }) => id === zone);
};
const card = (id: string) => demo.cards.find((known) => known.id === id);
const idsIn = (place: string) => demo.mirrors.filter(({ zone }) => zone === place).map(({ of }) => of);

it('[METR8] the tree has the five frames of the method and their zones', () => {
  expect(template.frames.map(({ title, paper }) => `${title.en} ${paper}`)).toEqual([
    'Agree the problem A4',
    'The tree A3',
    'Check and choose A4',
    'Fishbone view A3',
    'Five whys A4',
  ]);
  const kinds = (frame: string) =>
    zonesOf(frame).map(({ id, cardKind, layout }) => `${id} ${cardKind ?? '-'} ${layout}`);
  expect(kinds('problem')).toEqual([
    'drafts problem grid',
    'know fact grid',
    'statement - none',
    ...['who', 'what', 'where', 'size', 'proof'].map((slot) => `slot.${slot} problem single`),
    'result problem single',
  ]);
  expect(kinds('tree')).toEqual([
    'far effect tree',
    'direct effect tree',
    'trunk problem tree',
    ...['c1', 'c2', 'c3', 'c4'].map((lane) => `${lane} cause tree`),
  ]);
  expect(kinds('choose')).toEqual(['matrix cause matrix', 'chosen cause slots', 'unknown question grid']);
  expect(kinds('fivewhys')).toEqual(
    [1, 2, 3].flatMap((chain) => [
      ...[0, 1, 2, 3, 4, 5].map((row) => `c${chain}.r${row} cause single`),
      `c${chain}.check - none`,
    ]),
  );
});

it('[METR8] the prompts of the tree are the questions of the method', () => {
  const said = (frame: string) =>
    zonesOf(frame)
      .flatMap(({ title, prompt }) => [title?.en, prompt?.en])
      .filter((text) => text !== undefined)
      .join(' ');
  for (const question of [
    'what is going wrong, for whom?',
    'A fact, its source, and whose voice it is.',
    'Who is affected?',
    'Where, and since when?',
    'How big?',
    'How do we know?',
  ]) {
    expect(said('problem')).toContain(question);
  }
  for (const question of ['what does that lead to?', 'Who feels it, and how?', 'Why does this happen?']) {
    expect(said('tree')).toContain(question);
  }
  expect(said('choose')).toContain('Chosen root causes (max 5)');
  expect(said('choose')).toContain('What we still need to find out');
});

it('[METR8] the axes of the matrix are how far and how much, from 1 to 5', () => {
  expect(zoneOf('choose/matrix')?.axes).toMatchObject({ x: 'reach', y: 'weight', min: 1, max: 5 });
  const labels = template.frames.find(({ id }) => id === 'choose')?.labels.map(({ text }) => text.en);
  expect(labels).toEqual(expect.arrayContaining(['Work on this', 'Win others over', 'Tidy up', 'Leave for now']));
});

it('[METR8] problem, cause and effect have the fields of the method', () => {
  expect(kindFields.problem).toEqual(['who_affected', 'what_happens', 'where_since', 'size', 'proof', 'agreed_on']);
  expect(kindFields.cause).toEqual([
    ...['category', 'evidence', 'evidence_kind', 'confidence', 'scope', 'weight', 'reach', 'is_root'],
  ]);
  expect(kindFields.effect).toEqual(['who_bears_it', 'evidence_kind', 'confidence']);
});

it('[METR2] drafts, statement, chosen causes and bones mean a field', () => {
  expect(zoneOf('problem/drafts')?.sets).toEqual({ status: 'draft' });
  expect(zoneOf('problem/slot.size')?.sets).toEqual({ status: 'proposed' });
  expect(zoneOf('problem/result')?.sets).toEqual({ status: 'agreed' });
  expect(zoneOf('choose/chosen')?.sets).toEqual({ is_root: true });
  const bones = zonesOf('fishbone').filter(({ view }) => view === 'fishbone');
  expect(bones.map(({ sets }) => sets.category)).toEqual([...fieldTypes.category.values, undefined]);
});

it('[METR9] the example has the twenty cards of the method: a problem, fifteen causes, four effects', () => {
  const tree = demo.cards.filter(({ zone }) => zone.startsWith('tree/'));
  const count = (kind: string) => tree.filter((known) => known.kind === kind).length;
  expect([tree.length, count('problem'), count('cause'), count('effect')]).toEqual([20, 1, 15, 4]);
  const lanes = new Map([
    ['C1', 'c1'],
    ['C1.1', 'c2'],
    ['C1.1.1', 'c3'],
  ]);
  for (const [id, lane] of lanes) expect(card(id)?.zone).toBe(`tree/${lane}`);
  for (const { id, zone, kind } of tree) {
    if (kind === 'cause') expect(zone, id).toBe(`tree/c${id.split('.').length}`);
  }
});

it('[METR9] four causes are roots, chosen by votes, with the scores of the method', () => {
  const roots = demo.cards.filter(({ fields }) => fields?.is_root === true).map(({ id }) => id);
  expect(idsIn('choose/chosen').sort()).toEqual(roots.sort());
  const votes = idsIn('choose/chosen').map((id) => Number(card(id)?.fields?.votes_people));
  expect(votes).toEqual([...votes].sort((a, b) => b - a));
  const scores = (id: string) => [card(id)?.fields?.weight, card(id)?.fields?.reach, card(id)?.fields?.scope];
  expect(roots.map((id) => [id, ...scores(id)])).toEqual([
    ['C1.1.1', 5, 4, 'in'],
    ['C2.1.1', 4, 4, 'in'],
    ['C3.1.1', 4, 5, 'in'],
    ['C5.1.1', 4, 5, 'in'],
  ]);
  expect(idsIn('choose/matrix').filter((id) => card(id)?.fields?.weight === undefined)).toEqual([]);
});

it('[METR9] votes, categories and evidence of the causes are those of the method', () => {
  const told = (id: string) => {
    const { category, evidence_kind, votes_people } = card(id)?.fields ?? {};
    return `${category} ${evidence_kind} ${votes_people}`;
  };
  expect(['C1', 'C2', 'C3', 'C4', 'C5'].map(told)).toEqual([
    'process data 7',
    'habits story 6',
    'process data 4',
    'info assumption 2',
    'habits story 6',
  ]);
  const people = demo.cards.filter(({ fields }) => fields?.voice === 'affected').map(({ id }) => id);
  expect(people).toEqual(expect.arrayContaining(['C5', 'C5.1', 'C5.1.1']));
  for (const { id, kind, fields } of demo.cards) {
    if (kind === 'cause') expect(fields?.category, id).toBeDefined();
  }
});

it('[METR9] every cause of the tree hangs on the problem, one on two causes, and one loop leads back', () => {
  const { relations } = demo;
  const parents = new Map(relations.filter(({ kind }) => kind === 'causes').map(({ from, to }) => [from, to]));
  const root = (id: string): string => (parents.has(id) ? root(parents.get(id) ?? '') : id);
  const causes = demo.cards.filter(({ kind, zone }) => kind === 'cause' && zone.startsWith('tree/'));
  for (const { id } of causes) expect(root(id), id).toBe('P');
  const twice = causes.filter(
    ({ id }) => relations.filter(({ from, kind }) => from === id && kind === 'causes').length > 1,
  );
  expect(twice.map(({ id }) => id)).toEqual(['C5.1.1']);
  expect(relations.filter(({ kind }) => kind === 'feeds_back')).toEqual([
    { from: 'C5', to: 'C3.1', kind: 'feeds_back' },
  ]);
  expect(relations.filter(({ kind }) => kind === 'leads_to')).toHaveLength(4);
});

it('[METR9] the agreed problem stands in the trunk, with the five answers of its statement', () => {
  expect(card('P')?.zone).toBe('tree/trunk');
  expect(demo.mirrors.filter(({ of }) => of === 'P').map(({ zone }) => zone)).toEqual([
    'problem/result',
    'fishbone/head',
  ]);
  const slots = [
    ['who', 'who_affected'],
    ['what', 'what_happens'],
    ['where', 'where_since'],
    ['size', 'size'],
    ['proof', 'proof'],
  ] as const;
  for (const [slot, field] of slots) {
    expect(demo.cards.find(({ zone }) => zone === `problem/slot.${slot}`)?.title).toEqual(card('P')?.words?.[field]);
  }
});

it('[METR10] titles of the tree fit a node of the largest step at the smallest size of the paper', () => {
  const [width, lines, size] = [252, 4, 22];
  for (const { title, zone, kind } of demo.cards) {
    if (!zone.startsWith('tree/') || kind === 'problem') continue;
    for (const words of Object.values(title)) {
      expect(wrapText(words, width, realMetrics('strong', size)).length, words).toBeLessThanOrEqual(lines);
    }
  }
});

it('[METR6] the script of the tree takes 115 minutes, in the steps of the method', () => {
  expect(rootCauseTreeGuide.minutes).toBe(115);
  expect(rootCauseTreeGuide.phases.map(({ minutes }) => minutes)).toEqual([
    ...[5, 15, 10, 10, 15, 5, 15, 7, 4, 4, 12, 5, 8],
  ]);
  expect(rootCauseTreeGuide.phases.map(({ marks }) => marks.join(' '))).toEqual([
    'FOL',
    'PW T6 REV RR',
    'F5 LOCK:tree/trunk',
    'PW T4 REV',
    'PW T6 REV CL',
    '',
    'BO T15',
    '',
    '',
    'V5',
    'DEC',
    '',
    '',
  ]);
  expect(rootCauseTreeGuide.roles.map(({ name }) => name.en)).toEqual([
    'Facilitator',
    'Why-keeper',
    'Evidence scribe',
    'Voice of those affected',
  ]);
});
