import type { Clock } from '../../../server/rooms/clock.ts';

/** A clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #passedMs = 0;
  /** What the time of day was when nothing had passed yet. */
  #beganMs = 1_700_000_000_000;
  #calls: { readonly atMs: number; readonly call: () => void }[] = [];

  nowMs(): number {
    return this.#beganMs + this.#passedMs;
  }

  monotonicMs(): number {
    return this.#passedMs;
  }

  after(delayMs: number, call: () => void): () => void {
    const entry = { atMs: this.#passedMs + delayMs, call };
    this.#calls.push(entry);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== entry);
    };
  }

  /** Calls that wait for their time. */
  get waiting(): number {
    return this.#calls.length;
  }

  /** Lets time pass, in the order of what is due; promises get their turn in between. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.#passedMs + ms;
    for (;;) {
      await settle();
      const due = this.#calls.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (due === undefined) break;
      this.#calls = this.#calls.filter((entry) => entry !== due);
      this.#passedMs = Math.max(this.#passedMs, due.atMs);
      due.call();
    }
    this.#passedMs = untilMs;
    await settle();
  }

  /** Time goes by within a turn, as somebody works. */
  work(ms: number): void {
    this.#passedMs += ms;
  }

  /** Somebody sets the time of day; no time passes. */
  jump(ms: number): void {
    this.#beganMs += ms;
  }
}

/** Resolves when all promises that can be kept without waiting for the world are kept. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
