import type { Diff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { Layer } from '../../../shared/board/layers.ts';

const gravesMax = 2_000;

/** What undo has to know besides the board as it is. */
export interface Memory {
  /** Records that others have worked on since the board was opened here. */
  readonly foreign: Set<string>;
  /** The last state of removed records, whoever removed them; the oldest are forgotten first. */
  readonly graves: ReadonlyMap<string, AnyRecord>;
  /** Layers that own changes have taken records out of: undo brings them back there. */
  readonly formerLayers: Map<string, Layer['name']>;
  bury(changes: Diff): void;
}

export function createMemory(): Memory {
  const graves = new Map<string, AnyRecord>();
  const formerLayers = new Map<string, Layer['name']>();
  return {
    foreign: new Set(),
    graves,
    formerLayers,
    bury(changes) {
      for (const [id, record] of Object.entries(changes.removed)) {
        graves.delete(id);
        graves.set(id, record);
      }
      for (const id of graves.keys()) {
        if (graves.size <= gravesMax) break;
        graves.delete(id);
        formerLayers.delete(id);
      }
    },
  };
}
