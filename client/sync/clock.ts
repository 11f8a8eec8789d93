/** Time as the connection sees it; tests bring one that stands still. */
export interface Clock {
  /** Milliseconds of the wall clock, which goes on while a computer sleeps. */
  nowMs(): number;
  /** Calls once after at least so many milliseconds. @returns prevents that. */
  after(delayMs: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};
