import { cellOf } from '../behaviours/rings-geometry.ts';
import { actorRings, actorWedges } from '../boards/actor-wedges.ts';
import { rectangle } from '../draw.ts';
import type { Box } from '../template.ts';
import { actorsOnMap } from './actors.ts';
import { area, from, stroke, words } from './marks.ts';
import type { DrawView, Mark } from './picture.ts';

/** In frame coordinates; the template draws the same cells and heads them. */
export const heatCell = (wedge: number, ring: number): Box => ({
  x: 296 + 166 * ring,
  y: 247 + 100 * wedge,
  w: 160,
  h: 96,
});

/** The rings in whose absence a kind is missed. */
const middleRings: readonly number[] = [1, 2];

/** How many actors of each kind are in each ring; a kind that the two middle rings do not have is asked after. */
export const balanceHeat: DrawView = ({ view, zone }) => {
  const cells = actorsOnMap(view).map(({ card }) => cellOf(card.fields));
  return actorWedges.flatMap(({ tone }, wedge) => {
    const count = (ring: number): number => cells.filter((cell) => cell.ring === ring && cell.wedge === wedge).length;
    const isMissed = cells.length > 0 && middleRings.every((ring) => count(ring) === 0);
    return actorRings.flatMap((_, ring): Mark[] => {
      const box = from(zone.box, heatCell(wedge, ring));
      const path = rectangle(box.x, box.y, box.w, box.h);
      const found = count(ring);
      if (found > 0)
        return [area(path, tone, 'paper', 2), words(box, `${found}`, 32, { weight: 700, align: 'center' })];
      if (isMissed && middleRings.includes(ring))
        return [stroke(path, 'effect', 3), words(box, '?', 26, { weight: 700, align: 'center', tone: 'effect' })];
      return [words(box, '–', 26, { weight: 700, align: 'center', tone: 'muted' })];
    });
  });
};
