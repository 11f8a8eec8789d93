import type { Point } from '../../../shared/board/containment.ts';
import type { BoardView, CardView } from '../../../shared/method/board-view.ts';

/** The card at a point of the page, also where it is shown a second time; the one on top of the others. */
export function cardUnder(view: BoardView, point: Point): CardView | undefined {
  const shown = [
    ...[...view.cards.values()].map((card) => ({ card, shape: card.shape })),
    ...view.mirrors.map(({ card, shape }) => ({ card, shape })),
  ];
  return shown
    .filter(
      ({ shape: { x, y, props } }) => point.x >= x && point.x <= x + props.w && point.y >= y && point.y <= y + props.h,
    )
    .toSorted((a, b) => (a.shape.index > b.shape.index ? -1 : 1))[0]?.card;
}
