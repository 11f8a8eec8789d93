import { centreX, centreY } from '../behaviours/arrange.ts';
import { axesOf, pointOf, trueScores } from '../behaviours/matrix.ts';
import { lines } from '../draw.ts';
import { disc, stroke } from './marks.ts';
import type { DrawView, Mark } from './picture.ts';
import { standingIn } from './standing.ts';

/** A card farther from its scores has a line to them. */
const moved = 10;

/** Where the scores of each card are, and which card they are of where it stands elsewhere to make room. */
export const matrixMarks: DrawView = ({ view, frame, zone }) => {
  const axes = axesOf(zone);
  if (axes === null) return [];
  const standing = standingIn(view, frame, ({ id }) => id === zone.id).flatMap(({ card, box }) => {
    const scores = trueScores(axes, card.fields);
    return scores === null ? [] : [{ scores: pointOf(axes, scores), box }];
  });
  const { x: left, y: top } = zone.box;
  return [
    ...standing.flatMap(({ scores, box }): Mark[] => {
      const [x, y] = [centreX(box), centreY(box)];
      if (Math.hypot(x - scores.x, y - scores.y) <= moved) return [];
      return [
        stroke(
          lines([
            [scores.x - left, scores.y - top],
            [x - left, y - top],
          ]),
          'cause',
          1.5,
        ),
      ];
    }),
    ...standing.map(({ scores: { x, y } }) => disc(x - left, y - top, 5, 'cause')),
  ];
};
