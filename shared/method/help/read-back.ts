import type { RelationShape } from '../../board/card-shapes.ts';
import type { BoardView, CardView } from '../board-view.ts';

/** One link of a chain: what causes, and what comes of it. */
export interface ChainLink {
  readonly from: CardView;
  readonly to: CardView;
  readonly relation: RelationShape;
}

/** RCT-11: from a cause up to the problem, by the first edge of each card where there are several. */
export function readBack(view: BoardView, cardId: string): readonly ChainLink[] {
  const links: ChainLink[] = [];
  const seen = new Set<string>();
  let current = view.cards.get(cardId);
  while (current !== undefined && !seen.has(current.id)) {
    const from: CardView = current;
    seen.add(from.id);
    const [relation] = view.relations
      .filter(({ props }) => props.kind === 'causes' && props.from === from.id)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const to: CardView | undefined = relation === undefined ? undefined : view.cards.get(relation.props.to);
    if (relation === undefined || to === undefined) break;
    links.push({ from, to, relation });
    current = to;
  }
  return links;
}
