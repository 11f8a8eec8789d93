import type { Box } from '../template.ts';
import { at, distance, headAt, type Point, type Route, type RoutePlace, type RouteRelation, toneOf } from './route.ts';

/** Lines of trees: at right angles, with one bus for all that hangs on a card. */

const corner = 10;
const headLength = 11;
/** The line ends inside its head. */
const underHead = 5;

interface Look {
  readonly strokeWidth: number;
  readonly dash: readonly number[];
}
const mainLook: Look = { strokeWidth: 3.5, dash: [] };
const secondLook: Look = { strokeWidth: 2, dash: [] };
const feedbackLook: Look = { strokeWidth: 2.5, dash: [10, 8] };
/** Beside the middle of their cards, so that they hide no main line. */
const [secondAside, feedbackAside] = [40, 60];
/** From the upper lane to the first track of second lines, and from track to track. */
const [firstTrack, trackPitch] = [14, 8];
/** Share of the gap between two lanes at which a line that feeds back runs, and the gap of two lanes that are none. */
const [feedbackShare, looseGap] = [0.24, 50];

/** Second lines run apart from each other: how many there are before this one, and what they all run below. */
export interface Track {
  readonly number: number;
  readonly lane: number;
}

/**
 * From a lower card up to a higher one.
 * @param track null for the line that a card hangs by.
 * @returns null where the one is not below the other.
 */
export function busUp(relation: RouteRelation, from: Box, to: Box, track: Track | null): Route | null {
  const [bottom, top] = [to.y + to.h, from.y];
  if (top <= bottom) return null;
  const aside = track === null ? 0 : secondAside;
  const start = { x: from.x + from.w / 2 - aside, y: top };
  const end = { x: to.x + to.w / 2 + aside, y: bottom };
  const level =
    track === null
      ? (bottom + top) / 2
      : Math.min(Math.max(track.lane, bottom) + firstTrack + trackPitch * track.number, top - underHead);
  return draw(relation, start, level, end, track === null ? mainLook : secondLook);
}

/** Out of the lower edge of the one, or the upper where it has to go up. */
export function busBack(relation: RouteRelation, from: Box, to: Box): Route {
  const goesUp = to.y + to.h <= from.y;
  const goesDown = from.y + from.h <= to.y;
  const start = { x: from.x + from.w / 2 - feedbackAside, y: goesUp ? from.y : from.y + from.h };
  const end = { x: to.x + to.w / 2 + feedbackAside, y: goesDown ? to.y : to.y + to.h };
  const gap = goesUp || goesDown ? Math.min(looseGap, Math.abs(end.y - start.y)) : looseGap;
  const level = goesUp ? end.y + gap * feedbackShare : Math.max(start.y, goesDown ? 0 : end.y) + gap * feedbackShare;
  return draw(relation, start, level, end, feedbackLook);
}

/** The same for a tree that grows to the right. */
export function busAcross(relation: RouteRelation, from: Box, to: Box): Route | null {
  const turned = from.x >= to.x + to.w ? busUp(relation, turn(from), turn(to), null) : null;
  const other = to.x >= from.x + from.w ? busUp(relation, turn(to), turn(from), null) : null;
  const found = turned ?? other;
  if (found === null) return null;
  const points = found.points.map(({ x, y }) => ({ x: y, y: x }));
  return drawThrough(relation, turned === null ? points.reverse() : points, mainLook);
}

const turn = ({ x, y, w, h }: Box): Box => ({ x: y, y: x, w: h, h: w });

const draw = (relation: RouteRelation, start: Point, level: number, end: Point, look: Look): Route =>
  drawThrough(relation, [start, { x: start.x, y: level }, { x: end.x, y: level }, end], look);

function drawThrough(relation: RouteRelation, points: readonly Point[], look: Look): Route {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined || before === undefined) throw new RangeError('a line has two ends');
  return {
    points,
    path: roundedPath([...points.slice(0, -1), towards(last, before, underHead)]),
    tone: toneOf(relation),
    ...look,
    haloWidth: 0,
    heads: headAt(last, before, headLength),
    disc: null,
  };
}

/** Right angles, with round corners as far as there is room. */
function roundedPath(points: readonly Point[]): string {
  return points.reduce((path, point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (before === undefined) return `M${at(point)}`;
    if (after === undefined) return `${path}L${at(point)}`;
    const radius = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2);
    return `${path}L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
  }, '');
}

function towards(from: Point, to: Point, by: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = distance(from, to);
  return length === 0 ? from : { x: from.x + (dx / length) * by, y: from.y + (dy / length) * by };
}

/** The lower edge of the lane above a card: of all that is wholly above it. */
export const laneAbove = (box: Box, places: readonly RoutePlace[]): number =>
  places.reduce(
    (lowest, { box: { y, h } }) => (y + h <= box.y ? Math.max(lowest, y + h) : lowest),
    Number.NEGATIVE_INFINITY,
  );
