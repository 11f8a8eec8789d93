import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../../shared/board/document.ts';

/** Names of the groups of a record that have changed; `all`: the record came, went, or was replaced. */
export type TouchedGroups = ReadonlySet<string> | 'all';

/** Collects what of the records changes, whoever changes it. */
export class Touched {
  readonly #records: Y.Map<Groups>;
  #touched = new Map<string, Set<string> | 'all'>();

  constructor(doc: Y.Doc) {
    this.#records = recordsOf(doc);
    this.#records.observeDeep((events) => {
      for (const event of events) this.#note(event);
    });
  }

  /** What has changed since the last call. */
  take(): ReadonlyMap<string, TouchedGroups> {
    const touched = this.#touched;
    this.#touched = new Map();
    return touched;
  }

  #note(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const { target } = event;
    if (event instanceof Y.YMapEvent && target === (this.#records as unknown)) {
      for (const id of event.keysChanged) this.#touched.set(id, 'all');
      return;
    }
    let inner: Y.AbstractType<unknown> = target;
    let group: string | null = null;
    while (inner.parent !== null && inner.parent !== (this.#records as unknown)) {
      group = inner._item?.parentSub ?? null;
      inner = inner.parent;
    }
    const id = inner._item?.parentSub;
    if (typeof id !== 'string') return;
    const names = this.#touched.get(id) ?? new Set<string>();
    this.#touched.set(id, names);
    if (names === 'all') return;
    if (group !== null) names.add(group);
    else if (event instanceof Y.YMapEvent) for (const name of event.keysChanged) names.add(name);
  }
}
