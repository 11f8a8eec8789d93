import { zoneBody } from './geometry.ts';
import type { Box, Frame, Paper, Starter, Zone } from './template.ts';

/** A starter with the place and form it gets on the board; the box is in frame coordinates. */
export interface PlacedStarter {
  readonly zone: Zone;
  readonly text: Starter['text'];
  readonly form: 'note' | 'box';
  readonly box: Box;
  /** In board units: 18 and 22 are tldraw's sizes s and m, and the smallest that read on A4 and A3. */
  readonly textSize: number;
}

/** Side of a tldraw note. */
const noteSize = 200;
/** In a low lane a box is a card wide, not the whole lane. */
const laneBoxWidth = 280;
/** Layouts that hold one thing, which then fills the body. */
const filling = new Set(['single', 'cell', 'locked']);
const readable: Readonly<Record<Paper, number>> = { A4: 18, A3: 22 };

export const startersOf = (frame: Frame): PlacedStarter[] =>
  frame.zones.flatMap((zone) => {
    const body = zoneBody(zone, frame.paper);
    return (zone.starters ?? ghost(zone)).map(({ text, box, textSize = readable[frame.paper] }): PlacedStarter => {
      if (box !== undefined) return { zone, text, form: 'box', box, textSize };
      const notes = !filling.has(zone.layout) && body.w >= noteSize && body.h >= noteSize;
      const own = notes
        ? { ...body, w: noteSize, h: noteSize }
        : { ...body, w: filling.has(zone.layout) || body.w < laneBoxWidth * 1.5 ? body.w : laneBoxWidth };
      return { zone, text, form: notes ? 'note' : 'box', box: own, textSize };
    });
  });

const ghost = (zone: Zone): Starter[] => {
  const text = zone.prompt ?? zone.title ?? zone.name;
  return text === undefined ? [] : [{ text }];
};
