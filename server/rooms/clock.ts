/** Time as rooms and connections see it, so that a test can let it pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** @returns what cancels the call; cancelling one that has happened does nothing. */
  after(delayMs: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: Date.now,
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};
