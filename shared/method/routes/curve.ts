import type { Box } from '../template.ts';
import {
  at,
  discRadius,
  distance,
  headAt,
  middleOf,
  type Point,
  type Route,
  type RouteRelation,
  toneOf,
} from './route.ts';

/** Lines that bend from card to card, in the form and width that say state and strength. */

interface Quadratic {
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
}

/** Of the distance, to either side; the flattest first. */
const bends = [0.12, -0.12, 0.22, -0.22, 0.34, -0.34, 0.46, -0.46] as const;
/** Free space between a line and the card that it leaves, and the one that it reaches. */
const [gapBefore, gapAfter] = [3, 8];
/** A line under a card counts as under it from this far off. */
const nearCard = 6;
/** The light line beside the widest line ends so far off a name. */
const nearName = 8;
const samples = 48;
/** Shorter lines have no room for heads, or for a disc. */
const [headsFrom, discFrom] = [70, 60];
const strengthWidths = [3, 5.5, 8.5] as const;
const otherWidth = 2.5;
const haloWidth = 2.5;
const [tooth, amplitude] = [13, 9];

/** What lies along a line. */
export interface Around {
  /** What the line should not run under; of eight bends it takes the one that does so least. */
  readonly cards: readonly Box[];
  /** What the line should not cross; where every bend would, it runs under them. */
  readonly names: readonly Box[];
}
const nothing: Around = { cards: [], names: [] };

/** @returns null where the cards leave nothing between them. */
export function curve(relation: RouteRelation, from: Box, to: Box, around: Around = nothing): Route | null {
  const way = bestBend(middleOf(from), middleOf(to), [...around.cards, ...around.names]);
  const [start, end] = [leaves(way, grown(from, gapBefore), false), leaves(way, grown(to, gapAfter), true)];
  if (start >= end) return null;
  const points = alongWay(way, start, end);
  const length = lengthOf(points);
  const strokeWidth = relation.kind === 'relates' ? (strengthWidths[relation.strength - 1] ?? otherWidth) : otherWidth;
  const headLength = 11 + 1.3 * strokeWidth;
  const ends = length < headsFrom ? [] : relation.direction === 'both' ? ['end', 'start'] : ['end'];
  const cut = (isHeaded: boolean): number => (isHeaded ? ((end - start) * 0.6 * headLength) / length : 0);
  const names = around.names.map((name) => grown(name, nearName));
  const seen = seenParts(way, start + cut(ends.includes('start')), end - cut(ends.includes('end')), names);
  const isBroken = relation.kind === 'relates' && relation.state === 'broken';
  return {
    points,
    path: isBroken ? zigzag(points, length, names) : seen.map(quadraticPath).join(''),
    tone: toneOf(relation),
    strokeWidth,
    haloWidth,
    dash: dashOf(relation),
    heads: headsOf(points, headLength, ends),
    disc: length < discFrom ? null : discOf(relation, clearPoint(way, start, end, names)),
  };
}

function bestBend(a: Point, b: Point, others: readonly Box[]): Quadratic {
  const bent = (share: number): Quadratic => ({
    start: a,
    bend: { x: (a.x + b.x) / 2 - (b.y - a.y) * share, y: (a.y + b.y) / 2 + (b.x - a.x) * share },
    end: b,
  });
  if (others.length === 0) return bent(bends[0]);
  const around = others.map((box) => grown(box, nearCard));
  let best: { readonly way: Quadratic; readonly cost: number } | null = null;
  for (const share of bends) {
    const way = bent(share);
    const cost = hits(way, around) + Math.abs(share) * 4;
    if (best === null || cost < best.cost) best = { way, cost };
  }
  return best?.way ?? bent(bends[0]);
}

function hits(way: Quadratic, around: readonly Box[]): number {
  let count = 0;
  for (let index = 0; index <= samples; index++) {
    const point = pointOn(way, index / samples);
    for (const box of around) if (holds(box, point)) count++;
  }
  return count;
}

const grown = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by });
const holds = ({ x, y, w, h }: Box, point: Point): boolean =>
  point.x > x && point.x < x + w && point.y > y && point.y < y + h;

function pointOn({ start, bend, end }: Quadratic, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return { x: a * start.x + b * bend.x + c * end.x, y: a * start.y + b * bend.y + c * end.y };
}

