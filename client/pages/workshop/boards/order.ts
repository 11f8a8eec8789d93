import type { Board } from '../../../../shared/api/workshops.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';

/**
 * Lists show a part of all boards (those of a step), the order is one of all.
 * @param boards all, in their order.
 * @returns the board that `moved` has to stand before so that it comes right beside `other`; null for the end.
 */
export function beforeWhich(
  boards: readonly Pick<Board, 'id'>[],
  moved: BoardId,
  side: 'before' | 'after',
  other: BoardId,
): BoardId | null {
  if (side === 'before') return other;
  const rest = boards.filter(({ id }) => id !== moved);
  return rest[rest.findIndex(({ id }) => id === other) + 1]?.id ?? null;
}
