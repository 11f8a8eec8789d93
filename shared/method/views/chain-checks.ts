import { lines } from '../draw.ts';
import { stroke, words } from './marks.ts';
import type { DrawView } from './picture.ts';
import { standingIn } from './standing.ts';

/** The box to tick, in the check's own zone. */
const tickBox = { x: 14, y: 36, w: 34, h: 34 } as const;

/**
 * A tick for a chain that holds: it begins at what happens, asks why at least once, leaves no row out, and everybody has
 * agreed to each card. A question mark for one that leaves a row out.
 */
export const chainChecks: DrawView = ({ view, frame, zone }) => {
  const rows = frame.zones
    .filter(
      ({ layout, box }) => layout === 'single' && box.x === zone.box.x && box.w === zone.box.w && box.y < zone.box.y,
    )
    .sort((a, b) => a.box.y - b.box.y);
  const cards = rows.map(({ id }) => standingIn(view, frame, (one) => one.id === id)[0]?.card);
  const length = cards.findLastIndex((card) => card !== undefined) + 1;
  const chain = cards.slice(0, length);
  if (chain.includes(undefined)) return [words(tickBox, '?', 26, { weight: 700, align: 'center', tone: 'effect' })];
  if (chain.length < 2 || chain.some((card) => card?.fields.status !== 'agreed')) return [];
  const { x, y } = tickBox;
  return [
    stroke(
      lines([
        [x + 6, y + 17],
        [x + 14, y + 26],
        [x + 29, y + 7],
      ]),
      'impact',
      5,
    ),
  ];
};
