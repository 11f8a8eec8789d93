/** What the two clocks of a computer say at one moment, in milliseconds: one that only goes on, one of the wall. */
export interface Clocks {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

export const readClocks = (): Clocks => ({ monotonicMs: performance.now(), wallMs: Date.now() });

/** An answer in which the server said its time. */
export interface ClockSample {
  readonly sent: Clocks;
  readonly received: Clocks;
  readonly serverMs: number;
}

/** A computer that slept, or whose clock was set, has its two clocks apart by more than this. */
const apartMs = 1_500;

/** From when on a sample gives way to a worse one: quartz drifts by seconds a day. */
const staleMs = 10 * 60_000;

/**
 * The server's clock as well as a page can tell. What the computer says of the time of day does not count: people set it,
 * and it is wrong more often than not.
 */
export class ServerClock {
  readonly #read: () => Clocks;
  /** Server minus monotonic; half the way there and back is how wrong it may be. */
  #known: { readonly offsetMs: number; readonly errorMs: number; readonly at: Clocks } | null = null;

  constructor(read: () => Clocks = readClocks) {
    this.#read = read;
  }

  /** The time of day of this computer until the server has said its own. */
  nowMs(): number {
    const { monotonicMs, wallMs } = this.#read();
    return this.#known === null ? wallMs : monotonicMs + this.#known.offsetMs;
  }

  /** Whether the server has to be asked: nothing is known yet, or the computer slept since, or its clock was set. */
  isInDoubt(): boolean {
    return this.#known === null || this.#isApart(this.#known.at, this.#read());
  }

  take({ sent, received, serverMs }: ClockSample): void {
    // Whoever slept in between knows nothing of when the answer was given.
    if (this.#isApart(sent, received)) return;
    const errorMs = (received.monotonicMs - sent.monotonicMs) / 2;
    const known = this.#known;
    const isWorse =
      known !== null &&
      errorMs > known.errorMs &&
      received.monotonicMs - known.at.monotonicMs < staleMs &&
      !this.#isApart(known.at, received);
    if (isWorse) return;
    this.#known = { offsetMs: serverMs + errorMs - received.monotonicMs, errorMs, at: received };
  }

  #isApart(before: Clocks, after: Clocks): boolean {
    const monotonicMs = after.monotonicMs - before.monotonicMs;
    const wallMs = after.wallMs - before.wallMs;
    return Math.abs(monotonicMs - wallMs) > apartMs;
  }
}
