import { actorRings, actorWedges } from '../boards/actor-wedges.ts';
import type { Box } from '../template.ts';
import { overlaps } from './arrange.ts';
import { groupBy } from './group.ts';
import {
  angleAt,
  type Cell,
  drawRings,
  type Ellipses,
  ellipsesIn,
  pointAt,
  type Rings,
  radiusAt,
  ringFrom,
  sum,
  wedgeFrom,
} from './rings-geometry.ts';

import { gap, length, spread } from './rings-spread.ts';

export interface Actor {
  readonly id: string;
  readonly cell: Cell;
  /** Where it stands fast, or null for one that is to be placed. */
  readonly pinned: Box | null;
}

export interface RingMap {
  readonly rings: Rings;
  readonly places: ReadonlyMap<string, Box>;
  /** Ids for which there is no room, in order. */
  readonly overflow: readonly string[];
}

const actorSize = { w: 176, h: 64 } as const;
/** More than these are never all shown. */
const mostActors = 36;
/** Of each cell, where not all can be shown. */
const shownOfCell = 3;
const rounds = 60;
/** To the edge of a ring, to the edge of a wedge, to words; board units. */
const [ringAir, wedgeAir, wordAir] = [5, 4, 4];
/** Places are tried so far apart. */
const raster = 6;
const leastDepths = [150, 150, 140, 140] as const;
/** Room along a ring that one actor asks of its wedge. */
const roomOfActor = 190;
const leastNeed = 0.35;

/**
 * Rings and wedges for these actors, and a place for each. A cell that has no room widens its wedge, every third time its
 * ring; where that does not help either, each cell shows three.
 *
 * Pure, and slow enough to remember the last few: what a place means, the layout and the picture ask for the same map.
 * @param actors in the order in which they are placed.
 */
export function mapRings(area: Box, actors: readonly Actor[]): RingMap {
  const key = JSON.stringify([area, actors]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const map = findMap(area, actors);
  remembered.set(key, map);
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
  return map;
}

const remembered = new Map<string, RingMap>();
const mostRemembered = 4;

function findMap(area: Box, actors: readonly Actor[]): RingMap {
  const places = rasterOf(ellipsesIn(area));
  const caps = actors.length > mostActors ? [] : [actors.length];
  for (const cap of [...caps, shownOfCell, 2, 1]) {
    const shown = [...groupBy(actors, ({ cell }) => keyOf(cell)).values()].flatMap((cell) => cell.slice(0, cap));
    const found = makeRoom(area, shown, places);
    if (found === null) continue;
    return { ...found, overflow: actors.filter((actor) => !shown.includes(actor)).map(({ id }) => id) };
  }
  return { rings: drawRings(area, leastDepths, leastNeeds), places: new Map(), overflow: actors.map(({ id }) => id) };
}

const leastNeeds = actorWedges.map(() => leastNeed);
/** The centre is not divided. */
const keyOf = ({ ring, wedge }: Cell): number => (ring === 0 ? 0 : ring * actorWedges.length + wedge);

function makeRoom(area: Box, actors: readonly Actor[], places: readonly Place[]): Omit<RingMap, 'overflow'> | null {
  const cells = groupBy(actors, ({ cell }) => keyOf(cell));
  const perRing = actorRings.map((_, ring) => actors.filter(({ cell }) => cell.ring === ring).length);
  const least: number[] = [...leastDepths];
  const shares = perRing.map((count, ring) =>
    ring === 0 ? Math.max(0.6, count) * 0.5 : Math.max(1, count) / (ring + 0.6),
  );
  const depths = (spare: number): number[] =>
    least.map((depth, ring) => depth + (spare * (shares[ring] ?? 0)) / sum(shares));
  const { radius } = ellipsesIn(area);
  const needs = needsFor(drawRings(area, depths(Math.max(0, radius - sum(least))), leastNeeds), cells);
  for (let round = 0; round < rounds; round++) {
    const rings = drawRings(area, depths(Math.max(0, radius - sum(least))), needs);
    const placed = placeAll(rings, cells, places);
    if (!('ring' in placed)) return { rings, places: placed };
    const { ring, wedge } = placed;
    if (ring === 0 || round % 3 === 2) least[ring] = (least[ring] ?? 0) + 9;
    else needs[wedge] = (needs[wedge] ?? leastNeed) * 1.1;
  }
  return null;
}

/** A wedge is as wide as the ring in which its kind is most crowded. */
function needsFor(rings: Rings, cells: ReadonlyMap<number, readonly Actor[]>): number[] {
  return actorWedges.map((_, wedge) =>
    Math.max(
      leastNeed,
      ...rings.radii.map((outer, ring) => {
        const count = ring === 0 ? 0 : (cells.get(keyOf({ ring, wedge }))?.length ?? 0);
        return (count * roomOfActor) / ((outer + ringFrom(rings, ring)) / 2);
      }),
    ),
  );
}

/** Where an actor may stand, and which rings and wedges hold it there. */
interface Place {
  readonly box: Box;
  /** Nearest and farthest from the centre. */
  readonly near: number;
  readonly far: number;
  /** Angles between which it lies, with the air that it needs. */
  readonly from: number;
  readonly to: number;
}

function rasterOf(ellipses: Ellipses): readonly Place[] {
  const { x, y, ratio, radius } = ellipses;
  const { w, h } = actorSize;
  const places: Place[] = [];
  const [across, down] = [Math.floor((radius * ratio) / raster), Math.floor(radius / raster)];
  for (let row = -down; row <= down; row++)
    for (let column = -across; column <= across; column++) {
      const box = { x: Math.round(x - w / 2) + column * raster, y: Math.round(y - h / 2) + row * raster, w, h };
      const dx = Math.abs(box.x + w / 2 - x);
      const dy = Math.abs(box.y + h / 2 - y);
      const far = length((dx + w / 2) / ratio, dy + h / 2);
      if (far > radius - ringAir) continue;
      const near = length(Math.max(0, dx - w / 2) / ratio, Math.max(0, dy - h / 2));
      places.push({ box, near, far, ...anglesOf(ellipses, box) });
    }
  return places;
}

function anglesOf(ellipses: Ellipses, { x, y, w, h }: Box): { from: number; to: number } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [toX, toY] of [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ] as const) {
    const angle = angleAt(ellipses, toX, toY);
    const air = wedgeAir / Math.max(1, radiusAt(ellipses, toX, toY));
    from = Math.min(from, angle - air);
    to = Math.max(to, angle + air);
  }
  return { from, to };
}

