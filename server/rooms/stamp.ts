import * as Y from 'yjs';
import { type Groups, recordsOf } from '../../shared/board/document.ts';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Origin } from './origin.ts';

/** Who made a record and when, as its `meta` group holds it. */
export interface Stamp {
  readonly author: ParticipantId;
  /** Milliseconds since 1970, by the server's clock. */
  readonly created: number;
}

/** Notices the records that people add, so that the server can say whose they are. */
export class NewRecords {
  readonly #records: Y.Map<Groups>;
  #added: string[] = [];

  constructor(doc: Y.Doc) {
    this.#records = recordsOf(doc);
    this.#records.observe((event, { origin }: { readonly origin: Origin }) => {
      if (origin.by !== 'member') return;
      for (const [id, { action }] of event.changes.keys) if (action !== 'delete') this.#added.push(id);
    });
  }

  /** Writes `meta` of what was added since the last call, over whatever the client put there. Call it in a transaction. */
  stamp(stamp: Stamp): void {
    const added = this.#added;
    this.#added = [];
    for (const id of added) {
      const groups = this.#records.get(id);
      if (groups instanceof Y.Map) groups.set('meta', { ...stamp });
    }
  }

  get isEmpty(): boolean {
    return this.#added.length === 0;
  }
}
