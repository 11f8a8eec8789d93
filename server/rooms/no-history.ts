import type { HistoryStore } from '../storage/history-store.ts';

/** For what is nobody's but its writer's: no version and no journal of it. */
export const keepsNothing: HistoryStore = {
  createVersion: async () => {},
  listVersions: async () => [],
  readVersion: async () => null,
  deleteVersions: async () => {},
  appendJournal: async () => {},
  readJournal: async () => [],
  listTouchedByOthers: async () => [],
  listContributions: async () => [],
  findInJournal: async () => [],
  pruneJournal: async () => {},
  keepTally: async () => {},
  listTallies: async () => [],
};
