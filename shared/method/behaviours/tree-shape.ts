import { flextree } from 'd3-flextree';
import type { Branch } from './tree-forest.ts';

/** Sizes of a node by how many cards have none below them; a node is as wide as all of them leave room for. */
interface NodeSize {
  readonly w: number;
  readonly h: number;
  /** Between siblings; between others half as much again, where there is room. */
  readonly gap: number;
  readonly textSize: number;
}

/** More leaves than these fold, from the deepest lane on. */
export const mostLeaves = 12;

function sizeFor(leaves: number, width: number): NodeSize {
  const share = (gap: number): number => Math.floor((width - (leaves - 1) * gap) / leaves);
  if (leaves <= 7) return { w: Math.min(280, share(20)), h: 166, gap: 20, textSize: 24 };
  if (leaves <= 9) return { w: share(14), h: 168, gap: 14, textSize: 22 };
  return { w: share(9), h: 190, gap: 9, textSize: 22 };
}

export const leavesOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, { children }) => sum + (children.length === 0 ? 1 : leavesOf(children)), 0);

/**
 * What of a tree there is room for. Below the last lane cards fold into the one they hang on. While there are too many
 * leaves, the deepest card that still branches takes its branches in, of equally deep ones the last; then the last cards
 * beside the trunk go.
 */
export function fold(branches: readonly Branch[], lanes: number): readonly Branch[] {
  let shown = cutBelow(branches, lanes - 1);
  while (leavesOf(shown) > mostLeaves) {
    const fullest = deepestFork(shown);
    if (fullest === null) return shown.slice(0, mostLeaves);
    shown = without(shown, fullest);
  }
  return shown;
}

const cutBelow = (branches: readonly Branch[], lastLane: number): readonly Branch[] =>
  branches.flatMap((branch) =>
    branch.lane > lastLane ? [] : [{ ...branch, children: cutBelow(branch.children, lastLane) }],
  );

function deepestFork(branches: readonly Branch[]): Branch | null {
  let found: Branch | null = null;
  for (const branch of branches) {
    const inside = deepestFork(branch.children) ?? (branch.children.length > 1 ? branch : null);
    if (inside !== null && (found === null || inside.lane >= found.lane)) found = inside;
  }
  return found;
}

const without = (branches: readonly Branch[], folded: Branch): readonly Branch[] =>
  branches.map((branch) => ({ ...branch, children: branch === folded ? [] : without(branch.children, folded) }));

/** A card, or with none the root and the empty lanes above a card that hangs on nothing. */
interface Node {
  readonly branch: Branch | null;
  readonly children: readonly Node[];
}

export interface PlacedBranch {
  readonly branch: Branch;
  /** From the left edge of the area. */
  readonly x: number;
}

export interface Shape {
  readonly size: NodeSize;
  readonly placed: readonly PlacedBranch[];
}

/**
 * Tidy tree by contours (van der Ploeg, Drawing non-layered tidy trees in linear time, 2014), in the middle of an area.
 * @param branches with at most `mostLeaves` leaves.
 * @param width of the area.
 */
export function shapeTree(branches: readonly Branch[], width: number): Shape {
  const leaves = leavesOf(branches);
  let size = sizeFor(Math.max(1, leaves), width);
  for (;;) {
    const { placed, extent } = place(branches, size);
    if (extent <= width || size.w <= 1) {
      const left = (width - extent) / 2;
      return { size, placed: placed.map(({ branch, x }) => ({ branch, x: Math.round(left + x) })) };
    }
    size = { ...size, w: size.w - Math.ceil((extent - width) / leaves) };
  }
}

function place(branches: readonly Branch[], { w, gap }: NodeSize): { placed: readonly PlacedBranch[]; extent: number } {
  const toNode = (branch: Branch): Node => ({ branch, children: branch.children.map(toNode) });
  const lowered = (branch: Branch): Node => {
    let node = toNode(branch);
    for (let lane = 0; lane < branch.lane; lane++) node = { branch: null, children: [node] };
    return node;
  };
  const layout = flextree<Node>({
    nodeSize: ({ data }) => [data.branch === null ? 1 : w, 1],
    spacing: (a, b) => (a.parent === b.parent ? gap : gap * 1.5),
  });
  const tree = layout(layout.hierarchy({ branch: null, children: branches.map(lowered) }, ({ children }) => children));
  const placed: PlacedBranch[] = [];
  tree.each(({ data: { branch }, x }) => {
    if (branch !== null) placed.push({ branch, x: x - w / 2 });
  });
  const left = Math.min(...placed.map(({ x }) => x));
  const right = Math.max(...placed.map(({ x }) => x + w));
  return { placed: placed.map(({ branch, x }) => ({ branch, x: x - left })), extent: right - left };
}
