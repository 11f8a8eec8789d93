import type { Language } from '../../api/text.ts';
import type { Month } from '../behaviours/time-scale.ts';
import { timeLine } from '../behaviours/time-scale.ts';
import { lines, type Point, rectangle } from '../draw.ts';
import type { DrawView, Mark, Picture, ViewInput } from './picture.ts';
import { scaleOf, type TimeEntry, timeEntries } from './time-entries.ts';

/** Heads above the lines of time; on a line itself where the months begin, and a stem from each card to its day. */
export const timeMarks: DrawView = (input) => (input.zone.layout === 'time' ? drawLine(input) : drawHeads(input));

/** Before anything has a date, in so many equal parts. */
const usualMonths = 4;
const monthWord: Readonly<Record<Language, string>> = { en: 'Month', nl: 'Maand', fr: 'Mois', de: 'Monat' };
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-BE', fr: 'fr-BE', de: 'de-DE' };
/** The narrowest head that a month's name still reads in, in board units. */
const narrowest = 110;
/** From there on the year stands beside the month, in board units. */
const wide = 200;

interface Head {
  readonly x: number;
  readonly w: number;
  readonly text: string;
}

function headsOf({ view, frame, language }: ViewInput): readonly Head[] {
  const scale = scaleOf(timeEntries(view, frame), frame);
  if (scale !== null) return named(scale.months, language);
  const line = timeLine(frame);
  const w = (line?.w ?? 0) / usualMonths;
  return Array.from({ length: line === null ? 0 : usualMonths }, (_, index) => ({
    ...{ x: (line?.x ?? 0) + index * w, w },
    text: `${monthWord[language]} ${index + 1}`,
  }));
}

/** One head for so many months that it can be read. */
function named(months: readonly Month[], language: Language): readonly Head[] {
  const width = (months[0]?.w ?? 0) * 0.95;
  const each = [1, 3, 6, 12].find((count) => count * width >= narrowest) ?? 24;
  const style = each * width >= wide ? ({ month: 'long', year: 'numeric' } as const) : ({ month: 'short' } as const);
  const format = new Intl.DateTimeFormat(locales[language], { ...style, timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(locales[language], { year: 'numeric', timeZone: 'UTC' });
  return months.flatMap(({ day, x }, index): Head[] => {
    if (index % each !== 0) return [];
    const last = months[Math.min(index + each, months.length) - 1];
    const end = last === undefined ? x : last.x + last.w;
    return [{ x, w: end - x, text: (each >= 12 ? year : format).format(new Date(day)) }];
  });
}

function drawHeads(input: ViewInput): Picture {
  const { zone, box, frame } = input;
  const size = frame.paper === 'A3' ? 27 : 19;
  return headsOf(input).flatMap(({ x, w, text }): Mark[] => {
    const at = { x: x - zone.box.x + 2, y: 0, w: w - 6, h: box.h };
    return [
      {
        ...{ type: 'path', path: rectangle(at.x, at.y, at.w, at.h), tone: 'head', fill: 'paper' },
        ...{ strokeWidth: 0, dash: 'solid' },
      },
      {
        ...{ type: 'text', box: { ...at, x: at.x + 10, w: at.w - 20 }, text, size, weight: 700, align: 'left' },
        ...{ tone: 'ink', ink: 'tone' },
      },
    ];
  });
}

/** Where every month but the first begins. */
export function monthLines(input: ViewInput): Picture {
  const { zone, box } = input;
  const [, ...later] = headsOf(input);
  const path = lines(
    ...later.map(({ x }): Point[] => [
      [x - zone.box.x, 6],
      [x - zone.box.x, box.h - 6],
    ]),
  );
  return [{ type: 'path', path, tone: 'line', fill: 'none', strokeWidth: 2, dash: 'solid' }];
}

function drawLine(input: ViewInput): Picture {
  const { zone, view, frame, box } = input;
  const entries = timeEntries(view, frame);
  const scale = scaleOf(entries, frame);
  const own = entries.filter((entry) => entry.zone.id === zone.id);
  const stems = scale === null ? [] : own.map((entry) => stem(entry, scale.xOf(entry.date)));
  const thin = { type: 'path', fill: 'none', strokeWidth: 2, dash: 'solid' } as const;
  return [
    ...monthLines(input),
    ...(stems.length > 0 ? [{ ...thin, path: lines(...stems), tone: 'muted' } as const] : []),
    ...(scale === null
      ? []
      : own.map(({ date }): Mark => {
          const [x, y] = [scale.xOf(date) - zone.box.x, box.h - 5];
          return { type: 'disc', x, y, r: 4, tone: 'muted', fill: 'solid', strokeWidth: 0 };
        })),
  ];
}

/** From the day at the foot of the line up to the card, and aside to it where it had to make room. */
function stem({ box, zone }: TimeEntry, day: number): Point[] {
  const [x, foot] = [day - zone.box.x, zone.box.h - 5];
  const [left, right] = [box.x - zone.box.x, box.x + box.w - zone.box.x];
  const [middle, bottom] = [box.y + box.h / 2 - zone.box.y, box.y + box.h - zone.box.y];
  if (x >= left && x <= right)
    return [
      [x, foot],
      [x, bottom],
    ];
  return [
    [x, foot],
    [x, middle],
    [x < left ? left : right, middle],
  ];
}
