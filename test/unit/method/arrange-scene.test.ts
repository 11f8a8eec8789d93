import type { TLRecord } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isIndexKey } from '../../../shared/board/order.ts';
import { validateRecord } from '../../../shared/board/read-board.ts';
import { applyDrop, type PlacedScene, planScene, scenesOf } from '../../../shared/method/behaviours/scene.ts';
import {
  continuationRecords,
  isContinuation,
  pagePitch,
} from '../../../shared/method/behaviours/scene-continuation.ts';
import { viewBoard } from '../../../shared/method/board-view.ts';
import { cardRecord, mirrorRecord } from '../../../shared/method/card-records.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import type { Template } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { drawView } from '../../../shared/method/views/views.ts';
import { facts, recordsOfBoard } from './support/boards.ts';
import { outside, overlapping } from './support/scenes.ts';

const actorMap = loadTemplate('actor-map');

/** A board as a canvas holds it, with what the actions do to it. */
class Board {
  readonly template: Template;
  readonly records = new Map<string, AnyRecord>();

  constructor(
    template: Template,
    records: readonly AnyRecord[] = furnitureRecords(template, { ...facts, language: 'en' }),
  ) {
    this.template = template;
    this.put(...records);
  }

  readonly get = (id: string): AnyRecord | undefined => this.records.get(id);

  put(...records: readonly AnyRecord[]): void {
    for (const record of records) this.records.set(record.id, record);
  }

  card(number: number, at: { x: number; y: number }): AnyRecord {
    const record = cardRecord({
      ...{ id: `shape:card.${String(number).padStart(2, '0')}`, position: 100 + number, kind: 'actor', fields: {} },
      ...{ title: `Actor ${number}`, placeholder: '', face: 'card', textSize: 20, box: { ...at, w: 228, h: 150 } },
    });
    this.put(record);
    return record;
  }

  name(id: string, cluster: string): void {
    const record = this.records.get(id) as AnyRecord;
    this.put({ ...record, props: { ...(record.props as object), fields: { cluster } } });
  }

  view() {
    return viewBoard(this.records as unknown as ReadonlyMap<string, TLRecord>, this.template);
  }

  scene(frameId: string, zoneId: string): PlacedScene {
    const found = scenesOf(this.view(), this.template, frameId).find(({ zones }) =>
      zones.some(({ id }) => id === zoneId),
    );
    if (found === undefined) throw new Error(`no scene ${frameId}/${zoneId}`);
    return found;
  }

  /** Arranges one scene as an action does. */
  settle(frameId: string, zoneId: string) {
    const scene = this.scene(frameId, zoneId);
    const plan = planScene(scene);
    for (const { zone, page } of plan.pages)
      for (const record of continuationRecords(this.get, this.template, scene.frame, zone, page))
        if (!this.records.has(record.id)) this.put(record);
    for (const id of plan.covered) this.records.delete(id);
    for (const { id, box, face, textSize } of plan.moves) {
      const record = this.records.get(id) as AnyRecord;
      const props = { ...(record.props as object), w: box.w, h: box.h, face, textSize };
      this.put({ ...record, x: box.x, y: box.y, props });
    }
    return plan;
  }

  boxes(isHere: (y: number) => boolean) {
    return [...this.view().cards.values()]
      .map(({ shape: { x, y, props } }) => ({ x, y, w: props.w, h: props.h }))
      .filter(({ y }) => isHere(y));
  }
}

const crowd = (count: number): Board => {
  const board = new Board(actorMap);
  for (let number = 0; number < count; number++) board.card(number, { x: 60 + number, y: 350 + number });
  board.settle('who', 'known');
  return board;
};

