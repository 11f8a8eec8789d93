import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';

type Get = (id: string) => AnyRecord | undefined;

/** Whether a shape, or something around it, is locked. */
export function isLocked(get: Get, id: string): boolean {
  const seen = new Set<string>();
  for (let shape = get(id); shape?.typeName === 'shape' && !seen.has(shape.id); shape = get(shape.parentId as string)) {
    if (shape.isLocked === true) return true;
    seen.add(shape.id);
  }
  return false;
}

/**
 * Why a participant may not change a record, judged by what stood before the edit.
 * @param before null: there was none
 * @param after null: it is gone, or what came cannot be read
 */
export function refuseParticipant(get: Get, before: AnyRecord | null, after: AnyRecord | null): PutBackReason | null {
  const record = before ?? after;
  if (record === null || isEqualJson(before, after)) return null;
  switch (record.typeName) {
    case 'shape':
      if (before === null) return null;
      if (isLocked(get, before.id)) return 'locked';
      return after !== null && after.isLocked !== before.isLocked ? 'not-yours' : null;
    case 'binding':
      // Everybody may point an arrow at what is locked; an arrow that is locked itself keeps its ends.
      return [before, after].some((side) => side !== null && isLocked(get, side.fromId as string)) ? 'locked' : null;
    default:
      return 'not-yours';
  }
}
