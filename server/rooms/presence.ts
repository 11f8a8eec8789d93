import type { Clock } from './clock.ts';
import { encodePresence } from './frames.ts';
import type { ConnectionLimits } from './limits.ts';
import type { Member } from './member.ts';
import { type AwarenessEntry, judgeAwarenessState } from './message.ts';
import type { Owners } from './owners.ts';
import { TokenBucket } from './token-bucket.ts';

/** In the place of a state. */
const leaving: Uint8Array = new TextEncoder().encode('null');

interface Shown {
  readonly member: Member;
  readonly clock: number;
  readonly encoded: Uint8Array;
}

/**
 * Who shows what in a room: the newest awareness state per client, each bound to the connection that speaks for it.
 *
 * Clocks on the wire are the server's, milliseconds since 1970, so that nobody can shut a client out with a high one and
 * somebody who comes back is seen at once. A client never hears about itself.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #limits: ConnectionLimits;
  readonly #owners: Owners;
  readonly #speakers = new Map<number, Member>();
  readonly #shown = new Map<number, Shown>();
  readonly #rates = new WeakMap<Member, TokenBucket>();
  /** Entries to send with the next frame, and those of clients that were too fast, for the one after. */
  #changed = new Map<number, Uint8Array>();
  readonly #late = new Set<number>();
  /** Newest clock of those who have left: whoever comes back after the time was set back has to be above it. */
  #departedAt = 0;

  constructor(clock: Clock, limits: ConnectionLimits, owners: Owners) {
    this.#owners = owners;
    this.#clock = clock;
    this.#limits = limits;
  }

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  get hasLate(): boolean {
    return this.#late.size > 0;
  }

  /**
   * Takes in what a connection says about itself; what it says about others, as stock clients do, is passed over.
   * @returns whether the connection got its client id by this.
   */
  hear(member: Member, entries: readonly AwarenessEntry[]): boolean {
    const known = member.clientId;
    const own =
      known === null
        ? entries.find(({ state }) => !isLeaving(state))
        : entries.find(({ clientId }) => clientId === known);
    if (own === undefined || own.state.length > this.#limits.awarenessMaxBytes) return false;
    const judged = judgeAwarenessState(own.state);
    if (judged === null) return false;
    if (known === null && !this.#claim(member, own.clientId)) return false;
    this.#show(member, own.clientId, judged === 'leaving' ? null : own.state);
    return known === null;
  }

  /** Forgets a connection; the others are told with the next frame. */
  forget(member: Member): void {
    if (member.clientId === null) return;
    this.#hide(member.clientId);
    this.#speakers.delete(member.clientId);
    this.#owners.release(member.clientId);
    member.clientId = null;
  }

  /** @returns everybody else's newest entries */
  others(member: Member): readonly Uint8Array[] {
    return [...this.#shown.values()].filter((shown) => shown.member !== member).map(({ encoded }) => encoded);
  }

  /** What was too fast goes with the next frame, in its newest form. */
  admitLate(): void {
    for (const clientId of this.#late) {
      const shown = this.#shown.get(clientId);
      if (shown) this.#changed.set(clientId, shown.encoded);
    }
    this.#late.clear();
  }

  /** @returns the newest entry of each client that has changed since the last call */
  takeChanges(): ReadonlyMap<number, Uint8Array> {
    const changed = this.#changed;
    this.#changed = new Map();
    return changed;
  }

  /** Gives a client id to a connection unless it is somebody else's. */
  #claim(member: Member, clientId: number): boolean {
    const { participantId } = member.visitor;
    if (!this.#owners.allows(clientId, participantId)) return false;
    const speaker = this.#speakers.get(clientId);
    if (speaker !== undefined) {
      // The same person again, whose old connection may only look alive.
      speaker.clientId = null;
    }
    this.#owners.reserve(clientId, participantId);
    this.#speakers.set(clientId, member);
    member.clientId = clientId;
    return true;
  }

  #show(member: Member, clientId: number, state: Uint8Array | null): void {
    if (state === null) {
      this.#hide(clientId);
      return;
    }
    const known = this.#shown.get(clientId)?.clock ?? this.#departedAt;
    const clock = Math.max(known + 1, this.#clock.nowMs());
    const encoded = encodePresence(clientId, clock, state);
    this.#shown.set(clientId, { member, clock, encoded });
    if (this.#rateOf(member).take()) this.#changed.set(clientId, encoded);
    else this.#late.add(clientId);
  }

  #hide(clientId: number): void {
    const shown = this.#shown.get(clientId);
    if (shown === undefined) return;
    this.#shown.delete(clientId);
    this.#late.delete(clientId);
    this.#departedAt = Math.max(this.#departedAt, shown.clock);
    // The same clock: y-protocols takes a departure at the clock it knows.
    this.#changed.set(clientId, encodePresence(clientId, shown.clock, leaving));
  }

  #rateOf(member: Member): TokenBucket {
    const { awarenessPerSecond } = this.#limits;
    const rate = this.#rates.get(member) ?? new TokenBucket(this.#clock, awarenessPerSecond, awarenessPerSecond);
    this.#rates.set(member, rate);
    return rate;
  }
}

const isLeaving = (state: Uint8Array): boolean => state.length === leaving.length && state[0] === leaving[0];