describe('[ARR12] scenes of a board', () => {
  it('[ARR12] every zone is in one scene; layouts of a whole frame have all their zones', () => {
    for (const id of ['root-cause-tree', 'actor-map', 'visioning', 'lessons-learnt'] as const) {
      const template = loadTemplate(id);
      const scenes = scenesOf(new Board(template).view(), template);
      const zones = scenes.flatMap((scene) => scene.zones.map((zone) => `${scene.frame.id}/${zone.id}`));
      expect(zones.sort()).toEqual(
        template.frames.flatMap((frame) => frame.zones.map((zone) => `${frame.id}/${zone.id}`)).sort(),
      );
    }
    const time = scenesOf(
      new Board(loadTemplate('lessons-learnt')).view(),
      loadTemplate('lessons-learnt'),
      'timeline',
      'time',
    );
    expect(time.map(({ zones }) => zones.map(({ id }) => id))).toEqual([['planned', 'real', 'lived', 'mood']]);
  });

  it('[ARR12] cards and mirrors are where their middle is, in coordinates of the frame', () => {
    const board = new Board(actorMap);
    const { id } = board.card(1, { x: 4230, y: 200 });
    board.put(
      mirrorRecord({
        ...{ id: 'shape:mirror', position: 200, of: id, face: 'card', textSize: 20 },
        box: { x: 600, y: 400, w: 228, h: 150 },
      }),
    );
    const [moves] = board.scene('energy', 'moves').items;
    expect(moves).toMatchObject({ id, cardId: id, title: 'Actor 1', box: { x: 70, y: 200, w: 228, h: 150 } });
    const [mirror] = board.scene('who', 'unlikely').items;
    expect(mirror).toMatchObject({ id: 'shape:mirror', cardId: id, title: 'Actor 1', zoneId: 'unlikely' });
  });

  it('[ARR12] a place says what its zone does', () => {
    const board = new Board(actorMap);
    const { id } = board.card(1, { x: 4230, y: 200 });
    const scene = board.scene('energy', 'moves');
    const [zone] = scene.zones;
    expect(zone && applyDrop(scene, id, zone).fields).toEqual({ energy: 'moves' });
  });

  it('[ARR5] a card that takes the place of a ghost sends it away', () => {
    const board = new Board(actorMap, recordsOfBoard('actor-map', 'en'));
    board.card(1, { x: 60, y: 345 });
    expect(board.settle('who', 'known').covered).toEqual(['shape:actor-map/who/known/starter.2']);
    expect(board.settle('who', 'unlikely').covered).toEqual([]);
  });
});

