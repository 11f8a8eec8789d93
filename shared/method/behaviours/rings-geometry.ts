import { actorRings, actorWedges } from '../boards/actor-wedges.ts';
import type { Fields, fieldTypes } from '../cards/fields.ts';
import type { Box } from '../template.ts';
import { overlaps } from './arrange.ts';

/** Where a card stands on the map, by its fields. */
export interface Cell {
  /** Of `actorRings`. */
  readonly ring: number;
  /** Of `actorWedges`; in the centre it says nothing about the place. */
  readonly wedge: number;
}

/** Who says neither how near nor of what kind stands outside, among the others. */
export const cellOf = ({ map_ring, org_type }: Fields): Cell => ({
  ring: indexOr(
    actorRings.findIndex(({ id }) => id === map_ring),
    actorRings.length - 1,
  ),
  wedge: indexOr(
    actorWedges.findIndex(({ letter }) => letter === org_type),
    actorWedges.length - 1,
  ),
});
const indexOr = (index: number, other: number): number => (index < 0 ? other : index);

export const fieldsOf = ({ ring, wedge }: Cell): MapFields => {
  const [map_ring, org_type] = [actorRings[ring]?.id ?? 'wider', actorWedges[wedge]?.letter ?? 'O'];
  return ring === 0 ? { map_ring } : { map_ring, org_type };
};
interface MapFields {
  readonly map_ring: (typeof fieldTypes.map_ring.values)[number];
  readonly org_type?: (typeof fieldTypes.org_type.values)[number];
}

/** Ellipses about one centre, all of one form. Radii are half heights; times `ratio`, half widths. Board units. */
export interface Ellipses {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  /** Of the outermost ring. */
  readonly radius: number;
}

/** What a zone leaves for the rings: names of kinds stand on the rim. */
export function ellipsesIn({ x, y, w, h }: Box): Ellipses {
  const radius = h / 2 - 42;
  return { x: x + w / 2, y: y + h / 2, ratio: (w / 2 - 44) / radius, radius };
}

/** Rings and wedges as they are for so many actors. */
export interface Rings {
  readonly ellipses: Ellipses;
  /** Outer radius of each ring, from the inside out. */
  readonly radii: readonly number[];
  /** Where each wedge ends, in radians clockwise from `firstAngle`; each starts where the one before ends. */
  readonly ends: readonly number[];
  /** Names of the kinds, on the rim. */
  readonly pills: readonly Box[];
  /** Names of the rings, on the upper axis. */
  readonly titles: readonly Box[];
}

/** Direction in which the first wedge starts, clockwise from the right. */
const firstAngle = (-118 * Math.PI) / 180;
const fullTurn = 2 * Math.PI;
const leastWedge = (25 * Math.PI) / 180;

export const wedgeFrom = ({ ends }: Rings, wedge: number): number => ends[wedge - 1] ?? 0;
export const ringFrom = ({ radii }: Rings, ring: number): number => radii[ring - 1] ?? 0;

/** Direction of a point in the plane where the ellipses are circles, from 0 to a full turn after `firstAngle`. */
export function angleAt({ x, y, ratio }: Ellipses, toX: number, toY: number): number {
  const angle = Math.atan2(toY - y, (toX - x) / ratio) - firstAngle;
  return ((angle % fullTurn) + fullTurn) % fullTurn;
}
export const radiusAt = ({ x, y, ratio }: Ellipses, toX: number, toY: number): number =>
  Math.hypot((toX - x) / ratio, toY - y);

/** The cell of a point; what is outside of all rings counts to the outermost. */
export function cellAt({ ellipses, radii, ends }: Rings, x: number, y: number): Cell {
  const [radius, angle] = [radiusAt(ellipses, x, y), angleAt(ellipses, x, y)];
  return {
    ring: indexOr(
      radii.findIndex((outer) => radius <= outer),
      radii.length - 1,
    ),
    wedge: indexOr(
      ends.findIndex((end) => angle <= end),
      ends.length - 1,
    ),
  };
}

export function pointAt({ x, y, ratio }: Ellipses, radius: number, angle: number): { x: number; y: number } {
  const direction = angle + firstAngle;
  return { x: x + radius * ratio * Math.cos(direction), y: y + radius * Math.sin(direction) };
}

/**
 * @param depths of the rings from the inside out; scaled so that together they reach the rim.
 * @param needs what each wedge asks for, in radians; scaled so that together they make a full turn.
 */
export function drawRings(area: Box, depths: readonly number[], needs: readonly number[]): Rings {
  const ellipses = ellipsesIn(area);
  const scale = ellipses.radius / sum(depths);
  const radii = depths.map((_, ring) => sum(depths.slice(0, ring + 1)) * scale);
  const widths = widthsFor(needs);
  const ends = widths.map((_, wedge) => sum(widths.slice(0, wedge + 1)));
  const pills = ends.map((end, wedge) => pillAt(area, ellipses, wedge, (end + (ends[wedge - 1] ?? 0)) / 2));
  return { ellipses, radii, ends, pills, titles: titlesFor(ellipses, radii, pills) };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** In proportion to the needs, but never narrower than `leastWedge`. */
function widthsFor(needs: readonly number[]): readonly number[] {
  let widths = needs.map((need) => (need / sum(needs)) * fullTurn);
  for (;;) {
    const isNarrow = widths.map((width) => width <= leastWedge);
    const rest = fullTurn - leastWedge * isNarrow.filter(Boolean).length;
    const wide = sum(widths.filter((_, wedge) => !isNarrow[wedge]));
    const next = widths.map((width, wedge) => (isNarrow[wedge] ? leastWedge : (width / wide) * rest));
    if (next.every((width, wedge) => Math.abs(width - (widths[wedge] ?? 0)) < 1e-9)) return next;
    widths = next;
  }
}

const pillHeight = 44;
/** What the longest name of each kind takes in any language, with its letter. */
const pillWidths = [204, 266, 216, 302, 180, 168, 192, 144] as const;

function pillAt(area: Box, ellipses: Ellipses, wedge: number, angle: number): Box {
  const [w, h] = [pillWidths[wedge] ?? 180, pillHeight];
  const { x, y } = pointAt(ellipses, ellipses.radius, angle);
  const direction = angle + firstAngle;
  const left = x + Math.cos(direction) * (w / 2 - 20) - w / 2;
  const top = y + Math.sin(direction) * (h / 2) - h / 2;
  const clamp = (at: number, from: number, to: number): number => Math.round(Math.min(Math.max(at, from), to));
  return {
    x: clamp(left, area.x + 8, area.x + area.w - w - 8),
    y: clamp(top, area.y + 6, area.y + area.h - h - 6),
    w,
    h,
  };
}

const titleSize = { w: 230, h: 34 } as const;

/** Below the upper edge of each ring; the outermost below the pill that stands there. */
function titlesFor({ x, y }: Ellipses, radii: readonly number[], pills: readonly Box[]): readonly Box[] {
  return radii.map((radius, ring) => {
    const { w, h } = titleSize;
    const box = { x: Math.round(x - w / 2), y: Math.round(y - radius + (ring === 0 ? 8 : 4)), w, h };
    const pill = pills.find((other) => overlaps({ ...box, x: box.x - 6, w: w + 12 }, other));
    return pill === undefined ? box : { ...box, y: pill.y + pill.h + 4 };
  });
}
