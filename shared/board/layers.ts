import type * as Y from 'yjs';
import type { Diff } from './diff.ts';
import { type Groups, recordsOf } from './document.ts';
import { endsOf } from './ends.ts';
import type { AnyRecord } from './groups.ts';

/** The part of a board that one audience may read. Layers of organisations join this union of names. */
export interface Layer {
  readonly name: 'shared' | 'own';
  readonly doc: Y.Doc;
}

/**
 * The records of all layers of a board as one.
 *
 * Invariants: where an id stands in several layers, the first of them counts. Nothing in a wider layer refers to anything
 * in a narrower one: whoever may read only the wider one misses nothing.
 */
export interface LayeredRecords {
  find(id: string): Groups | undefined;
  /** Where each new record of a change belongs. */
  homesOf(diff: Diff): (id: string) => Y.Map<Groups>;
  /** Name of the layer in which a record stands; null where there is none. */
  layerOf(id: string): Layer['name'] | null;
  ids(): Set<string>;
  readonly docs: readonly Y.Doc[];
  readonly maps: readonly Y.Map<Groups>[];
}

/**
 * @param layers from the widest audience to the narrowest
 * @param active the one that takes what is new, asked at each change
 * @param former where a record was before it was removed, if it was somewhere: there it comes back
 */
export function layerRecords(
  layers: readonly Layer[],
  active: () => Layer,
  former: (record: AnyRecord) => Layer['name'] | undefined = () => undefined,
): LayeredRecords {
  const maps = layers.map((layer) => recordsOf(layer.doc));
  const placeOf = (id: string): number => maps.findIndex((map) => map.has(id));
  return {
    find(id) {
      for (const map of maps) {
        const groups = map.get(id);
        if (groups !== undefined) return groups;
      }
      return undefined;
    },
    homesOf(diff) {
      const before = (record: AnyRecord) => layers.findIndex(({ name }) => name === former(record));
      const usual = layers.indexOf(active());
      const places = placeAdded(diff, placeOf, (record) => (before(record) === -1 ? usual : before(record)));
      return (id) => maps[places.get(id) ?? -1] ?? recordsOf(active().doc);
    },
    layerOf: (id) => layers[placeOf(id)]?.name ?? null,
    ids: () => new Set(maps.flatMap((map) => [...map.keys()])),
    docs: layers.map((layer) => layer.doc),
    maps,
  };
}

/**
 * Places of the layers that new records go to: the active one, or where they were; a narrower one where what they hang on is there; a wider one
 * where something in that is put into them.
 */
function placeAdded(
  diff: Diff,
  placeOf: (id: string) => number,
  first: (record: AnyRecord) => number,
): ReadonlyMap<string, number> {
  const added = Object.values(diff.added);
  const places = new Map<string, number>(added.map((record) => [record.id, first(record)]));
  const at = (id: string): number => places.get(id) ?? placeOf(id);
  const wanted = (record: AnyRecord): number =>
    Math.max(at(record.id), ...[...endsOf(record), String(record.parentId)].map(at));
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const record of added) {
      const place = wanted(record);
      if (place === places.get(record.id)) continue;
      places.set(record.id, place);
      isSettled = false;
    }
  }
  for (const [, { id, parentId }] of Object.values(diff.updated)) {
    const place = placeOf(id);
    if (places.has(String(parentId)) && place !== -1)
      places.set(String(parentId), Math.min(at(String(parentId)), place));
  }
  return places;
}
