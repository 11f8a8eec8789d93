import { keysApart } from '../../../shared/board/order.ts';

interface Slot {
  readonly parentId: string;
  readonly index: string;
}

/**
 * Siblings to which the documents give one index, told apart the way the server does it, the smaller id first. Two people
 * who put something at the same place leave such siblings until the server has answered; tldraw finds no room between
 * them and gives up whatever is done to them.
 */
export interface Order {
  /** The index to show; undefined where it is the document's. */
  indexOf(id: string): string | undefined;
  /**
   * Looks at records again that may have another slot.
   * @returns ids of all that have another index to show than before
   */
  refresh(ids: Iterable<string>): Set<string>;
}

/** @param slotOf where a shape is shown, with the index that it has in the documents */
export function createOrder(slotOf: (id: string) => Slot | undefined): Order {
  const slots = new Map<string, Slot>();
  const indices = new Map<string, Map<string, string>>();
  const shown = new Map<string, ReadonlyMap<string, string>>();

  /** @returns the parents in which something has changed */
  const move = (id: string): readonly string[] => {
    const [before, now] = [slots.get(id), slotOf(id)];
    if (before?.parentId === now?.parentId && before?.index === now?.index) return [];
    if (before !== undefined) indices.get(before.parentId)?.delete(id);
    if (now === undefined) slots.delete(id);
    else {
      slots.set(id, now);
      const siblings = indices.get(now.parentId) ?? new Map<string, string>();
      indices.set(now.parentId, siblings.set(id, now.index));
    }
    return [before, now].flatMap((slot) => slot?.parentId ?? []);
  };

  return {
    indexOf(id) {
      const slot = slots.get(id);
      return slot && shown.get(slot.parentId)?.get(id);
    },
    refresh(ids) {
      const parents = new Set([...ids].flatMap(move));
      const affected = new Set<string>();
      for (const parentId of parents) {
        const siblings = indices.get(parentId) ?? none;
        if (siblings.size === 0) indices.delete(parentId);
        const [before, now] = [shown.get(parentId) ?? none, apart(siblings)];
        if (now.size > 0) shown.set(parentId, now);
        else shown.delete(parentId);
        for (const id of [...before.keys(), ...now.keys()]) if (before.get(id) !== now.get(id)) affected.add(id);
      }
      return affected;
    },
  };
}

const none: ReadonlyMap<string, string> = new Map();

/** @param siblings their indices by id @returns those that need another one */
function apart(siblings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (new Set(siblings.values()).size === siblings.size) return none;
  const sorted = [...siblings].sort(([a, left], [b, right]) => (left < right || (left === right && a < b) ? -1 : 1));
  const keys = keysApart(sorted.map(([, index]) => index));
  const changed = new Map<string, string>();
  for (const [place, key] of keys.entries()) {
    const [id, index] = sorted[place] ?? [];
    if (id !== undefined && index !== key) changed.set(id, key);
  }
  return changed;
}
