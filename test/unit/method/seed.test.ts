import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf, schemaOf } from '../../../shared/board/document.ts';
import { readBoard } from '../../../shared/board/read-board.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { isUntouchedStarter } from '../../../shared/board/starter.ts';
import { frameGap, zoneBody } from '../../../shared/method/geometry.ts';
import { seedBoard, seedClientId } from '../../../shared/method/seed.ts';
import { papers } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { createdAtMs, everyBoard, facts, recordsOfBoard, shapesIn, templateIds } from './support/boards.ts';

const seededDoc = (...[input]: Parameters<typeof seedBoard>): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedBoard(input));
  return doc;
};

describe.each(everyBoard)('$template in $language', ({ template, language }) => {
  const records = recordsOfBoard(template, language);
  const shapes = shapesIn(records);
  const frames = shapes.filter(({ type }) => type === 'frame');
  const starters = shapes.filter(({ meta }) => meta.starter !== undefined);

  it('[MET9] the same board is seeded with the same bytes', () => {
    const input = { ...facts, template, language };
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

  it('[MET13] a starter counts as untouched in the document it was seeded into', () => {
    const { records: read } = readBoard(seededDoc({ ...facts, template, language }));
    for (const { id } of starters) {
      const record = read.get(id);
      expect(record !== undefined && isUntouchedStarter(record), id).toBe(true);
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
    shapesIn(recordsOfBoard(template, 'en')).flatMap(({ meta }) => (meta.starter === undefined ? [] : [meta.template]));
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
