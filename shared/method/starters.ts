import { zoneBody } from './geometry.ts';
import type { Box, Frame, Paper, Starter, Zone } from './template.ts';

/** A starter with its place on the board, in frame coordinates. */
export interface PlacedStarter {
  readonly zone: Zone;
  readonly text: Starter['text'];
  readonly box: Box;
  /** In board units: 18 and 22 are tldraw's sizes s and m, and the smallest that read on A4 and A3. */
  readonly textSize: number;
}

/** A ghost is as large as the card that takes its place, or as what the zone has room for. */
const cardSize: Readonly<Record<Paper, { readonly w: number; readonly h: number }>> = {
  A4: { w: 280, h: 160 },
  A3: { w: 300, h: 190 },
};
/** Layouts that hold one thing, which then fills the body. */
const filling = new Set(['single', 'cell', 'locked']);
const readable: Readonly<Record<Paper, number>> = { A4: 18, A3: 22 };

export const startersOf = (frame: Frame): PlacedStarter[] =>
  frame.zones.flatMap((zone) =>
    (zone.starters ?? ghost(zone)).map(
      ({ text, box, textSize = readable[frame.paper] }): PlacedStarter => ({
        zone,
        text,
        box: box ?? ghostBox(zone, frame.paper),
        textSize,
      }),
    ),
  );

function ghostBox(zone: Zone, paper: Paper): Box {
  const body = zoneBody(zone, paper);
  if (filling.has(zone.layout)) return body;
  const { w, h } = cardSize[paper];
  return { ...body, w: Math.min(body.w, w), h: Math.min(body.h, h) };
}

const ghost = (zone: Zone): Starter[] => {
  const text = zone.prompt ?? zone.title ?? zone.name;
  return text === undefined ? [] : [{ text }];
};
