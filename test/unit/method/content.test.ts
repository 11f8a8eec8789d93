import { describe, expect, it } from 'vitest';
import { fieldsOf, titleMax } from '../../../shared/method/cards/kinds.ts';
import { actorMapDemo } from '../../../shared/method/demo/actor-map.ts';
import type { Demo } from '../../../shared/method/demo/demo.ts';
import { rootCauseTreeDemo } from '../../../shared/method/demo/root-cause-tree.ts';
import { zoneBody } from '../../../shared/method/geometry.ts';
import { actorMapGuide } from '../../../shared/method/guide/actor-map.ts';
import type { Guide } from '../../../shared/method/guide/guide.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import { readMark, toolWords } from '../../../shared/method/guide/tools.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { cardWrongs, guideWrongs, placeWrongs, relationWrongs, textsIn, textWrongs } from './support/content.ts';

const boards: { id: 'root-cause-tree' | 'actor-map'; demo: Demo; guide: Guide }[] = [
  { id: 'root-cause-tree', demo: rootCauseTreeDemo, guide: rootCauseTreeGuide },
  { id: 'actor-map', demo: actorMapDemo, guide: actorMapGuide },
];

/** Names, and words that are the same in one of the other languages. */
const sameEverywhere = new Set([
  ...['Information', 'information', 'service', 'Non-profit', 'Merel Radio', 'Problem', 'Break', 'Pause', 'Actor'],
  ...['Timer', 'influence', 'collaboration', 'conflict'],
]);

describe.each(boards)('$id', ({ id, demo, guide }) => {
  const template = loadTemplate(id);
  const zones = template.frames.flatMap((frame) => frame.zones.map((zone) => ({ frame, zone })));

  it('[METR1] template, example and guide say everything in each of the four languages', () => {
    for (const part of [template, demo, guide]) {
      expect(textsIn(part).length).toBeGreaterThan(30);
      expect(textWrongs(part, sameEverywhere)).toEqual([]);
    }
  });

  it('[METR2] what a place says is a field of the cards that stand there', () => {
    for (const { zone } of zones) {
      if (zone.cardKind === null) continue;
      for (const name of Object.keys(zone.sets)) expect(fieldsOf(zone.cardKind), zone.id).toContain(name);
    }
  });

  it('[METR2] only zones that take cards arrange them, and a picture lies where it follows from cards', () => {
    for (const { zone } of zones) {
      expect(zone.cardKind === null, zone.id).toBe(zone.layout === 'none');
      if (zone.layout === 'matrix') expect(zone.view, zone.id).toBe('matrix-marks');
      if (zone.layout === 'rings') expect(zone.view, zone.id).toBe('ring-map');
    }
  });

  it('[METR3] columns of a row show fields of its cards, apart from each other, within the row', () => {
    const rows = zones.filter(({ zone }) => zone.face === 'row');
    for (const { frame, zone } of rows) {
      const columns = zone.columns ?? [];
      const known = zone.cardKind === null ? [] : ['title', ...fieldsOf(zone.cardKind)];
      const end = columns.reduce((right, { field, x, w }) => {
        expect(known, field).toContain(field);
        expect(x, field).toBeGreaterThanOrEqual(right);
        return x + w;
      }, 0);
      expect(columns.length, zone.id).toBeGreaterThan(1);
      expect(end, zone.id).toBeLessThanOrEqual(zoneBody(zone, frame.paper).w);
    }
  });

  it('[METR4] cards of the example are legal and stand in zones of their kind, under ids of their own', () => {
    expect(cardWrongs(template, demo)).toEqual([]);
    expect(new Set(demo.cards.map((card) => card.id)).size).toBe(demo.cards.length);
  });

  it('[METR4] cards of the example say what their places say, and no place holds too many', () => {
    expect(placeWrongs(template, demo)).toEqual([]);
  });

  it('[METR4] titles are short, but for a sentence that a partnership agreed on', () => {
    for (const { title, fields } of demo.cards) {
      if (fields?.status === 'agreed') continue;
      for (const words of Object.values(title)) expect(words.length, words).toBeLessThanOrEqual(titleMax);
    }
  });

  it('[METR4] every card of the example names who wrote it', () => {
    expect(demo.cards.filter(({ words }) => words?.org === undefined).map((card) => card.id)).toEqual([]);
  });

  it('[METR5] relations join kinds that they may join, each once', () => {
    expect(relationWrongs(demo)).toEqual([]);
  });

  it('[METR6] phases add up to the session, in frames of the board, with timers that fit', () => {
    expect(guideWrongs(template, guide)).toEqual([]);
    const worked = new Set(guide.phases.map(({ frameId }) => frameId));
    const generated = ['fishbone', 'fivewhys'];
    const frames = template.frames.map((frame) => frame.id).filter((frame) => !generated.includes(frame));
    for (const frame of frames) expect(worked.has(frame), frame).toBe(true);
  });
});

it('[METR1] the check of texts finds what is empty, forgotten or still English', () => {
  const wrongs = (nl: string) => textWrongs({ en: 'Break', nl, fr: 'Pause', de: 'Pause' }, new Set());
  expect(wrongs('Pauze')).toEqual([]);
  expect(wrongs(' ')).toHaveLength(1);
  expect(wrongs('Break')).toHaveLength(1);
  expect(wrongs('Who are the partners?')).toHaveLength(1);
  expect(wrongs('Dit is Nederlands')).toEqual([]);
});

it('[METR4] the checks of an example find a wrong zone, kind, field, place and edge', () => {
  const template = loadTemplate('actor-map');
  const actor = { id: 'a', zone: 'map/map', kind: 'actor' as const, title: { en: '', nl: '', fr: '', de: '' } };
  const demo = (cards: Demo['cards'], rest: Partial<Demo> = {}): Demo => ({
    cards,
    mirrors: [],
    relations: [],
    ...rest,
  });
  expect(cardWrongs(template, demo([{ ...actor, zone: 'map/nowhere' }]))).toHaveLength(1);
  expect(cardWrongs(template, demo([{ ...actor, kind: 'cause' }]))).toHaveLength(1);
  expect(cardWrongs(template, demo([{ ...actor, fields: { weight: 3 } }]))).toHaveLength(4);
  const seen = { ...actor, zone: 'energy/moves', kind: 'observation' as const };
  expect(placeWrongs(template, demo([{ ...seen, fields: { energy: 'stuck' } }]))).toHaveLength(1);
  const loop = { from: 'a', to: 'a', kind: 'relates' as const };
  expect(relationWrongs(demo([actor], { relations: [loop] }))).toHaveLength(1);
  expect(relationWrongs(demo([seen, actor], { relations: [{ ...loop, to: 'b' }] }))).toHaveLength(1);
});

it('[METR7] every tool of the scripts is named and explained in each language', () => {
  expect(textWrongs(toolWords, sameEverywhere)).toEqual([]);
  for (const { guide } of boards) {
    for (const mark of guide.phases.flatMap(({ marks }) => marks)) {
      const read = readMark(mark);
      expect(toolWords[read.tool].name.en, mark).not.toBe('');
      if (read.tool === 'T') expect(`T${read.minutes}`).toBe(mark);
      if (read.tool === 'V') expect(`V${read.dots}`).toBe(mark);
    }
  }
  expect([readMark('T6'), readMark('V5'), readMark('F5')]).toEqual([
    { tool: 'T', minutes: 6 },
    { tool: 'V', dots: 5 },
    { tool: 'F5' },
  ]);
});
