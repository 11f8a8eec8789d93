import { zoneBody } from '../geometry.ts';
import type { Box, Paper } from '../template.ts';
import { gap, inPlaces, type Places } from './arrange.ts';

interface Step {
  readonly w: number;
  readonly h: number;
  readonly textSize: number;
}

/** Smallest sizes of a card in board units, from large to small. A lower one is wider: its text takes as much room. */
const steps: Readonly<Record<Paper, readonly [Step, ...Step[]]>> = {
  A4: [
    { w: 200, h: 150, textSize: 20 },
    { w: 190, h: 112, textSize: 18 },
    { w: 160, h: 82, textSize: 16 },
    { w: 142, h: 92, textSize: 16 },
  ],
  A3: [
    { w: 300, h: 190, textSize: 27 },
    { w: 270, h: 150, textSize: 24 },
    { w: 240, h: 118, textSize: 22 },
    { w: 212, h: 124, textSize: 22 },
  ],
};

/** Cards stretch to fill a row, up to this much; one that has the row to itself takes all of it. */
const stretch = 1.6;

/** Grids of a zone's body by step, without those that hold no more than a larger one. */
export function gridPlaces(body: Box, paper: Paper): readonly Places[] {
  const isLow = steps[paper].every(({ h }) => h > body.h);
  const grids: Places[] = [];
  for (const { w, h, textSize } of steps[paper]) {
    const boxes = cellsOf(body, w, isLow ? body.h : h);
    if (boxes.length > (grids.at(-1)?.boxes.length ?? 0)) grids.push({ boxes, textSize });
  }
  return grids;
}

function cellsOf(body: Box, least: number, h: number): readonly Box[] {
  const columns = Math.max(1, Math.floor((body.w + gap) / (least + gap)));
  const rows = Math.floor((body.h + gap) / (h + gap));
  const share = (body.w - (columns - 1) * gap) / columns;
  const w = Math.floor(columns === 1 ? body.w : Math.min(share, least * stretch));
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: body.x + (index % columns) * (w + gap),
    y: body.y + Math.floor(index / columns) * (h + gap),
    w,
    h,
  }));
}

export const grid = inPlaces('card', (zone, { paper }) => gridPlaces(zoneBody(zone, paper), paper));
