import { compareOrder } from './arrange.ts';
import type { Item } from './behaviour.ts';
import { groupBy } from './group.ts';

/** Of item to item. */
export interface Link {
  readonly child: string;
  readonly parent: string;
  readonly order: string;
}

/** An item with all that is drawn below it. */
export interface Branch {
  readonly item: Item;
  /** From 0 beside the trunk. */
  readonly lane: number;
  readonly children: readonly Branch[];
}

/**
 * Items as they hang on each other: the lane of one is the longest chain from it to the trunk, and with two parents it is
 * drawn under the deeper one, of equally deep ones under the one that it was first linked to. A link that would close a loop counts
 * for nothing.
 * @param trunk ids of what everything hangs on.
 * @param ownLane where an item stays as long as it hangs on nothing.
 * @returns what hangs on the trunk or on nothing.
 */
export function growForest(
  items: readonly Item[],
  links: readonly Link[],
  trunk: ReadonlySet<string>,
  ownLane: (item: Item) => number,
): readonly Branch[] {
  const sorted = [...items].sort(compareOrder);
  const { laneOf, parentOf } = hang(sorted, links, trunk, ownLane);
  const childrenOf = groupBy(sorted, ({ id }) => parentOf.get(id) ?? null);
  const grow = (item: Item): Branch => ({
    item,
    lane: laneOf.get(item.id) ?? 0,
    children: (childrenOf.get(item.id) ?? []).map(grow),
  });
  return (childrenOf.get(null) ?? []).map(grow);
}

const byOrder = (a: Link, b: Link): number => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

interface Hanging {
  readonly laneOf: ReadonlyMap<string, number>;
  /** Without what hangs on the trunk. */
  readonly parentOf: ReadonlyMap<string, string>;
}

function hang(
  sorted: readonly Item[],
  links: readonly Link[],
  trunk: ReadonlySet<string>,
  ownLane: (item: Item) => number,
): Hanging {
  const rank = new Map(sorted.map(({ id }, index) => [id, index]));
  const rankOf = (id: string): number => rank.get(id) ?? -1;
  const parents = groupBy(
    links.filter(({ parent }) => rank.has(parent) || trunk.has(parent)),
    ({ child }) => child,
  );
  const laneOf = new Map<string, number>();
  const parentOf = new Map<string, string>();
  const open = new Set<string>();
  const visit = (item: Item): number => {
    const known = laneOf.get(item.id);
    if (known !== undefined) return known;
    open.add(item.id);
    let lane = -1;
    for (const { parent } of (parents.get(item.id) ?? []).sort(byOrder)) {
      const next = sorted[rankOf(parent)];
      if (open.has(parent)) continue;
      const below = next === undefined ? 0 : visit(next) + 1;
      if (below <= lane) continue;
      lane = below;
      if (next !== undefined) parentOf.set(item.id, parent);
    }
    open.delete(item.id);
    if (lane === -1) lane = ownLane(item);
    laneOf.set(item.id, lane);
    return lane;
  };
  for (const item of sorted) visit(item);
  return { laneOf, parentOf };
}

/** Everything that hangs on this, by whatever way, without itself. */
export function hangingOn(id: string, links: readonly Link[]): ReadonlySet<string> {
  const childrenOf = groupBy(links, ({ parent }) => parent);
  const found = new Set<string>();
  const visit = (parent: string): void => {
    for (const { child } of childrenOf.get(parent) ?? []) {
      if (found.has(child)) continue;
      found.add(child);
      visit(child);
    }
  };
  visit(id);
  return found;
}