/** @returns the cell that has no room, where there is one. */
function placeAll(
  rings: Rings,
  cells: ReadonlyMap<number, readonly Actor[]>,
  places: readonly Place[],
): ReadonlyMap<string, Box> | Cell {
  const pinned = [...cells.values()].flat().flatMap((actor) => actor.pinned ?? []);
  const free = freePlaces(rings, new Set(cells.keys()), places, pinned);
  const placed = new Map<string, Box>();
  for (const [key, actors] of [...cells].sort(([a], [b]) => a - b)) {
    const [first, ...rest] = actors.filter((actor) => actor.pinned === null);
    if (first === undefined) continue;
    const count = 1 + rest.length;
    const boxes = spread(free.get(key) ?? [], count, middleOf(rings, first.cell));
    if (boxes === null) return first.cell;
    [first, ...rest].forEach(({ id }, index) => {
      const box = boxes[index];
      if (box !== undefined) placed.set(id, box);
    });
  }
  return placed;
}

function middleOf(rings: Rings, { ring, wedge }: Cell): { readonly x: number; readonly y: number } {
  const { ellipses, ends, radii } = rings;
  // Below its title.
  if (ring === 0) return { x: ellipses.x, y: ellipses.y + 14 };
  const angle = ((ends[wedge] ?? 0) + wedgeFrom(rings, wedge)) / 2;
  return pointAt(ellipses, ((radii[ring] ?? 0) + ringFrom(rings, ring)) / 2, angle);
}

function freePlaces(
  rings: Rings,
  wanted: ReadonlySet<number>,
  places: readonly Place[],
  pinned: readonly Box[],
): ReadonlyMap<number, Box[]> {
  const wider = ({ x, y, w, h }: Box, by: number): Box => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by });
  const taken = [
    ...[...rings.pills, ...rings.titles].map((box) => wider(box, wordAir)),
    ...pinned.map((box) => wider(box, gap)),
  ];
  const free = new Map<number, Box[]>([...wanted].map((key) => [key, []]));
  for (const place of places) {
    const ring = ringOf(place, rings.radii);
    const wedge = ring > 0 ? wedgeOf(place, rings.ends) : ring;
    if (wedge < 0) continue;
    const cell = free.get(keyOf({ ring, wedge }));
    if (cell !== undefined && !taken.some((other) => overlaps(place.box, other))) cell.push(place.box);
  }
  return free;
}

/** -1 where it lies across an edge; so does `wedgeOf`. Both run for every place in every round. */
function ringOf({ near, far }: Place, radii: readonly number[]): number {
  let inner = 0;
  for (let ring = 0; ring < radii.length; ring++) {
    const outer = radii[ring] ?? 0;
    if (far <= outer - ringAir) return ring === 0 || near >= inner + ringAir ? ring : -1;
    inner = outer;
  }
  return -1;
}

function wedgeOf({ from, to }: Place, ends: readonly number[]): number {
  let start = 0;
  for (let wedge = 0; wedge < ends.length; wedge++) {
    const end = ends[wedge] ?? 0;
    if (to <= end) return from >= start ? wedge : -1;
    start = end;
  }
  return -1;
}
