import { type Clock, systemClock } from '../../server/rooms/clock.ts';

/** The clock of the computer, which somebody sets, and on which time passes that nobody has to wait for. */
export class SetClock implements Clock {
  #setMs = 0;
  #passedMs = 0;

  nowMs = (): number => systemClock.nowMs() + this.#setMs + this.#passedMs;
  monotonicMs = (): number => systemClock.monotonicMs() + this.#passedMs;
  after = systemClock.after;

  /** The time of day is set; no time passes. */
  jump(ms: number): void {
    this.#setMs += ms;
  }

  /** Time passes; what waits for it goes on waiting. */
  pass(ms: number): void {
    this.#passedMs += ms;
  }
}
