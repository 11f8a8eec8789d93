import type { CardView } from '../board-view.ts';
import type { HelpBoard } from './help-board.ts';

/** Levels below the problem of every cause that reaches it, by the shortest way; direct causes are at 1. */
export function depthsOf(board: HelpBoard): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  let level = board.ofKind('problem').filter((card) => board.sources(card, 'causes').length > 0);
  for (let depth = 1; level.length > 0; depth++) {
    const next = level.flatMap((card) => board.sources(card, 'causes')).filter(({ id }) => !depths.has(id));
    for (const { id } of next) depths.set(id, depth);
    level = next;
  }
  return depths;
}

/** The problem as it was agreed on: where it is, or where its tree hangs on it. */
export const trunksOf = (board: HelpBoard): readonly CardView[] =>
  board
    .ofKind('problem')
    .filter(
      (card) =>
        board.isIn(card, 'tree/trunk') ||
        board.isIn(card, 'problem/result') ||
        board.sources(card, 'causes').length > 0,
    );

/** Direct causes that a cause leads to, itself among them; empty for one that hangs on nothing. */
function branchesOf(board: HelpBoard, card: CardView): ReadonlySet<string> {
  const branches = new Set<string>();
  const seen = new Set<string>([card.id]);
  const open = [card];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const parent of board.targets(current, 'causes')) {
      if (parent.kind !== 'cause') branches.add(current.id);
      if (seen.has(parent.id)) continue;
      seen.add(parent.id);
      open.push(parent);
    }
  }
  return branches;
}

/** Whether two causes hang in branches that do not meet before the problem. */
export function areTwoBranches(board: HelpBoard, one: CardView, other: CardView): boolean {
  if (one.kind !== 'cause' || other.kind !== 'cause') return false;
  const [first, second] = [branchesOf(board, one), branchesOf(board, other)];
  return first.size > 0 && second.size > 0 && ![...first].some((branch) => second.has(branch));
}
