import type { Clock } from './clock.ts';

/** So many at once, so many per second in the long run. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #capacity: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAtMs: number;

  constructor(clock: Clock, capacity: number, perSecond: number) {
    this.#clock = clock;
    this.#capacity = capacity;
    this.#perSecond = perSecond;
    this.#tokens = capacity;
    this.#filledAtMs = clock.monotonicMs();
  }

  /**
   * @param cost how many it takes; more than there are is a debt that is paid back first
   * @returns whether there was one to take.
   */
  take(cost = 1): boolean {
    const nowMs = this.#clock.monotonicMs();
    const passedMs = nowMs - this.#filledAtMs;
    this.#filledAtMs = nowMs;
    this.#tokens = Math.min(this.#capacity, this.#tokens + (passedMs * this.#perSecond) / 1_000);
    if (this.#tokens < 1) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Takes more for what turned out to cost more. */
  charge(cost: number): void {
    this.#tokens -= cost;
  }
}
