import type { CardShape, RelationShape } from '../card-shapes.ts';

/** Where a card hangs in the tree of causes and effects. */
export interface TreePlace {
  /** The card above it towards the problem: of several the nearest to it, then the smallest id. */
  readonly parentId: string | null;
  /** Steps from the problem, which has 0; null where no way leads to one, as for drafts of it. */
  readonly depth: number | null;
}

/** The end of a relation that hangs on the other, and the other one; null for one that makes no tree. */
function branchOf({ props: { kind, from, to } }: RelationShape): readonly [child: string, parent: string] | null {
  switch (kind) {
    case 'causes':
      return [from, to];
    case 'leads_to':
      return [to, from];
    case 'feeds_back':
    case 'relates':
    case 'rooted_in':
      return null;
  }
}

/** Ends on every tree, also on one with circles. */
export function createTree(
  cards: readonly CardShape[],
  relations: readonly RelationShape[],
): (id: string) => TreePlace {
  const children = new Map<string, string[]>();
  const parents = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, key: string, value: string) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [value]);
    else known.push(value);
  };
  for (const relation of relations) {
    const branch = branchOf(relation);
    if (branch === null) continue;
    note(children, branch[1], branch[0]);
    note(parents, branch[0], branch[1]);
  }
  const isProblem = ({ id, props }: CardShape): boolean =>
    props.kind === 'problem' && (children.has(id) || parents.has(id));
  const depths = new Map(cards.filter(isProblem).map(({ id }) => [id as string, 0]));
  // Grows while it is gone through, the nearest first.
  for (const [id, depth] of depths)
    for (const child of children.get(id) ?? []) if (!depths.has(child)) depths.set(child, depth + 1);
  const far = (id: string): number => depths.get(id) ?? Number.POSITIVE_INFINITY;
  const isNearer = (a: string, b: string): boolean => (far(a) === far(b) ? a < b : far(a) < far(b));
  return (id) => {
    const depth = depths.get(id) ?? null;
    const above = depth === 0 ? [] : (parents.get(id) ?? []);
    const [first, ...others] = above;
    return { depth, parentId: others.reduce((a, b) => (a !== undefined && isNearer(a, b) ? a : b), first) ?? null };
  };
}
