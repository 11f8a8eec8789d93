import { refuse } from './refusal.ts';

/** What Yjs pays for the steps whose number does not follow from the size of an update, in nanoseconds or less. */
const costs = {
  /** One item looked at in search of the place among those that were inserted there at the same time. */
  compare: 100,
  /** One item passed on the way to the first that was written under a key. */
  pass: 4,
  /** One struct moved up in the log of its client, when one before it is parted. */
  shift: 1,
  /** One item passed while marks are tidied around one that was deleted. */
  tidy: 8,
} as const;

export type Step = keyof typeof costs;

/** Adds up what an update will cost, so that one that is dear is refused before anybody pays. */
export class Effort {
  #left: number;

  constructor(maxNs: number) {
    this.#left = maxNs;
  }

  spend(step: Step, times = 1): void {
    this.#left -= costs[step] * times;
    if (this.#left < 0) refuse('too-dear');
  }
}
