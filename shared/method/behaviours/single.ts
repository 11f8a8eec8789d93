import { zoneBody } from '../geometry.ts';
import { type Frame, type Paper, papers, type Zone } from '../template.ts';
import { inPlaces, type Places } from './arrange.ts';
import { gridPlaces } from './grid.ts';

/** Words in a box of their own grow with it: share of the side of a square that is as large. */
const growth: Readonly<Record<Paper, number>> = { A4: 0.068, A3: 0.13 };
/** In board units. */
const textRange: Readonly<Record<Paper, { readonly min: number; readonly max: number }>> = {
  A4: { min: 18, max: 40 },
  A3: { min: 24, max: 60 },
};

/** One card has the whole body, or the place that the template gives its starter; several share it as in a grid. */
export const single = inPlaces('plain', (zone, frame) => {
  const body = zoneBody(zone, frame.paper);
  return [wholePlace(zone, frame), ...gridPlaces(body, frame.paper).filter(({ boxes }) => boxes.length > 1)];
});

function wholePlace(zone: Zone, { paper }: Frame): Places {
  const [starter] = zone.starters ?? [];
  const box = starter?.box ?? zoneBody(zone, paper);
  const { min, max } = textRange[paper];
  const grown = Math.round(Math.sqrt(box.w * box.h) * growth[paper]);
  return { boxes: [box], textSize: Math.max(starter?.textSize ?? min, Math.min(max, grown)) };
}

/** A form fills its zone; a second one goes to the next page. */
export const form = inPlaces('form', (zone, { paper }) => [
  { boxes: [zoneBody(zone, paper)], textSize: papers[paper].titleSize - 2 },
]);
