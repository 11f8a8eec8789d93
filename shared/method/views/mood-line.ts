import { lines, type Point } from '../draw.ts';
import type { Zone } from '../template.ts';
import type { DrawView, Mark } from './picture.ts';
import { scaleOf, type TimeEntry, timeEntries } from './time-entries.ts';
import { monthLines } from './time-marks.ts';

/** How people felt: one faded dot for each event that says so, without names, and a line through each month's average. */
export const moodLine: DrawView = (input) => {
  const { view, frame, zone } = input;
  const entries = timeEntries(view, frame);
  const scale = scaleOf(entries, frame);
  const { axes } = zone;
  if (scale === null || axes === undefined) return monthLines(input);
  const felt = entries.flatMap((entry) => {
    const mood = moodOf(entry);
    return mood === null ? [] : [{ ...entry, mood }];
  });
  const yOf = heightsOf(axes, zone);
  // What stands on this line itself is its own dot.
  const dots = felt.filter((entry) => entry.zone.id !== zone.id);
  const averages = scale.months.flatMap(({ day, x, w }): Point[] => {
    const moods = felt.filter(({ date }) => date.slice(0, 7) === day.slice(0, 7)).map(({ mood }) => mood);
    if (moods.length === 0) return [];
    return [[x + w / 2 - zone.box.x, yOf(moods.reduce((sum, mood) => sum + mood, 0) / moods.length)]];
  });
  return [
    ...monthLines(input),
    ...dots.map(({ date, mood }): Mark => {
      const x = scale.xOf(date) - zone.box.x;
      return { type: 'disc', x, y: yOf(mood), r: 11, tone: 'lesson', fill: 'paper', strokeWidth: 2 };
    }),
    ...(averages.length > 1
      ? [{ type: 'path', path: lines(averages), tone: 'lesson', fill: 'none', strokeWidth: 7, dash: 'solid' } as const]
      : []),
    ...averages.map(([x, y]): Mark => ({ type: 'disc', x, y, r: 7, tone: 'lesson', fill: 'solid', strokeWidth: 0 })),
  ];
};

const moodOf = ({ card }: TimeEntry): number | null => {
  const { mood } = card.fields;
  return typeof mood === 'number' ? mood : null;
};

const heightsOf =
  ({ plot, min, max }: NonNullable<Zone['axes']>, zone: Zone) =>
  (mood: number): number =>
    plot.y - zone.box.y + ((max - mood) / (max - min)) * plot.h;