/** Where the way is last in a box, from its start or backwards from its end; by halving. */
function leaves(way: Quadratic, box: Box, backwards: boolean): number {
  const step = 1 / samples;
  const along = (t: number): number => (backwards ? 1 - t : t);
  let inside = 0;
  while (inside < 1 && holds(box, pointOn(way, along(inside + step)))) inside += step;
  let outside = Math.min(1, inside + step);
  for (let round = 0; round < 8; round++) {
    const half = (inside + outside) / 2;
    if (holds(box, pointOn(way, along(half)))) inside = half;
    else outside = half;
  }
  return along(outside);
}

const alongWay = (way: Quadratic, from: number, to: number): readonly Point[] =>
  Array.from({ length: 25 }, (_, index) => pointOn(way, from + ((to - from) * index) / 24));

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0);

/** De Casteljau's subdivision. */
function part(way: Quadratic, from: number, to: number): Quadratic {
  const mix = (a: Point, b: Point, t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const bend = mix(mix(way.start, way.bend, from), mix(way.bend, way.end, from), to);
  return { start: pointOn(way, from), bend, end: pointOn(way, to) };
}

const quadraticPath = ({ start, bend, end }: Quadratic): string => `M${at(start)}Q${at(bend)} ${at(end)}`;

/** The line without what runs under names. */
function seenParts(way: Quadratic, from: number, to: number, names: readonly Box[]): readonly Quadratic[] {
  if (hits(way, names) === 0) return [part(way, from, to)];
  const parts: Quadratic[] = [];
  const step = (to - from) / (4 * samples);
  let start: number | null = null;
  for (let index = 0; index <= 4 * samples; index++) {
    const t = from + index * step;
    const isSeen = !names.some((name) => holds(name, pointOn(way, t)));
    if (isSeen) start ??= t;
    if (start !== null && (!isSeen || index === 4 * samples)) {
      parts.push(part(way, start, isSeen ? t : t - step));
      start = null;
    }
  }
  return parts;
}

/** As near to the middle of what is seen of a way as no name is in the way of a disc; else the middle. */
function clearPoint(way: Quadratic, from: number, to: number, names: readonly Box[]): Point {
  const around = names.map((name) => grown(name, discRadius));
  const middle = (from + to) / 2;
  const step = (to - from) / (2 * samples);
  const tries = Array.from({ length: 2 * samples }, (_, index) => middle + ((index % 2) - 0.5) * index * step);
  const clear = tries.find((each) => !around.some((name) => holds(name, pointOn(way, each))));
  return pointOn(way, clear ?? middle);
}

function dashOf({ kind, state }: RouteRelation): readonly number[] {
  if (kind === 'feeds_back') return [10, 8];
  if (kind !== 'relates') return [];
  switch (state) {
    case 'weak':
      return [16, 12];
    case 'new':
      return [2, 13];
    case 'working':
    case 'broken':
      return [];
  }
}

function headsOf(points: readonly Point[], length: number, ends: readonly string[]): string {
  const head = (way: readonly Point[]): string => {
    const tip = way[0];
    const base = way.find((point) => tip !== undefined && distance(point, tip) >= length / 2);
    return tip === undefined || base === undefined ? '' : headAt(tip, base, length);
  };
  return ends.map((end) => head(end === 'end' ? [...points].reverse() : points)).join('');
}

function discOf({ kind, state }: RouteRelation, middle: Point): Route['disc'] {
  if (kind !== 'relates' || (state !== 'new' && state !== 'broken')) return null;
  return { ...middle, sign: state === 'new' ? 'plus' : 'cross' };
}

/** Teeth to both sides by turns; none at the ends, where the heads are, nor over names. */
function zigzag(points: readonly Point[], length: number, names: readonly Box[]): string {
  const count = Math.max(3, Math.round(length / tooth));
  const corners = Array.from({ length: count + 1 }, (_, index): Point => {
    const along = pointAt(points, (length * index) / count);
    if (index === 0 || index === count) return along;
    const next = pointAt(points, (length * (index + 0.5)) / count);
    const far = distance(along, next) || 1;
    const side = index % 2 === 0 ? amplitude : -amplitude;
    return { x: along.x - ((next.y - along.y) / far) * side, y: along.y + ((next.x - along.x) / far) * side };
  });
  const isSeen = (point: Point | undefined): boolean =>
    point !== undefined && !names.some((name) => holds(name, point));
  return corners
    .map((point, index) => (isSeen(point) ? `${isSeen(corners[index - 1]) ? 'L' : 'M'}${at(point)}` : ''))
    .join('');
}

function pointAt(points: readonly Point[], along: number): Point {
  let left = along;
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) return point;
    const far = distance(point, next);
    if (far >= left && far > 0) {
      const share = left / far;
      return { x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share };
    }
    left -= far;
  }
  return { x: 0, y: 0 };
}
