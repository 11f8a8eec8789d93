import type { TLRecord, TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CardShape } from '../../../shared/board/card-shapes.ts';
import { recordsOf, schemaOf } from '../../../shared/board/document.ts';
import { isShape, readBoard } from '../../../shared/board/read-board.ts';
import { plainRichText, plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { nextPlace, planScene, scenesOf, setsOf } from '../../../shared/method/behaviours/scene.ts';
import { viewBoard } from '../../../shared/method/board-view.ts';
import { loadDemo } from '../../../shared/method/demo/demos.ts';
import { frameGap, zoneBody } from '../../../shared/method/geometry.ts';
import { seedBoard, seedClientId } from '../../../shared/method/seed.ts';
import { papers } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { createdAtMs, everyBoard, facts, languages, recordsOfBoard, shapesIn, templateIds } from './support/boards.ts';
import { outside, overlapping } from './support/scenes.ts';

const seededDoc = (input: Omit<Parameters<typeof seedBoard>[0], 'example'> & { example?: boolean }): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedBoard({ example: false, ...input }));
  return doc;
};

describe.each(everyBoard)('$template in $language', ({ template, language }) => {
  const records = recordsOfBoard(template, language);
  const shapes = shapesIn(records);
  const frames = shapes.filter(({ type }) => type === 'frame');
  const starters = shapes.filter(({ type, meta }) => type !== 'relation' && meta.starter !== undefined);

  it('[MET9] the same board is seeded with the same bytes', () => {
    const input = { ...facts, template, language, example: false };
    const seeded = Buffer.from(seedBoard(input));
    expect(seeded.equals(seedBoard({ ...input }))).toBe(true);
    expect(seeded.equals(seedBoard({ ...input, boardTitle: 'Another' }))).toBe(false);
  });

  it('[MET10] the update holds every record, each valid, written by the seed alone', () => {
    const doc = seededDoc({ ...facts, template, language });
    const { records: read, unreadable } = readBoard(doc);
    expect([...unreadable]).toEqual([]);
    expect([...read.keys()].sort()).toEqual(records.map(({ id }) => id as string).sort());
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([seedClientId]);
    expect(schemaOf(doc).toJSON()).toEqual(JSON.parse(JSON.stringify(boardSchema.serialize())));
  });

  it('[MET10] every parent exists, and siblings have distinct valid places', () => {
    const ids = new Set(records.map(({ id }) => id as string));
    const places = shapes.map(({ parentId, index }) => `${parentId} ${index}`);
    for (const { parentId, id } of shapes) expect(ids.has(parentId), id).toBe(true);
    expect(new Set(places).size).toBe(places.length);
  });

  it('[MET11] frames stand in one row, 160 apart, locked, named by number and title', () => {
    let x = 0;
    for (const [position, { number, title, paper }] of loadTemplate(template).frames.entries()) {
      const frame = frames[position];
      const { w, h } = papers[paper];
      expect(frame).toMatchObject({ x, y: 0, isLocked: true, props: { w, h, name: `${number} ${title[language]}` } });
      x += w + frameGap;
    }
    expect(frames).toHaveLength(loadTemplate(template).frames.length);
  });

  it('[MET12] each zone, label and mark of the template stands in its frame once, locked', () => {
    for (const { id, zones, labels, marks } of loadTemplate(template).frames) {
      const frame = `shape:${template}/${id}`;
      const inFrame = shapes.filter(({ parentId }) => parentId === frame);
      const ofType = (type: string) => inFrame.filter((shape) => shape.type === type);
      expect(inFrame.every(({ isLocked }) => isLocked)).toBe(true);
      expect(ofType('zone').map(({ meta }) => meta.template)).toEqual(
        zones.map((zone) => `${template}/${id}/${zone.id}`),
      );
      expect(ofType('label')).toHaveLength(labels.length + 1);
      expect(ofType('mark')).toHaveLength(marks.length);
      const views = ofType('view').filter(({ props }) => props.view !== 'more');
      expect(views.map(({ meta }) => meta.template)).toEqual(
        zones.flatMap((zone) => (zone.view === undefined ? [] : [`${template}/${id}/${zone.id}/view`])),
      );
      expect(ofType('label').at(-1)?.props.text).toBe('Full Plates · Our board');
    }
  });

  it('[MET13] starters are unlocked, on the page above the frames, and stand in the body of their zone', () => {
    const top =
      frames
        .map(({ index }) => index)
        .sort()
        .at(-1) ?? '';
    for (const starter of starters) {
      const { frame, zone, origin } = homeOf(starter.meta.template ?? '');
      const body = zoneBody(zone, frame.paper);
      const { w = 200, h = 200 } = starter.props as { w?: number; h?: number };
      expect(starter).toMatchObject({ isLocked: false, parentId: 'page:page' });
      expect(starter.index > top).toBe(true);
      expect(starter.x, starter.id).toBeGreaterThanOrEqual(origin + body.x);
      expect(starter.y, starter.id).toBeGreaterThanOrEqual(body.y);
      expect(starter.x + w, starter.id).toBeLessThanOrEqual(origin + body.x + body.w);
      expect(starter.y + h, starter.id).toBeLessThanOrEqual(body.y + body.h);
    }
    const boxes = starters.map(({ x, y, props: { w = 200, h = 200 } }) => ({ x, y, w, h }));
    const overlapping = boxes.flatMap((a, index) =>
      boxes.slice(index + 1).filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
    );
    expect(overlapping).toEqual([]);
  });

  it('[MET13] a starter counts as untouched in the document it was seeded into, until it has words', () => {
    const { records: read } = readBoard(seededDoc({ ...facts, template, language }));
    for (const { id } of starters) {
      const record = read.get(id) as TLShape | undefined;
      expect(record !== undefined && isUntouchedStarter(record), id).toBe(true);
      const written = { ...record, props: { ...record?.props, richText: plainRichText('Taken up') } };
      expect(isUntouchedStarter(written as TLRecord), id).toBe(false);
    }
  });

  it('[ARR15] a starter where people put cards is a card of that kind without words, which says what its place says', () => {
    for (const { id, type, props, meta } of starters) {
      const { frame, zone } = homeOf(meta.template ?? '');
      expect(type, id).toBe(zone.cardKind === null ? 'geo' : 'card');
      if (zone.cardKind === null) continue;
      expect(props).toMatchObject({ kind: zone.cardKind, placeholder: meta.starter, fields: setsOf(frame, zone) });
      expect(plainText(props.richText as RichText)).toBe('');
    }
  });

  it('[ARR15] a card in place of a starter has its box, unless the template gave it one', () => {
    for (const { x, y, props, meta, id } of starters) {
      const { frame, zone, origin } = homeOf(meta.template ?? '');
      const next = nextPlace({ frame, zones: [zone], items: [], edges: [] }, zone);
      if (next === null || zone.starters?.some(({ box }) => box !== undefined)) continue;
      expect({ x: x - origin, y, w: props.w, h: props.h }, id).toEqual(next.box);
    }
  });

  function homeOf(path: string) {
    const [, frameId, zoneId] = path.split('/');
    const frame = loadTemplate(template).frames.find(({ id }) => id === frameId);
    const zone = frame?.zones.find(({ id }) => id === zoneId);
    const origin = frames.find(({ id }) => id === `shape:${template}/${frameId}`)?.x;
    if (frame === undefined || zone === undefined || origin === undefined) throw new Error(`${path} is no zone`);
    return { frame, zone, origin };
  }
});