describe('[ARR13] a full zone goes on at the next page', () => {
  it('[ARR13] eight of 28 stand on page 1b, in the same zone at the same place', () => {
    const board = crowd(28);
    const known = actorMap.frames[0]?.zones.find(({ id }) => id === 'known');
    const [here, there] = [board.boxes((y) => y < 1131), board.boxes((y) => y >= pagePitch)];
    expect([here.length, there.length]).toEqual([20, 8]);
    const body = { x: 52, y: 340, w: 466, h: 715 };
    expect([...overlapping(here), ...overlapping(there)]).toEqual([]);
    expect(outside(here, body)).toEqual([]);
    expect(outside(there, { ...body, y: body.y + pagePitch })).toEqual([]);
    expect([...board.view().cards.values()].every(({ zone }) => zone === known)).toBe(true);
    expect(board.get('shape:actor-map/whob')).toMatchObject({
      x: 0,
      y: pagePitch,
      isLocked: true,
      props: { name: '1b Who?' },
    });
  });

  it('[ARR13] its records are valid, the same for everybody, and the only ones that anybody may bring', () => {
    const board = crowd(28);
    const frame = actorMap.frames[0];
    const zone = frame?.zones.find(({ id }) => id === 'known');
    if (frame === undefined || zone === undefined) throw new Error('no zone');
    const records = continuationRecords(board.get, actorMap, frame, zone, 1);
    expect(records.map(({ id }) => id)).toEqual(
      ['', '/heading', '/known', '/question/more', '/footer'].map((part) => `shape:actor-map/whob${part}`),
    );
    for (const record of records) {
      expect(() => validateRecord(record)).not.toThrow();
      expect(isIndexKey(record.index as string)).toBe(true);
      expect(isContinuation(board.get, actorMap, { ...record, meta: { author: 'me' } })).toBe(true);
      expect(isContinuation(board.get, actorMap, { ...record, x: (record.x as number) + 1 })).toBe(false);
      expect(isContinuation(board.get, actorMap, { ...record, id: `${record.id}x` as AnyRecord['id'] })).toBe(false);
    }
    expect(continuationRecords(board.get, actorMap, frame, zone, 1)).toEqual(records);
  });

  it('[ARR13] arranging again changes nothing', () => {
    const board = crowd(28);
    const before = [...board.records];
    board.settle('who', 'known');
    expect([...board.records]).toEqual(before);
  });

  it('[ARR13] cards come back in their order once there is room', () => {
    const board = crowd(28);
    const inOrder = [...board.view().cards.keys()].sort();
    for (const id of inOrder.slice(2, 10)) board.records.delete(id);
    board.settle('who', 'known');
    expect(board.boxes((y) => y >= pagePitch)).toEqual([]);
    expect(overlapping(board.boxes(() => true))).toEqual([]);
    const byPlace = [...board.view().cards.values()]
      .sort((a, b) => a.centre.y - b.centre.y || a.centre.x - b.centre.x)
      .map(({ id }) => id);
    expect(byPlace).toEqual([...inOrder.slice(0, 2), ...inOrder.slice(10)]);
  });

  it('[ARR13] sixty in one zone take three pages', () => {
    const board = crowd(60);
    const onPage = (page: number) => board.boxes((y) => Math.floor(y / pagePitch) === page).length;
    expect([0, 1, 2].map(onPage)).toEqual([20, 20, 20]);
    expect([...board.view().cards.values()].every(({ zone }) => zone?.id === 'known')).toBe(true);
  });

  it('[CLU8] behind the cards of each cluster a panel has its name, on every page, wherever they stand', () => {
    const board = crowd(28);
    for (const [number, id] of [...board.view().cards.keys()].sort().entries())
      board.name(id, number < 26 ? 'town' : 'land');
    board.settle('who', 'known');
    const [frame] = actorMap.frames;
    const [zone] = frame?.zones ?? [];
    if (frame === undefined || zone === undefined) throw new Error('no frame');
    const marks = (page: number) =>
      drawView('more', { view: board.view(), frame, zone, page, box: { w: 1600, h: 1131 }, language: 'en' });
    const about = (page: number) =>
      marks(page).flatMap((mark) =>
        mark.type === 'text' && mark.about !== undefined ? [[mark.text, mark.about.length]] : [],
      );
    const on = (page: number) => board.boxes((y) => Math.floor(y / pagePitch) === page).length;
    expect(about(0)).toEqual([['town', on(0)]]);
    expect(about(1)).toEqual([
      ['town', 26 - on(0)],
      ['land', 2],
    ]);
    expect(about(2)).toEqual([]);
  });

  it('[ARR14] the last place says how many are elsewhere, and nobody stands there', () => {
    const board = crowd(28);
    const view = board.view();
    const frame = actorMap.frames[0];
    const [zone] = frame?.zones ?? [];
    if (frame === undefined || zone === undefined) throw new Error('no frame');
    const say = (language: 'en' | 'de', from = view) =>
      drawView('more', { view: from, frame, zone, page: 0, box: { w: 1600, h: 1131 }, language });
    expect(say('en').find(({ type }) => type === 'text')).toMatchObject({ text: '+ 8 in frame 1b' });
    expect(say('de').find(({ type }) => type === 'text')).toMatchObject({ text: '+ 8 in Rahmen 1b' });
    const texts = say('en').flatMap((mark) => (mark.type === 'text' ? [mark.box] : []));
    expect(overlapping([...texts, ...board.boxes((y) => y < 1131)])).toEqual([]);
    expect(say('en', crowd(21).view())).toEqual([]);
  });
});
