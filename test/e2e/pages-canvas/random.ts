export type Random = () => number;

/** The mulberry32 generator: the same numbers for the same seed everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const whole = (random: Random, max: number): number => Math.floor(random() * max);
export const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[whole(random, list.length)];