it("[MET13] each method's own starters are there: trunk, three causes and two effects of the tree, a note of thanks", () => {
  const paths = (template: 'root-cause-tree' | 'lessons-learnt') =>
    shapesIn(recordsOfBoard(template, 'en')).flatMap(({ type, meta }) =>
      type === 'relation' || meta.starter === undefined ? [] : [meta.template],
    );
  const count = (all: readonly (string | undefined)[], path: string) => all.filter((found) => found === path).length;
  const tree = paths('root-cause-tree');
  expect(count(tree, 'root-cause-tree/tree/trunk')).toBe(1);
  expect(count(tree, 'root-cause-tree/tree/c1')).toBe(3);
  expect(count(tree, 'root-cause-tree/tree/direct')).toBe(2);
  expect(count(paths('lessons-learnt'), 'lessons-learnt/thanks/thank')).toBe(1);
  for (const lane of ['planned', 'real', 'lived', 'mood']) {
    expect(count(paths('lessons-learnt'), `lessons-learnt/timeline/${lane}`)).toBe(1);
  }
});

it('[ARR16] starters of a tree hang together, so that who only writes into them makes a tree', () => {
  const edges = (template: 'root-cause-tree' | 'lessons-learnt') =>
    shapesIn(recordsOfBoard(template, 'en')).filter(({ type }) => type === 'relation');
  const ends = edges('root-cause-tree').map(({ props: { kind, from, to } }) =>
    [from, kind, to].join(' ').replaceAll('shape:root-cause-tree/tree/', ''),
  );
  const trunk = 'trunk/starter.3';
  expect(ends).toEqual([
    ...[1, 2].map((number) => `${trunk} leads_to direct/starter.${number}`),
    ...[4, 5, 6].map((number) => `c1/starter.${number} causes ${trunk}`),
  ]);
  expect(edges('lessons-learnt').map(({ props: { kind } }) => kind)).toEqual(Array(8).fill('causes'));
});

