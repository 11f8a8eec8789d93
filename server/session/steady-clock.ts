import type { Clock } from '../rooms/clock.ts';

/**
 * The clock of sessions: what it says of the time of day goes on evenly, also where the computer's is set meanwhile, and pages
 * that have asked once stay right. Only where it is put right it jumps.
 */
export class SteadyClock implements Clock {
  readonly #clock: Clock;
  /** Time of day when the monotonic clock stood at zero. */
  #zeroMs: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#zeroMs = clock.nowMs() - clock.monotonicMs();
  }

  nowMs(): number {
    return Math.round(this.#zeroMs + this.#clock.monotonicMs());
  }

  monotonicMs(): number {
    return this.#clock.monotonicMs();
  }

  after(delayMs: number, call: () => void): () => void {
    return this.#clock.after(delayMs, call);
  }

  /** Takes over what the computer says of the time of day: to be called where nothing that runs goes by it. */
  putRight(): void {
    this.#zeroMs = this.#clock.nowMs() - this.#clock.monotonicMs();
  }
}
