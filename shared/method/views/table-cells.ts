import { rowBoxes } from '../behaviours/slots.ts';
import { lines, type Point, rectangle } from '../draw.ts';
import { zoneBody } from '../geometry.ts';
import type { CardColumn } from '../template.ts';
import type { DrawView, PathMark } from './picture.ts';
import { rootMarks } from './rooted-in.ts';

/**
 * The empty rows of a table, with a line between two columns: under the cards that fill them. A column that shows no field
 * has what its key impacts are rooted in.
 */
export const tableCells: DrawView = (input) => {
  const { frame, zone } = input;
  const body = zoneBody(zone, frame.paper);
  const [left, top] = [body.x - zone.box.x, body.y - zone.box.y];
  const columns = zone.columns ?? [];
  const edges = edgesOf(columns);
  const cells = rowBoxes(body, zone.capacity.rows).flatMap((row): PathMark[] => {
    const y = row.y - body.y + top;
    const between = edges.map((x): Point[] => [
      [left + x, y],
      [left + x, y + row.h],
    ]);
    const line = { type: 'path', tone: 'line', strokeWidth: 1.5, dash: 'solid' } as const;
    return [
      { ...line, path: rectangle(left, y, row.w, row.h), tone: 'plain', fill: 'paper' },
      { ...line, path: lines(...between), fill: 'none' },
    ];
  });
  const roots = freeColumns(columns).flatMap(({ x, w }) => rootMarks(input, { x: left + x, w }));
  return [...cells, ...roots];
};

/** Wider than the air between two columns, in board units: a column that shows no field. */
const column = 20;

interface Gap {
  readonly x: number;
  readonly w: number;
}

/** Between two columns that show fields. */
function gapsOf(columns: readonly CardColumn[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let end = 0;
  for (const { x, w } of [...columns].sort((a, b) => a.x - b.x)) {
    if (end > 0 && x > end) gaps.push({ x: end, w: x - end });
    end = Math.max(end, x + w);
  }
  return gaps;
}

const freeColumns = (columns: readonly CardColumn[]): readonly Gap[] => gapsOf(columns).filter(({ w }) => w > column);

/** Half-way between two columns; at both sides of a column that no field is shown in. */
const edgesOf = (columns: readonly CardColumn[]): readonly number[] =>
  gapsOf(columns).flatMap(({ x, w }) => (w > column ? [x + 3, x + w - 3] : [x + w / 2]));
