import { describe, expect, it } from 'vitest';
import type { Item, Scene } from '../../../shared/method/behaviours/behaviour.ts';
import { applyDrop, arrangeScene, nextPlace } from '../../../shared/method/behaviours/scene.ts';
import { timeScale } from '../../../shared/method/behaviours/time-scale.ts';
import { item, outside, overlapping, settled, shuffled, type ZonePlace, zoneAt } from './support/scenes.ts';

const [planned, real, lived, mood] = ['planned', 'real', 'lived', 'mood'].map((lane) =>
  zoneAt(`lessons-learnt/timeline/${lane}`),
) as [ZonePlace, ZonePlace, ZonePlace, ZonePlace];
const lanes = [planned, real, lived, mood];

const sceneOf = (inLanes: readonly Item[]): Scene => ({
  frame: real.frame,
  zones: lanes.map(({ zone }) => zone),
  items: inLanes,
  edges: [],
});
const event = (lane: ZonePlace, number: number, date: string | null, more: Partial<Item> = {}): Item =>
  item(lane, number, { fields: date === null ? {} : { date }, ...more });
const day = (number: number): string => new Date(Date.UTC(2027, 2, 1 + number)).toISOString().slice(0, 10);
const boxesOf = (scene: Scene) => new Map(arrangeScene(scene).placements.map(({ id, box }) => [id, box]));

/** From the start in March to the last round in June. */
const pilot = [
  event(planned, 0, '2027-03-01'),
  event(planned, 1, '2027-04-05'),
  event(planned, 2, '2027-05-03'),
  event(planned, 3, '2027-06-14'),
  event(real, 0, '2027-03-01'),
  event(real, 1, '2027-03-17'),
];

describe('[ARR7] lines of time', () => {
  it('[ARR7] a card begins at its date, in the first row that is free', () => {
    const boxes = boxesOf(sceneOf(pilot));
    const cornerOf = ({ id }: Item) => [boxes.get(id)?.x, boxes.get(id)?.y];
    expect(pilot.map(cornerOf)).toEqual([
      [268, 278],
      [816, 278],
      [1254, 278],
      [1912, 278],
      [268, 544],
      [518, 652],
    ]);
  });

  it.each(lanes)('[ARR7] from 1 to 60 cards in $path stand apart inside the lane', (lane) => {
    for (const spread of [0, 1, 4, 30])
      for (const count of [1, 2, 5, 12, 21, 40, 60]) {
        const cards = Array.from({ length: count }, (_, number) =>
          event(lane, number, number % 7 === 6 ? null : day((number * spread) % 122), {
            ...(lane === mood && { fields: { date: day((number * spread) % 122), mood: (number % 5) - 2 } }),
          }),
        );
        const { placements, overflow } = arrangeScene(sceneOf(cards));
        const boxes = placements.map(({ box }) => box);
        expect(overlapping(boxes)).toEqual([]);
        expect(outside(boxes, lane.body)).toEqual([]);
        expect([...placements.map(({ id }) => id), ...overflow].sort()).toEqual(cards.map(({ id }) => id).sort());
        expect(arrangeScene(sceneOf(shuffled(cards, count)))).toEqual(arrangeScene(sceneOf(cards)));
      }
  });

  it('[ARR7] where no row is free at the date, the next free place is to the right before to the left', () => {
    const sameDay = [0, 1, 2, 3].map((number) => event(real, number, '2027-04-12'));
    const boxes = boxesOf(sceneOf([...pilot.slice(0, 4), ...sameDay]));
    const [first, second, third, fourth] = sameDay.map(({ id }) => boxes.get(id));
    expect([second?.x, third?.x]).toEqual([first?.x, first?.x]);
    expect(fourth).toEqual({ ...first, x: (first?.x ?? 0) + 260 });
  });

  it('[ARR8] dragging writes the day under the card’s left edge', () => {
    const scene = settled(sceneOf(pilot), arrangeScene(sceneOf(pilot)));
    const moved = scene.items.map((one) => (one === scene.items[5] ? { ...one, box: { ...one.box, x: 1254 } } : one));
    const drop = applyDrop({ ...scene, items: moved }, pilot[5]?.id ?? '', real.zone);
    expect(drop.fields).toMatchObject({ date: '2027-05-03', planned: false });
  });

  it('[ARR8] a card that only goes to another lane keeps its day, at the right end too', () => {
    const late = event(real, 7, '2027-06-25');
    const before = sceneOf([...pilot, late]);
    const scene = settled(before, arrangeScene(before));
    for (const { id } of pilot.concat(late)) {
      const down = scene.items.map((one) =>
        one.id === id ? { ...one, zoneId: 'lived', box: { ...one.box, y: 930 } } : one,
      );
      expect(applyDrop({ ...scene, items: down }, id, lived.zone).fields).toEqual(lived.zone.sets);
    }
  });

  it('[ARR8] a place on the line of energy is a day and a mood', () => {
    const card = item(mood, 0, { box: { x: 1254, y: 1294, w: 150, h: 46 } });
    const drop = applyDrop(sceneOf([...pilot, card]), card.id, mood.zone);
    expect(drop.fields).toMatchObject({ date: '2027-05-03', mood: 1 });
    const worst = item(mood, 1, { box: { x: 1254, y: 1480, w: 150, h: 46 } });
    expect(applyDrop(sceneOf([...pilot, worst]), worst.id, mood.zone).fields).toMatchObject({ mood: -2 });
  });

  it('[ARR8] before anything has a date, a place says none', () => {
    const card = event(real, 0, null, { box: { x: 900, y: 600, w: 250, h: 98 } });
    expect(applyDrop(sceneOf([card]), card.id, real.zone).fields).toEqual({ planned: false });
  });

  it('[ARR6] the next place on a line is at its date; a date beyond the months moves all, so there is none', () => {
    const scene = settled(sceneOf(pilot), arrangeScene(sceneOf(pilot)));
    const next = nextPlace(scene, real.zone, { date: '2027-05-03' });
    expect(next?.box).toEqual({ x: 1254, y: 544, w: 250, h: 98 });
    expect(nextPlace(scene, real.zone, { date: '2027-08-01' })).toBeNull();
    const boxes = scene.items.filter(({ zoneId }) => zoneId === 'real').map(({ box }) => box);
    const undated = nextPlace(scene, real.zone);
    expect(undated === null ? null : overlapping([...boxes, undated.box])).toEqual([]);
  });
});

describe('[ARR9] the scale', () => {
  const line = { x: 100, w: 1016 };

  it('[ARR9] is whole months from the first date to the last, and every day in them comes back', () => {
    const scale = timeScale(['2027-03-17', '2027-01-20', '2027-02-01'], line);
    expect(scale?.months.map((month) => month.day)).toEqual(['2027-01-01', '2027-02-01', '2027-03-01']);
    expect(scale?.xOf('2027-01-01')).toBe(108);
    for (let index = 0; index < 90; index++) {
      const date = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
      expect(scale?.dayAt(scale.xOf(date))).toBe(date);
    }
    expect(scale?.dayAt(0)).toBe('2027-01-01');
    expect(scale?.dayAt(5_000)).toBe('2027-03-31');
  });

  it('[ARR9] goes over the turn of a year, and is none without dates', () => {
    expect(timeScale(['2026-12-31', '2027-01-01'], line)?.months).toHaveLength(2);
    expect(timeScale([], line)).toBeNull();
  });
});
