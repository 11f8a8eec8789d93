import { encodeAwareness } from './frames.ts';

/** Of the bytes at which a reader is cut off: above these shares it is spared presence, and then updates too. */
export const PRESENCE_SHARE = 1 / 8;
export const UPDATES_SHARE = 1 / 4;

/** Questions that a connection may ask while it does not read the answers to earlier ones. */
const QUESTIONS_MAX = 10;

/** What a connection that reads too slowly has missed, to be told once it has taken what is on its way. */
export class Backlog {
  /** Newest entry of each client. */
  readonly #presence = new Map<number, Uint8Array>();
  isRosterMissed = false;
  #updates: { readonly stateVector: Uint8Array; readonly through: number } | null = null;
  #question: Uint8Array | null = null;
  #questions = 0;

  missPresence(entries: ReadonlyMap<number, Uint8Array>, ownId: number | null): void {
    for (const [clientId, entry] of entries) if (clientId !== ownId) this.#presence.set(clientId, entry);
  }

  /**
   * It gets no updates any more but those up to a position.
   * @param stateVector what it will know then
   */
  stopUpdates(through: number, stateVector: () => Uint8Array): void {
    this.#updates ??= { stateVector: stateVector(), through };
  }

  /** Position of the last update that still goes out. */
  get through(): number {
    return this.#updates?.through ?? Number.POSITIVE_INFINITY;
  }

  /** Keeps a question for later; the newest counts. @returns whether there were too many */
  ask(stateVector: Uint8Array): 'kept' | 'too-many' {
    this.#question = stateVector;
    this.#questions++;
    return this.#questions > QUESTIONS_MAX ? 'too-many' : 'kept';
  }

  /** What it knows, if it misses updates. */
  get stateVector(): Uint8Array | null {
    return this.#question ?? this.#updates?.stateVector ?? null;
  }

  /** @returns a frame with the presence that it missed; null when there is none. */
  encodePresence(): Uint8Array | null {
    return this.#presence.size > 0 ? encodeAwareness([...this.#presence.values()]) : null;
  }
}
