import type { UpdateLog } from '../../../server/storage/update-log.ts';

/** A real log on a disk that takes its time, by a random generator of its own. */
export function delayLog(log: UpdateLog, random: () => number, maxMs: number): UpdateLog {
  const delay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, random() * maxMs));
  return {
    append: async (...parameters) => {
      await delay();
      return log.append(...parameters);
    },
    list: async (...parameters) => {
      await delay();
      return log.list(...parameters);
    },
    load: async (...parameters) => {
      await delay();
      return log.load(...parameters);
    },
    compact: async (...parameters) => {
      await delay();
      await log.compact(...parameters);
    },
  };
}

/** Park–Miller: the same seed gives the same numbers. */
export function seededRandom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
