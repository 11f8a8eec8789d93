import type { SentCard, SentStore } from '../sent-store.ts';

/** Sent cards as plainly as they can be said. */
export function createMemorySent(): SentStore {
  const arrived = new Set<string>();
  const keyOf = ({ boardId, participantId, cardId }: SentCard) => `${boardId} ${participantId} ${cardId}`;
  return {
    hasArrived: async (sent) => arrived.has(keyOf(sent)),
    noteArrived: async (sent) => {
      arrived.add(keyOf(sent));
    },
  };
}
