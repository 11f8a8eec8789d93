export interface RemainingTime {
  readonly unit: 'seconds' | 'minutes';
  readonly count: number;
}

/** Before that a guess is worth nothing. */
const leastElapsedMs = 1_500;
const leastDone = 0.12;

/**
 * How long work still takes when it goes on as it went.
 * @param done from 0 to 1
 * @returns null while nothing honest can be said; seconds in steps that do not flicker
 */
export function remainingTime(elapsedMs: number, done: number): RemainingTime | null {
  if (elapsedMs < leastElapsedMs || done < leastDone) return null;
  const seconds = (elapsedMs * (1 - done)) / done / 1000;
  if (seconds > 90) return { unit: 'minutes', count: Math.round(seconds / 60) };
  const step = seconds > 10 ? 5 : 1;
  return { unit: 'seconds', count: Math.max(1, Math.ceil(seconds / step) * step) };
}
