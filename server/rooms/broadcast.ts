import { concat, encodeAwareness } from './frames.ts';
import type { Member } from './member.ts';

/** A durable change of the document, ready to be sent. */
export interface OutgoingUpdate {
  /** Position in the log. */
  readonly at: number;
  readonly frames: Uint8Array;
  /** Whoever knows it already. */
  readonly from: Member | null;
}

/**
 * What a room has to say in one tick. Everything is framed once, and who is to hear all of it gets the same buffer; the
 * others, mostly those who have said some of it themselves, get one that leaves that out. Other nodes that hold
 * connections of the room join here.
 */
export class Broadcast {
  readonly updates: readonly OutgoingUpdate[];
  /** Newest entry of each client that has changed. */
  readonly presence: ReadonlyMap<number, Uint8Array>;
  readonly roster: Uint8Array | null;
  readonly #writers: ReadonlySet<Member | null>;
  readonly #firstAt: number;
  #presenceFrames: Uint8Array | null = null;
  #forLive: Uint8Array | null = null;
  #forStock: Uint8Array | null = null;

  constructor(
    updates: readonly OutgoingUpdate[],
    presence: ReadonlyMap<number, Uint8Array>,
    roster: Uint8Array | null,
  ) {
    this.updates = updates;
    this.presence = presence;
    this.roster = roster;
    this.#writers = new Set(updates.map(({ from }) => from));
    this.#firstAt = updates[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  get isEmpty(): boolean {
    return this.updates.length === 0 && this.presence.size === 0 && this.roster === null;
  }

  /** @returns what everybody gets who is to hear everything; null for somebody of whom that is not true. */
  sharedWith(member: Member): Uint8Array | null {
    const { clientId, told, backlog, isLive } = member;
    if (!member.readsDocument) return null;
    if (backlog !== null || told >= this.#firstAt || this.#writers.has(member)) return null;
    if (clientId !== null && this.presence.has(clientId)) return null;
    this.#forStock ??= concat(this.#forAll());
    if (!isLive || this.roster === null) return this.#forStock;
    this.#forLive ??= concat([this.#forStock, this.roster]);
    return this.#forLive;
  }

  /** @returns the updates that are news to somebody, up to a position */
  updatesFor(member: Member, through: number): readonly Uint8Array[] {
    return this.updates
      .filter(({ at, from }) => from !== member && at > member.told && at <= through)
      .map(({ frames }) => frames);
  }

  /** @returns everybody else's presence; null when nobody else's has changed. */
  presenceFor({ clientId }: Member): Uint8Array | null {
    if (clientId === null || !this.presence.has(clientId)) return this.#presenceForAll();
    if (this.presence.size === 1) return null;
    const others: Uint8Array[] = [];
    for (const [client, entry] of this.presence) if (client !== clientId) others.push(entry);
    return encodeAwareness(others);
  }

  #forAll(): Uint8Array[] {
    const presence = this.#presenceForAll();
    return [...this.updates.map(({ frames }) => frames), ...(presence ? [presence] : [])];
  }

  #presenceForAll(): Uint8Array | null {
    if (this.presence.size === 0) return null;
    this.#presenceFrames ??= encodeAwareness([...this.presence.values()]);
    return this.#presenceFrames;
  }
}
