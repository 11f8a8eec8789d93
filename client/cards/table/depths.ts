import type { BoardView } from '../../../shared/method/board-view.ts';

/**
 * How many steps of `causes` lie between each cause and the problem that it feeds, the longest way counted; 1 for a direct
 * cause. Causes that lead to no problem have none. A loop is followed once.
 */
export function depthsOf({ cards, relations }: BoardView): ReadonlyMap<string, number> {
  const effects = new Map<string, string[]>();
  for (const { props } of relations) {
    if (props.kind !== 'causes') continue;
    effects.set(props.from, [...(effects.get(props.from) ?? []), props.to]);
  }
  const depths = new Map<string, number | null>();
  const open = new Set<string>();
  const depthOf = (id: string): number | null => {
    if (cards.get(id)?.kind === 'problem') return 0;
    const known = depths.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) return null;
    open.add(id);
    const above = (effects.get(id) ?? []).map(depthOf).filter((depth) => depth !== null);
    open.delete(id);
    const depth = above.length === 0 ? null : Math.max(...above) + 1;
    // What a loop cut short is not kept: it is longer from elsewhere.
    if (open.size === 0 || depth !== null) depths.set(id, depth);
    return depth;
  };
  const found = new Map<string, number>();
  for (const { id, kind } of cards.values()) {
    const depth = kind === 'cause' ? depthOf(id) : null;
    if (depth !== null) found.set(id, depth);
  }
  return found;
}
