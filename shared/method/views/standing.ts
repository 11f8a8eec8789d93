import type { BoardView, CardView, MirrorView } from '../board-view.ts';
import type { Box, Frame, Zone } from '../template.ts';

/** A written card, or its mirror, in a zone of a frame itself; not on a continuation. */
export interface Standing {
  /** Of the shape that stands here. */
  readonly id: string;
  readonly card: CardView;
  /** In frame coordinates. */
  readonly box: Box;
  readonly pinned: boolean;
  /** As of a layout's item: what was made first comes first. */
  readonly order: string;
}

export function standingIn(view: BoardView, frame: Frame, isWanted: (zone: Zone) => boolean): readonly Standing[] {
  const pages = new Map(view.frames.map(({ shape, page }) => [shape.id, page]));
  const entry = (place: CardView | MirrorView, card: CardView): Standing[] => {
    const { shape, zone, frameShape, centre } = place;
    const isHere = place.frame === frame && zone !== null && isWanted(zone) && !card.isGhost;
    if (!isHere || frameShape === null || (pages.get(frameShape.id) ?? 0) > 0) return [];
    const { w, h, pinned } = shape.props;
    const box = { x: centre.x - frameShape.x - w / 2, y: centre.y - frameShape.y - h / 2, w, h };
    return [{ id: shape.id, card, box, pinned: pinned || shape.isLocked, order: orderOf(shape) }];
  };
  return [
    ...[...view.cards.values()].flatMap((card) => entry(card, card)),
    ...view.mirrors.flatMap((mirror) => entry(mirror, mirror.card)),
  ].sort(byOrder);
}

export const orderOf = ({ index, id }: { readonly index: string; readonly id: string }): string => `${index} ${id}`;
export const byOrder = (a: { readonly order: string }, b: { readonly order: string }): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
