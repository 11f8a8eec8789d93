import type { TLShapeId } from 'tldraw';
import type { BoardView } from '../../../shared/method/board-view.ts';

/** Shapes with everything that means nothing without them: the mirrors and edges of cards. */
export function dependents(view: BoardView, ids: readonly string[]): ReadonlySet<TLShapeId> {
  const all = new Set(ids as readonly TLShapeId[]);
  for (const { shape, card } of view.mirrors) if (all.has(card.id)) all.add(shape.id);
  for (const { id, props } of view.relations) if (all.has(props.from) || all.has(props.to)) all.add(id);
  return all;
}
