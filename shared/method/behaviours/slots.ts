import { zoneBody } from '../geometry.ts';
import type { Box, Paper } from '../template.ts';
import { gap, inPlaces, type Places } from './arrange.ts';

/** The lowest slot in which a card still says something, in board units. */
const lowest: Readonly<Record<Paper, number>> = { A4: 82, A3: 118 };
const textSizes: Readonly<Record<Paper, { readonly high: number; readonly low: number }>> = {
  A4: { high: 20, low: 18 },
  A3: { high: 27, low: 24 },
};
/** Lower slots have the smaller text, in board units. */
const highSlot = 112;
/** As high as a row of a table is where the zone does not say how many it holds, in board units. */
const rowHeight = 84;
const rowGap = 5;

/** Equal parts of a body below each other. */
function parts({ x, y, w, h }: Box, count: number, between: number): readonly Box[] {
  const each = Math.floor((h - (count - 1) * between) / count);
  return Array.from({ length: count }, (_, index) => ({ x, y: y + index * (each + between), w, h: each }));
}

/** As many slots as the zone is for; a card too many makes all of them lower. */
export const slots = inPlaces('card', (zone, { paper }) => {
  const body = zoneBody(zone, paper);
  const most = Math.max(1, Math.floor((body.h + gap) / (lowest[paper] + gap)));
  const least = Math.min(zone.capacity.cards ?? 1, most);
  return Array.from({ length: most - least + 1 }, (_, more): Places => {
    const boxes = parts(body, least + more, gap);
    const isHigh = (boxes[0]?.h ?? 0) >= highSlot;
    return { boxes, textSize: isHigh ? textSizes[paper].high : textSizes[paper].low };
  });
});

/** Rows of a table over the whole width, as many as the zone has. */
export const rows = inPlaces('row', (zone, { paper }) => [
  { boxes: rowBoxes(zoneBody(zone, paper), zone.capacity.rows), textSize: textSizes[paper].low },
]);

/** @param count by default as many as fit */
export const rowBoxes = (body: Box, count = Math.floor((body.h + rowGap) / (rowHeight + rowGap))): readonly Box[] =>
  parts(body, Math.max(1, count), rowGap);
