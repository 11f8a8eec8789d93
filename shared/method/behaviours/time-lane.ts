import { fieldTypes } from '../cards/fields.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Frame, Paper, Zone } from '../template.ts';
import { centreY, gap } from './arrange.ts';
import type { Item } from './behaviour.ts';

/** One line of time: rows that events fill, or one row for each value of a field. */

export interface Step {
  readonly w: number;
  readonly h: number;
  readonly textSize: number;
}
type Steps = readonly [large: Step, small: Step];

/** Sizes of an event, the second for a time in which much happened. In board units. */
const eventSteps: Readonly<Record<Paper, Steps>> = {
  A4: [
    { w: 180, h: 72, textSize: 17 },
    { w: 142, h: 56, textSize: 16 },
  ],
  A3: [
    { w: 250, h: 98, textSize: 24 },
    { w: 190, h: 70, textSize: 22 },
  ],
};
/** Of what stands at a value, one row for each; as high as the value's share of the line at most. */
const valueSteps: Readonly<Record<Paper, Steps>> = {
  A4: [
    { w: 110, h: 34, textSize: 16 },
    { w: 60, h: 34, textSize: 16 },
  ],
  A3: [
    { w: 150, h: 46, textSize: 22 },
    { w: 80, h: 46, textSize: 22 },
  ],
};
export const stepsOf = (zone: Zone, { paper }: Frame): Steps =>
  (zone.axes === undefined ? eventSteps : valueSteps)[paper];

/** Free at both ends of a line, and below its lowest row for the foot of a stem. In board units. */
const inset = 8;

/** For the values at the left of a line that has them, in board units. */
const valueRoom = 44;

/** Where a card of this width may begin. */
export function clampStart(x: number, zone: Zone, { paper }: Frame, w: number): number {
  const body = zoneBody(zone, paper);
  const left = body.x + inset + (zone.axes === undefined ? 0 : valueRoom);
  return Math.max(left, Math.min(x, body.x + body.w - inset - w));
}

/** The rows that an item may stand in, from the top. */
function topsFor({ fields }: Pick<Item, 'fields'>, zone: Zone, frame: Frame, { h }: Step): readonly number[] {
  const body = zoneBody(zone, frame.paper);
  const { axes } = zone;
  if (axes === undefined) {
    const rows = Math.max(1, Math.floor((body.h - inset + gap) / (h + gap)));
    return Array.from({ length: rows }, (_, row) => body.y + row * (h + gap));
  }
  const held = fields[axes.y];
  const value = typeof held === 'number' ? held : (axes.min + axes.max) / 2;
  const middle = axes.plot.y + ((axes.max - value) / (axes.max - axes.min)) * axes.plot.h;
  return [Math.max(body.y, Math.min(Math.round(middle - h / 2), body.y + body.h - h))];
}

/** What the height of an item in a line with values says. */
export function valueAt({ box }: Item, { axes }: Zone): Item['fields'] {
  if (axes === undefined) return {};
  const type = Object.entries(fieldTypes).find(([name]) => name === axes.y)?.[1];
  const step = type?.type === 'score' ? type.step : 1;
  const value = axes.max - ((centreY(box) - axes.plot.y) / axes.plot.h) * (axes.max - axes.min);
  return { [axes.y]: Math.max(axes.min, Math.min(axes.max, Math.round(value / step) * step)) };
}

/** A line while it is filled. */
export class Lane {
  readonly #zone: Zone;
  readonly #frame: Frame;
  readonly #step: Step;
  readonly #taken: Box[];

  constructor(zone: Zone, frame: Frame, step: Step, taken: readonly Box[]) {
    this.#zone = zone;
    this.#frame = frame;
    this.#step = step;
    this.#taken = [...taken];
  }

  /** The free place nearest to where it should begin, in a row as high as possible; to the right before to the left. */
  find(item: Pick<Item, 'fields'>, wish: number): Box | null {
    const { w, h } = this.#step;
    const start = clampStart(wish, this.#zone, this.#frame, w);
    const cost = (x: number): number => 2 * Math.abs(x - start) + (x < start ? 1 : 0);
    let best: Box | null = null;
    for (const y of topsFor(item, this.#zone, this.#frame, this.#step)) {
      const others = this.#taken.filter((box) => box.y < y + h && y < box.y + box.h);
      for (const x of [start, ...others.flatMap((box) => [box.x + box.w + gap, box.x - gap - w])]) {
        const isFree = others.every((box) => x >= box.x + box.w + gap || x + w + gap <= box.x);
        const isWithin = x === clampStart(x, this.#zone, this.#frame, w);
        if (isFree && isWithin && (best === null || cost(x) < cost(best.x))) best = { x, y, w, h };
      }
    }
    return best;
  }

  take(box: Box): void {
    this.#taken.push(box);
  }
}
