import type { Zone } from '../template.ts';
import { compareOrder } from './arrange.ts';
import type { Arrangement, Behaviour, Drop, Item, NewPlace, Scene } from './behaviour.ts';
import { clampStart, Lane, type Step, stepsOf, valueAt } from './time-lane.ts';
import { type TimeScale, timeLine, timeScale } from './time-scale.ts';

/** How far a card may lie from the place of its date and still mean it, in board units. */
const tolerance = 3;

const dateOf = ({ fields }: Pick<Item, 'fields'>): string | null =>
  typeof fields.date === 'string' ? fields.date : null;

/** Of all lines of the frame, so that what happened at the same time stands below each other. */
const scaleOf = ({ frame, items }: Scene): TimeScale | null => {
  const line = timeLine(frame);
  const days = items.flatMap((item) => (item.isGhost ? [] : (dateOf(item) ?? [])));
  return line === null ? null : timeScale(days, line);
};

/** In the order of their dates, those without one first: at the left, where nothing says when they were. */
function byDate(items: readonly Item[]): readonly Item[] {
  const key = (item: Item): string => dateOf(item) ?? '';
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : compareOrder(a, b)));
}

const wishOf = (item: Pick<Item, 'fields'>, scale: TimeScale | null): number =>
  scale?.xOf(dateOf(item) ?? scale.months[0]?.day ?? '') ?? 0;

const cardsIn = ({ items }: Scene, zone: Zone): readonly Item[] =>
  items.filter(({ zoneId, isGhost }) => zoneId === zone.id && !isGhost);

/** Places for the cards of one line in steps of this size, null for those that find none. */
function placesIn(zone: Zone, scene: Scene, scale: TimeScale | null, step: Step) {
  const here = cardsIn(scene, zone);
  const lane = new Lane(
    zone,
    scene.frame,
    step,
    here.filter(({ pinned }) => pinned).map(({ box }) => box),
  );
  return byDate(here.filter(({ pinned }) => !pinned)).map((item) => {
    const box = lane.find(item, wishOf(item, scale));
    if (box !== null) lane.take(box);
    return { id: item.id, box };
  });
}

function arrange(scene: Scene): Arrangement {
  const scale = scaleOf(scene);
  const lanes = scene.zones.map((zone) => {
    const [large, small] = stepsOf(zone, scene.frame);
    const places = placesIn(zone, scene, scale, large);
    return places.every(({ box }) => box !== null)
      ? { zone, step: large, places }
      : { zone, step: small, places: placesIn(zone, scene, scale, small) };
  });
  return {
    placements: lanes.flatMap(({ zone: { face = 'card' }, step: { textSize }, places }) =>
      places.flatMap(({ id, box }) => (box === null ? [] : [{ id, box, face, textSize }])),
    ),
    overflow: lanes.flatMap(({ places }) => places.flatMap(({ id, box }) => (box === null ? [id] : []))),
  };
}

/** Where a card begins is its day. One that only went to another line keeps its own. */
function drop(scene: Scene, item: Item, zone: Zone): Drop {
  const scale = scaleOf(scene);
  const value = valueAt(item, zone);
  if (scale === null) return { fields: value };
  const { x, w } = item.box;
  const before = dateOf(item);
  const isSame = before !== null && Math.abs(clampStart(scale.xOf(before), zone, scene.frame, w) - x) <= tolerance;
  return { fields: isSame ? value : { ...value, date: scale.dayAt(x) } };
}

function next(scene: Scene, zone: Zone, fields: Item['fields']): NewPlace | null {
  const scale = scaleOf(scene);
  const date = dateOf({ fields });
  // A day outside of the months makes the whole scale another one.
  if (date !== null && scale?.dayAt(scale.xOf(date)) !== date) return null;
  const taken = cardsIn(scene, zone).map(({ box }) => box);
  const [large, small] = stepsOf(zone, scene.frame);
  const step = taken.some(({ w }) => w < large.w) ? small : large;
  const box = new Lane(zone, scene.frame, step, taken).find({ fields }, wishOf({ fields }, scale));
  return box === null ? null : { box, face: zone.face ?? 'card', textSize: step.textSize };
}

export const time: Behaviour = { scope: 'frame', reads: ['date', 'mood'], drop, arrange, next };
