import type * as Y from 'yjs';
import type { ParticipantId } from '../../shared/protocol/ids.ts';
import type { Writer } from '../storage/update-log.ts';

/**
 * Ids that one participant may own in one document. Each opening of a page that writes takes one. Yjs compares insertions
 * at one place client by client, so this bounds what a flood of made-up clients can cost.
 */
const IDS_MAX = 2_000;

export type Claim =
  /** `fresh`: ids that had no owner yet; they are this participant's from now on and have to be stored with the edit. */
  | { readonly status: 'granted'; readonly fresh: readonly Writer[] }
  | { readonly status: 'foreign' }
  | { readonly status: 'too-many' };

/**
 * Whose Yjs client an id is. An edit under somebody else's id would make that person's next edit vanish with equal state
 * vectors, so an id belongs to the participant who first wrote under it, for as long as the document lives. The same
 * participant may use it on any connection.
 *
 * Ids under which the document holds something and that nobody owns are the server's: seeds and earlier holders of the room.
 */
export class Owners {
  readonly #doc: Y.Doc;
  readonly #owners: Map<number, ParticipantId>;
  /** By presence alone: nothing is written yet, but the next edit under the id will be that participant's. */
  readonly #reserved = new Map<number, ParticipantId>();
  /** How many ids each participant owns. */
  readonly #counts = new Map<ParticipantId, number>();

  constructor(doc: Y.Doc, writers: readonly Writer[]) {
    this.#doc = doc;
    this.#owners = new Map(writers.map(({ clientId, participantId }) => [clientId, participantId]));
    for (const { participantId } of writers)
      this.#counts.set(participantId, (this.#counts.get(participantId) ?? 0) + 1);
  }

  /** Whether a participant may speak under an id. */
  allows(clientId: number, participantId: ParticipantId): boolean {
    const owner = this.#owners.get(clientId) ?? this.#reserved.get(clientId);
    if (owner !== undefined) return owner === participantId;
    return clientId !== this.#doc.clientID && !this.#doc.store.clients.has(clientId);
  }

  /** Keeps an id for somebody who has shown presence under it, until `release`. */
  reserve(clientId: number, participantId: ParticipantId): void {
    this.#reserved.set(clientId, participantId);
  }

  release(clientId: number): void {
    this.#reserved.delete(clientId);
  }

  /** Takes the ids of one edit for a participant: all or none. */
  claim(clientIds: readonly number[], participantId: ParticipantId): Claim {
    if (!clientIds.every((id) => this.allows(id, participantId))) return { status: 'foreign' };
    const fresh = clientIds
      .filter((id) => !this.#owners.has(id))
      .map((clientId): Writer => ({ clientId, participantId }));
    const owned = this.#counts.get(participantId) ?? 0;
    if (owned + fresh.length > IDS_MAX) return { status: 'too-many' };
    this.#counts.set(participantId, owned + fresh.length);
    for (const { clientId } of fresh) this.#owners.set(clientId, participantId);
    return { status: 'granted', fresh };
  }
}
