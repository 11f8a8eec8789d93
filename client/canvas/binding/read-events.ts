import type * as Y from 'yjs';
import type { Groups } from '../../../shared/board/document.ts';

/** What a transaction of somebody else changed, by ids of records. */
export interface Changes {
  /** New, or changed in some group. */
  readonly put: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** Of `put`, those whose text may differ. */
  readonly texts: ReadonlySet<string>;
  /** Of `put` and `removed`, those that may have another parent or another place in the order. */
  readonly slots: ReadonlySet<string>;
  /** Of `put`, those that a person has worked on: more than the server's own `meta` changed. */
  readonly worked: ReadonlySet<string>;
}

export function readEvents(map: Y.Map<Groups>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Changes {
  const changes = {
    put: new Set<string>(),
    removed: new Set<string>(),
    texts: new Set<string>(),
    slots: new Set<string>(),
  };
  const worked = new Set<string>();
  for (const event of events) {
    if (event.target === (map as unknown)) {
      for (const [id, { action }] of event.changes.keys) {
        changes.slots.add(id);
        if (action === 'delete') changes.removed.add(id);
        else for (const set of [changes.put, changes.texts, worked]) set.add(id);
      }
      continue;
    }
    const [id, group] = event.path;
    if (typeof id !== 'string') continue;
    changes.put.add(id);
    const groups = group === undefined ? [...event.changes.keys.keys()] : [String(group)];
    if (groups.includes('rich')) changes.texts.add(id);
    if (groups.includes('base') || groups.includes('index')) changes.slots.add(id);
    if (groups.some((name) => name !== 'meta')) worked.add(id);
  }
  return { ...changes, worked };
}
