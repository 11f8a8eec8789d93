import type { TLRecord } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { viewBoard } from '../../../shared/method/board-view.ts';
import { cardRecord } from '../../../shared/method/card-records.ts';
import type { Fields } from '../../../shared/method/cards/fields.ts';
import { furnitureRecords } from '../../../shared/method/records.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import type { Mark, Picture } from '../../../shared/method/views/picture.ts';
import { drawView } from '../../../shared/method/views/views.ts';
import { facts, languages } from './support/boards.ts';
import { shuffled, zoneAt, zonesWith } from './support/scenes.ts';

const template = loadTemplate('lessons-learnt');
const furniture = furnitureRecords(template, { ...facts, language: 'en' });

const event = (number: number, at: { x: number; y: number }, fields: Fields): AnyRecord =>
  cardRecord({
    ...{ id: `shape:event.${number}`, position: 100 + number, kind: 'event', title: `Event ${number}`, fields },
    ...{ placeholder: '', face: 'card', textSize: 24, box: { ...at, w: 250, h: 98 } },
  });
const events = [
  event(1, { x: 268, y: 544 }, { date: '2027-03-01', mood: 1 }),
  event(2, { x: 518, y: 652 }, { date: '2027-03-17', mood: -2 }),
  event(3, { x: 1254, y: 904 }, { date: '2027-05-03', mood: 2 }),
  event(4, { x: 1928, y: 278 }, { date: '2027-06-25' }),
  event(5, { x: 800, y: 544 }, { mood: -1 }),
];
const view = (cards: readonly AnyRecord[]) =>
  viewBoard(new Map([...furniture, ...cards].map((record) => [record.id, record as unknown as TLRecord])), template);

function draw(zoneId: string, name: 'time-marks' | 'mood-line', cards = events, language: 'en' | 'de' = 'en'): Picture {
  const { frame, zone } = zoneAt(`lessons-learnt/timeline/${zoneId}`);
  return drawView(name, { view: view(cards), frame, zone, page: 0, box: zone.box, language });
}
const ofType = <Type extends Mark['type']>(picture: Picture, type: Type) =>
  picture.filter((mark): mark is Extract<Mark, { type: Type }> => mark.type === type);
const texts = (picture: Picture) => ofType(picture, 'text').map(({ text }) => text);

describe('[ARR18] pictures of the timeline', () => {
  it('[ARR18] heads are the months of the cards, in the board’s language', () => {
    expect(texts(draw('months', 'time-marks'))).toEqual(['March 2027', 'April 2027', 'May 2027', 'June 2027']);
    expect(texts(draw('months', 'time-marks', events, 'de'))[0]).toBe('März 2027');
    const year = Array.from({ length: 14 }, (_, month) =>
      event(month, { x: 300, y: 544 }, { date: new Date(Date.UTC(2027, month, 3)).toISOString().slice(0, 10) }),
    );
    expect(texts(draw('months', 'time-marks', year))).toHaveLength(14);
    const long = [
      event(1, { x: 300, y: 544 }, { date: '2020-01-01' }),
      event(2, { x: 900, y: 544 }, { date: '2029-12-31' }),
    ];
    expect(texts(draw('months', 'time-marks', long))).toEqual(
      Array.from({ length: 10 }, (_, index) => String(2020 + index)),
    );
  });

  it('[ARR18] heads stand beside each other within their zone; before anything has a date there are four', () => {
    for (const language of languages) {
      const { frame, zone } = zoneAt('lessons-learnt/timeline/months');
      const picture = drawView('time-marks', { view: view([]), frame, zone, page: 0, box: zone.box, language });
      expect(texts(picture)).toHaveLength(4);
      const boxes = ofType(picture, 'text').map(({ box }) => box);
      boxes.slice(1).forEach(({ x }, index) => {
        const before = boxes[index];
        expect(x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.w ?? 0));
      });
      const last = boxes.at(-1);
      expect((last?.x ?? 0) + (last?.w ?? 0)).toBeLessThanOrEqual(zone.box.w);
    }
  });

  it('[ARR18] a dot at the foot of a line keeps the day of each of its cards, wherever that had to go', () => {
    const dots = (cards: readonly AnyRecord[]) =>
      ofType(draw('real', 'time-marks', [...cards]), 'disc').map(({ x }) => x);
    const before = dots(events);
    expect(before).toEqual([268 - 40, 518 - 40]);
    const moved = events.map((card) => (card.id === 'shape:event.2' ? { ...card, x: 1400 } : card));
    expect(dots(moved)).toEqual(before);
    expect(draw('real', 'time-marks', moved)).not.toEqual(draw('real', 'time-marks'));
  });

  it('[ARR18] a dot for each mood with a date, and a line through the averages of the months', () => {
    const picture = draw('mood', 'mood-line');
    const discs = ofType(picture, 'disc');
    const { zone } = zoneAt('lessons-learnt/timeline/mood');
    const y = (mood: number) => (zone.axes?.plot.y ?? 0) - zone.box.y + ((2 - mood) / 4) * (zone.axes?.plot.h ?? 0);
    expect(discs.filter(({ fill }) => fill === 'paper').map((disc) => disc.y)).toEqual([y(1), y(-2), y(2)]);
    expect(discs.filter(({ fill }) => fill === 'solid').map((disc) => disc.y)).toEqual([y(-0.5), y(2)]);
    expect(ofType(picture, 'path').some(({ strokeWidth }) => strokeWidth === 7)).toBe(true);
    expect(texts(picture)).toEqual([]);
  });

  it('[ARR18] the order in which cards are listed does not matter', () => {
    for (const [zone, name] of [
      ['months', 'time-marks'],
      ['real', 'time-marks'],
      ['mood', 'mood-line'],
    ] as const)
      expect(draw(zone, name, [...shuffled(events, 3)])).toEqual(draw(zone, name));
  });
});

describe('[ARR19] pictures of tables', () => {
  it.each(zonesWith('rows'))(
    '[ARR19] $path has a row for each card that fits, and lines between its columns',
    (place) => {
      const { frame, zone, body } = place;
      const picture = drawView('table-cells', { view: view([]), frame, zone, page: 0, box: zone.box, language: 'en' });
      const rows = ofType(picture, 'path').filter(({ fill }) => fill === 'paper');
      expect(rows).toHaveLength(zone.capacity.rows ?? 0);
      const columns = zone.columns ?? [];
      for (const { path } of ofType(picture, 'path').filter(({ fill }) => fill === 'none')) {
        const lines = [...path.matchAll(/M([\d.]+)/g)].map(([, x]) => Number(x) - (body.x - zone.box.x));
        expect(lines.length).toBeGreaterThan(0);
        for (const x of lines) expect(columns.filter((column) => x > column.x && x < column.x + column.w)).toEqual([]);
      }
    },
  );
});
