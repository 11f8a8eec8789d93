import { groupBy } from '../behaviours/group.ts';
import type { CardView } from '../board-view.ts';
import type { HelpBoard } from './help-board.ts';

/**
 * Levels below the problem of every cause that reaches it, by the shortest way; direct causes are at 1. The problem may
 * still be an invitation, and an empty card is a level of its own.
 */
export function depthsOf({ view }: HelpBoard): ReadonlyMap<string, number> {
  const into = groupBy(
    view.relations.filter(({ props }) => props.kind === 'causes'),
    ({ props }) => props.to as string,
  );
  const depths = new Map<string, number>();
  let level: readonly string[] = [...view.cards.values()].filter(({ kind }) => kind === 'problem').map(({ id }) => id);
  for (let depth = 1; level.length > 0; depth++) {
    const next = level.flatMap((id) => (into.get(id) ?? []).map(({ props }) => props.from as string));
    level = [...new Set(next)].filter((id) => !depths.has(id));
    for (const id of level) depths.set(id, depth);
  }
  return depths;
}

/** Cards that somebody hung another one on, with words or still without; the template's invitations do not count. */
export const parentsOf = ({ view }: HelpBoard): ReadonlySet<string> =>
  new Set(
    view.relations
      .filter(({ props }) => props.kind === 'causes' && view.cards.get(props.from)?.isGhost === false)
      .map(({ props }) => props.to as string),
  );

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