it('[MET14] dates in a template follow from the day the board is made, in its language', () => {
  const text = (language: 'en' | 'de', at: number) =>
    JSON.stringify(recordsOf(seededDoc({ ...facts, template: 'visioning', language, createdAtMs: at })).toJSON());
  expect(text('en', createdAtMs)).toContain('It is 31 Dec 2030.');
  expect(text('de', createdAtMs)).toContain('Es ist der 31. Dez. 2030.');
  expect(text('en', Date.UTC(2031, 0, 1))).toContain('It is 31 Dec 2035.');
  expect(text('en', createdAtMs)).toContain('1 Feb 2027');
  expect(text('en', createdAtMs)).not.toMatch(/\{[a-zA-Z0-9]+\}/);
});

it('[MET14] signs that French sets apart cannot be left alone on a line', () => {
  const text = JSON.stringify(
    templateIds
      .flatMap((template) => shapesIn(recordsOfBoard(template, 'fr')))
      .filter(({ type }) => type !== 'frame' && type !== 'heading'),
  );
  expect(text).toContain('Qui est touché\u00a0?');
  expect(text).toContain('«\u00a0donc');
  expect(text).not.toMatch(/ [?!:;»]|« /);
});

it('[MET15] a blank board is one empty sheet, without a heading', () => {
  const shapes = shapesIn(recordsOfBoard('blank', 'fr'));
  expect(shapes.map(({ type }) => type)).toEqual(['frame', 'label']);
  expect(shapes[0]?.props).toMatchObject({ w: 2240, h: 1584, name: '1 Feuille' });
});

const filled = templateIds.filter((template) => loadDemo(template) !== null);

describe.each(filled)('[ARR17] the example of %s', (template) => {
  const boards = languages.map((language) => ({ language, input: { ...facts, template, language, example: true } }));

  it('[ARR17] is seeded with the same bytes, valid in every language, with no starter and no author', () => {
    for (const { language, input } of boards) {
      expect(Buffer.from(seedBoard(input)).equals(seedBoard({ ...input }))).toBe(true);
      const { records, unreadable } = readBoard(seededDoc(input));
      expect([...unreadable], language).toEqual([]);
      const shapes = [...records.values()].filter(isShape);
      expect(shapes.filter(({ meta }) => meta.starter !== undefined || meta.author !== undefined)).toEqual([]);
      const { cards = [], mirrors = [], relations = [] } = loadDemo(template) ?? {};
      const count = (type: string) => shapes.filter((shape) => shape.type === type).length;
      expect([count('card'), count('mirror'), count('relation')]).toEqual([
        cards.length,
        mirrors.length,
        relations.length,
      ]);
    }
  });

  it('[ARR17] every card and mirror is inside the zone that it belongs to, and none on another', () => {
    const { records } = readBoard(seededDoc({ ...facts, template, language: 'en', example: true }));
    const view = viewBoard(records, loadTemplate(template));
    const demo = loadDemo(template);
    const placed = [
      ...[...view.cards.values()].map(({ shape, frame, zone, frameShape }) => ({ shape, frame, zone, frameShape })),
      ...view.mirrors,
    ];
    const wanted = [...(demo?.cards ?? []), ...(demo?.mirrors ?? [])].map(({ zone }) => zone).sort();
    expect(placed.map(({ frame, zone }) => `${frame?.id}/${zone?.id}`).sort()).toEqual(wanted);
    for (const { shape, zone, frameShape } of placed) {
      const box = { x: shape.x - (frameShape?.x ?? 0), y: shape.y, w: shape.props.w, h: shape.props.h };
      expect(zone === null ? [box] : outside([box], zone.box), shape.id).toEqual([]);
    }
    expect(overlapping(placed.map(({ shape: { x, y, props } }) => ({ x, y, w: props.w, h: props.h })))).toEqual([]);
  });

  it('[ARR17] is arranged already: tidying it moves nothing', () => {
    const { records } = readBoard(seededDoc({ ...facts, template, language: 'en', example: true }));
    for (const scene of scenesOf(viewBoard(records, loadTemplate(template)), loadTemplate(template))) {
      const { moves, pages } = planScene(scene);
      expect(pages).toEqual([]);
      for (const { id, box, face, textSize } of moves) {
        const { x, y, props } = records.get(id as TLRecord['id']) as CardShape;
        expect({ x, y, w: props.w, h: props.h, face: props.face, textSize: props.textSize }, id).toEqual({
          ...box,
          ...{ face, textSize },
        });
      }
    }
  });
});
