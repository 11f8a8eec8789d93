import type { Diff } from '../../shared/board/diff.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';

const metaOf = ({ meta }: AnyRecord): Readonly<Record<string, unknown>> => (meta ?? {}) as Record<string, unknown>;

/** What a template puts on a board for good; its starters are there to be written over. */
const isFurniture = (record: AnyRecord): boolean => {
  const { template, starter } = metaOf(record);
  return template !== undefined && starter === undefined;
};

/** What people make: shapes that are not part of the template. */
export const isContent = (record: AnyRecord): boolean => record.typeName === 'shape' && !isFurniture(record);

/** The board as it was before a change. */
function undone(records: ReadonlyMap<string, AnyRecord>, { added, updated, removed }: Diff) {
  const before = new Map(records);
  for (const id in added) before.delete(id);
  for (const [from] of Object.values(updated)) before.set(from.id, from);
  for (const record of Object.values(removed)) before.set(record.id, record);
  return before;
}

const LOSS_MIN = 10;
const LOSS_SHARE = 0.3;

/**
 * Whether so much goes at once that it may be a mistake: more than 30 % of all records, or of what people made, and at
 * least ten.
 * @returns the board before, null when it is no such loss
 */
export function boardBeforeLoss(
  records: ReadonlyMap<string, AnyRecord>,
  changes: Diff,
): ReadonlyMap<string, AnyRecord> | null {
  const removed = Object.values(changes.removed);
  if (removed.length < LOSS_MIN) return null;
  const before = undone(records, changes);
  const content = [...before.values()].filter(isContent).length;
  const isLoss = removed.length > LOSS_SHARE * before.size || removed.filter(isContent).length > LOSS_SHARE * content;
  return isLoss ? before : null;
}
