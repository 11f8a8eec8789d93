import type { BoardView } from '../board-view.ts';
import { byOrder, type Standing, standingIn } from './standing.ts';

/** Actors that stand on a map, each once. */
export function actorsOnMap(view: BoardView): readonly Standing[] {
  const found = new Map<string, Standing>();
  for (const { frame } of view.frames)
    for (const standing of standingIn(view, frame, ({ layout }) => layout === 'rings'))
      if (standing.card.kind === 'actor' && !found.has(standing.card.id)) found.set(standing.card.id, standing);
  return [...found.values()].sort(byOrder);
}
