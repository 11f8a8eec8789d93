import type { AnyRecord } from '../../../shared/board/groups.ts';
import { indexKeyAbove, indexKeysBetween, isFarUp, keysApart } from '../../../shared/board/order.ts';
import type { Place } from '../../../shared/board/place.ts';
import type { Ledger } from './ledger.ts';

/** Questions about the tree of shapes. All of them end also on a tree that is damaged. */

type Get = (id: string) => AnyRecord | undefined;

export const placeOf = (shape: AnyRecord): Place => ({
  x: shape.x as number,
  y: shape.y as number,
  rotation: shape.rotation as number,
});

/** Ids of what a shape is in, from the inside: shapes, then the page where there is one. A circle is gone round once. */
export function ancestorsOf(get: Get, id: string): string[] {
  const chain: string[] = [];
  const seen = new Set([id]);
  for (let shape = get(id); shape?.typeName === 'shape'; ) {
    const parentId = shape.parentId as string;
    chain.push(parentId);
    if (seen.has(parentId)) break;
    seen.add(parentId);
    shape = get(parentId);
  }
  return chain;
}

/** @returns undefined for what is on no page */
export function pageOf(get: Get, id: string): string | undefined {
  const last = ancestorsOf(get, id).at(-1);
  return last !== undefined && get(last)?.typeName === 'page' ? last : undefined;
}

/** The page that counts where none is named. */
export function firstPage(ledger: Ledger): string | undefined {
  let first: AnyRecord | undefined;
  for (const id of ledger.pages) {
    const record = ledger.get(id);
    if (record === undefined) continue;
    if (first === undefined || compareOrder(record, first) < 0) first = record;
  }
  return first?.id;
}

function compareOrder(a: AnyRecord, b: AnyRecord): number {
  const [left, right] = [String(a.index), String(b.index)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * A shape and everything in it, parents first.
 * @param known is left out, with what is in it, and added to
 */
export function subtreeOf(ledger: Ledger, id: string, known: Set<string> = new Set()): string[] {
  if (known.has(id)) return [];
  known.add(id);
  const found = [id];
  for (const shape of found) {
    for (const child of ledger.childrenOf(shape)) {
      if (known.has(child)) continue;
      known.add(child);
      found.push(child);
    }
  }
  return found;
}

/** The same ids, each behind those of its ancestors that are among them. */
export function parentsFirst(ledger: Ledger, ids: ReadonlySet<string>): string[] {
  const ordered: string[] = [];
  const seen = new Set<string>();
  for (const id of ids) {
    const chain: string[] = [];
    for (let at: unknown = id; typeof at === 'string' && ids.has(at) && !seen.has(at); at = ledger.get(at)?.parentId) {
      seen.add(at);
      chain.push(at);
    }
    ordered.push(...chain.reverse());
  }
  return ordered;
}

/** Children of a parent as they lie on each other. */
const siblingsIn = (ledger: Ledger, parentId: string): AnyRecord[] =>
  [...ledger.childrenOf(parentId)]
    .map(ledger.get)
    .filter((shape) => shape !== undefined)
    .sort(compareOrder);

/** Index above everything in a parent. @param without children that do not count */
export function indexOnTop(ledger: Ledger, parentId: string, without: ReadonlySet<string> = new Set()): string {
  let top: string | null = null;
  for (const id of ledger.childrenOf(parentId)) {
    if (without.has(id)) continue;
    const index = String(ledger.get(id)?.index);
    if (top === null || index > top) top = index;
  }
  return top === null ? 'a1' : indexKeyAbove(top);
}

/**
 * Whoever puts a shape beyond any number of places puts it right above the others in its parent: no key would be left above it
 * for what others put there.
 * @param ids of what came
 * @returns the shapes that come lower, in the order in which they lay on each other
 */
export function withinReach(ledger: Ledger, ids: Iterable<string>): readonly AnyRecord[] {
  const isHigh = (shape: AnyRecord | undefined): shape is AnyRecord =>
    shape?.typeName === 'shape' && isFarUp(String(shape.index)) && ledger.was(shape.id)?.index !== shape.index;
  const high = [...ids].map(ledger.get).filter(isHigh).sort(compareOrder);
  const highIds = new Set<string>(high.map(({ id }) => id));
  const tops = new Map<string, string>();
  return high.flatMap((shape) => {
    const [parentId, index] = [shape.parentId as string, String(shape.index)];
    const top = tops.get(parentId) ?? indexOnTop(ledger, parentId, highIds);
    tops.set(parentId, index < top ? top : indexKeyAbove(top));
    return index > top ? [{ ...shape, index: top } as AnyRecord] : [];
  });
}

/** Index right above one of the children of a parent. */
export function indexRightAbove(ledger: Ledger, sibling: AnyRecord): string {
  const below = String(sibling.index);
  let above: string | null = null;
  for (const id of ledger.childrenOf(sibling.parentId as string)) {
    const index = String(ledger.get(id)?.index);
    if (index > below && (above === null || index < above)) above = index;
  }
  if (above === null) return indexKeyAbove(below);
  // Without room it shares a place, which is mended afterwards like every other.
  return indexKeysBetween(below, above, 1)?.[0] ?? below;
}

/**
 * New indices for siblings that share one: whoever had it before keeps it, then the smaller id; the others come right
 * behind. Where there is no room the next ones move on too.
 */
export function untangleSiblings(ledger: Ledger, parentId: string): AnyRecord[] {
  const isNew = (shape: AnyRecord) =>
    ledger.was(shape.id)?.index !== shape.index || ledger.was(shape.id)?.parentId !== parentId;
  const shapes = siblingsIn(ledger, parentId).sort((a, b) =>
    a.index === b.index && isNew(a) !== isNew(b) ? Number(isNew(a)) - Number(isNew(b)) : compareOrder(a, b),
  );
  const keys = keysApart(shapes.map(({ index }) => String(index)));
  return shapes.flatMap((shape, place) => (shape.index === keys[place] ? [] : [{ ...shape, index: keys[place] }]));
}
