import { type FieldName, type Fields, fieldNames, fieldTypes, isFieldName } from '../cards/fields.ts';
import type { Box, Frame, Zone } from '../template.ts';
import { centreX, centreY, compareOrder, isInside, overlaps } from './arrange.ts';
import type { Arrangement, Behaviour, Drop, Item, Placement, Scene } from './behaviour.ts';
import { groupBy } from './group.ts';
import { nearestPlaces, type Scored, type Size, slotPlaces } from './matrix-places.ts';

/** Two scores of a card as a place: the field `x` grows to the right, the field `y` upwards. */
export interface Axes {
  readonly x: FieldName;
  readonly y: FieldName;
  readonly min: number;
  readonly max: number;
  readonly plot: Box;
}

export function axesOf({ axes }: Zone): Axes | null {
  if (axes === undefined || !isFieldName(axes.x) || !isFieldName(axes.y)) return null;
  return { ...axes, x: axes.x, y: axes.y };
}

interface At {
  readonly x: number;
  readonly y: number;
}

const cardSize: Size = { w: 208, h: 72 };
/** Of a card in a quadrant that is too full for whole cards. */
const pinSize: Size = { w: 44, h: 44 };
const textSize = 16;
const mostCards = 8;

/** Each axis has half a point of air before its least and after its highest score. */
export const pointOf = ({ min, max, plot }: Axes, { x, y }: At): At => ({
  x: plot.x + ((x - min + 0.5) / (max - min + 1)) * plot.w,
  y: plot.y + plot.h - ((y - min + 0.5) / (max - min + 1)) * plot.h,
});

const scoresOf = ({ min, max, plot }: Axes, { x, y }: At): At => ({
  x: ((x - plot.x) / plot.w) * (max - min + 1) + min - 0.5,
  y: ((plot.y + plot.h - y) / plot.h) * (max - min + 1) + min - 0.5,
});

/** The score on each axis, or null without both. */
export function trueScores({ x, y }: Axes, fields: Fields): At | null {
  const [atX, atY] = [fields[x], fields[y]];
  return typeof atX === 'number' && typeof atY === 'number' ? { x: atX, y: atY } : null;
}

/** The nearest score that the field may have. */
function legal(name: FieldName, score: number, { min, max }: Axes): number {
  const type = fieldTypes[name];
  const step = type.type === 'score' ? type.step : 1;
  return Math.min(max, Math.max(min, Math.round(score / step) * step));
}

/** A card that stands where its scores put it was not moved. */
const stillDistance = 2;

function drop(scene: Scene, item: Item, zone: Zone): Drop {
  const axes = axesOf(zone);
  if (axes === null) return {};
  const others = scene.items.filter(({ id }) => id !== item.id);
  const now = arrange({ ...scene, zones: [zone], items: [...others, { ...item, pinned: false }] });
  const place = now.placements.find(({ id }) => id === item.id)?.box;
  const isStill =
    trueScores(axes, item.fields) !== null &&
    place !== undefined &&
    Math.hypot(centreX(place) - centreX(item.box), centreY(place) - centreY(item.box)) <= stillDistance;
  if (isStill) return {};
  const { x, y } = scoresOf(axes, { x: centreX(item.box), y: centreY(item.box) });
  return { fields: { [axes.x]: legal(axes.x, x, axes), [axes.y]: legal(axes.y, y, axes) } };
}

function arrange({ frame, zones, items }: Scene): Arrangement {
  const [zone] = zones;
  const axes = zone === undefined ? null : axesOf(zone);
  if (zone === undefined || axes === null) return { placements: [], overflow: [] };
  const written = items.filter(({ isGhost }) => !isGhost);
  const standing = written.filter(({ pinned }) => !pinned).sort(byVotes);
  const pinned = written.filter((item) => item.pinned).map(({ box }) => box);
  const middle = (axes.min + axes.max) / 2;
  const scored = standing.map((item) => {
    const scores = trueScores(axes, item.fields) ?? scoresOf(axes, { x: centreX(item.box), y: centreY(item.box) });
    return {
      card: { id: item.id, ...pointOf(axes, scores) },
      quadrant: (scores.x > middle ? 1 : 0) + (scores.y > middle ? 2 : 0),
    };
  });
  const taken = [...wordsIn(axes.plot, frame), ...pinned];
  const placements: Placement[] = [];
  for (const [quadrant, all] of groupBy(scored, (one) => one.quadrant)) {
    const cards = all.map(({ card }) => card);
    const boxes = placesIn(quadrantBox(axes.plot, quadrant), cards, taken);
    boxes.forEach((box, index) => {
      const id = cards[index]?.id;
      if (id !== undefined) placements.push({ id, box, face: zone.face ?? 'compact', textSize });
    });
  }
  const placed = new Set(placements.map(({ id }) => id));
  return {
    placements,
    overflow: [...standing]
      .sort(compareOrder)
      .filter(({ id }) => !placed.has(id))
      .map(({ id }) => id),
  };
}

const votes = ({ fields: { votes_people } }: Item): number => (typeof votes_people === 'number' ? votes_people : 0);
const byVotes = (a: Item, b: Item): number => votes(b) - votes(a) || compareOrder(a, b);

/** 0 and 1 are the lower two, 2 and 3 the upper two, each from the left. */
const quadrantBox = ({ x, y, w, h }: Box, quadrant: number): Box => ({
  x: quadrant % 2 === 0 ? x : x + w / 2,
  y: quadrant < 2 ? y + h / 2 : y,
  w: w / 2,
  h: h / 2,
});

const wordsIn = (plot: Box, { labels }: Frame): readonly Box[] =>
  labels.filter(({ box, turn }) => turn === 0 && isInside(box, plot)).map(({ box }) => box);

/** Whole cards near their scores, else in slots, else as pins. */
function placesIn(quadrant: Box, cards: readonly Scored[], taken: readonly Box[]): readonly Box[] {
  const inTheWay = taken.filter((box) => overlaps(box, quadrant));
  if (cards.length <= mostCards) {
    const near = nearestPlaces(cards, quadrant, inTheWay, cardSize);
    if (near.length === cards.length) return near;
    const slots = slotPlaces(cards, quadrant, inTheWay, cardSize);
    if (slots !== null) return slots;
  }
  return nearestPlaces(cards, quadrant, inTheWay, pinSize);
}

/** Each zone has axes of its own, so any score may decide; where there is little room, votes do. */
const reads = fieldNames.filter((name) => fieldTypes[name].type === 'score' || name === 'votes_people');

export const matrix: Behaviour = { scope: 'zone', reads, drop, arrange };
