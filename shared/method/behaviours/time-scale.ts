import { zoneBody } from '../geometry.ts';
import type { Box, Frame } from '../template.ts';

/** Days, `2027-03-17`, on a line from the left to the right. */

const dayMs = 86_400_000;
/** Free at both ends of the line, in board units. */
const margin = 8;

export interface Month {
  /** First day of it. */
  readonly day: string;
  readonly x: number;
  readonly w: number;
}

export interface TimeScale {
  /** Whole months, from the first date to the last. */
  readonly months: readonly Month[];
  xOf(day: string): number;
  /** The nearest day within the months. */
  dayAt(x: number): string;
}

const monthOf = (day: string): number => {
  const date = new Date(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const startOf = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** @returns null while nothing has a date. */
export function timeScale(days: readonly string[], line: { readonly x: number; readonly w: number }): TimeScale | null {
  const months = days.filter((day) => !Number.isNaN(Date.parse(day))).map(monthOf);
  if (months.length === 0) return null;
  const first = months.reduce((a, b) => Math.min(a, b));
  const last = months.reduce((a, b) => Math.max(a, b));
  const [start, end] = [startOf(first), startOf(last + 1)];
  const [left, width] = [line.x + margin, line.w - 2 * margin];
  const xAt = (ms: number): number => left + ((ms - start) / (end - start)) * width;
  return {
    months: Array.from({ length: last - first + 1 }, (_, index) => {
      const from = startOf(first + index);
      return { day: dayOf(from), x: xAt(from), w: xAt(startOf(first + index + 1)) - xAt(from) };
    }),
    xOf: (day) => Math.round(xAt(Date.parse(day))),
    dayAt: (x) => {
      const ms = start + ((x - left) / width) * (end - start);
      return dayOf(Math.min(end - dayMs, Math.max(start, Math.round(ms / dayMs) * dayMs)));
    },
  };
}

/** The lines of a frame have one scale: the body of its first one. */
export function timeLine(frame: Frame): Box | null {
  const zone = frame.zones.find(({ layout }) => layout === 'time');
  return zone === undefined ? null : zoneBody(zone, frame.paper);
}
