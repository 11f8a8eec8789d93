import type * as Y from 'yjs';
import { type Groups, recordsOf } from './document.ts';

/** The part of a board that one audience may read. Private and organisation layers join this union of names. */
export interface Layer {
  readonly name: 'shared';
  readonly doc: Y.Doc;
}

/**
 * The records of all layers of a board as one.
 *
 * Invariants: where an id stands in several layers, the first of them counts. A record that stands nowhere yet belongs to
 * the active layer.
 */
export interface LayeredRecords {
  find(id: string): Groups | undefined;
  /** The map that holds the record, or has to. */
  home(id: string): Y.Map<Groups>;
  ids(): Set<string>;
  readonly docs: readonly Y.Doc[];
  readonly maps: readonly Y.Map<Groups>[];
}

/** @param layers from the widest audience to the narrowest. */
export function layerRecords(layers: readonly Layer[], active: Layer): LayeredRecords {
  const maps = layers.map((layer) => recordsOf(layer.doc));
  const activeMap = recordsOf(active.doc);
  return {
    find(id) {
      for (const map of maps) {
        const groups = map.get(id);
        if (groups !== undefined) return groups;
      }
      return undefined;
    },
    home: (id) => maps.find((map) => map.has(id)) ?? activeMap,
    ids: () => new Set(maps.flatMap((map) => [...map.keys()])),
    docs: layers.map((layer) => layer.doc),
    maps,
  };
}
