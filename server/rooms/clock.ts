/** Time as rooms and connections see it, so that a test can let it pass. */
export interface Clock {
  /** Milliseconds since 1970, for stamps alone: this time can be set, and then it jumps. */
  nowMs(): number;
  /** Milliseconds since some moment, for durations: never set, never back. */
  monotonicMs(): number;
  /** @returns what cancels the call; cancelling one that has happened does nothing. */
  after(delayMs: number, call: () => void): () => void;
}

/** Waits for a promise, but not longer than this; whether it was kept shows elsewhere. Rejects when it does in time. */
export async function within(clock: Clock, maxMs: number, promise: Promise<unknown>): Promise<void> {
  let cancel = () => {};
  const timeout = new Promise<void>((resolve) => {
    cancel = clock.after(maxMs, resolve);
  });
  try {
    await Promise.race([promise, timeout]);
  } finally {
    cancel();
  }
}

export const systemClock: Clock = {
  nowMs: Date.now,
  monotonicMs: () => performance.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};
