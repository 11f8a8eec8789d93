import type { SessionId } from '../../shared/protocol/ids.ts';

export type Slots = <Result>(sessionId: SessionId, work: () => Promise<Result>) => Promise<Result | 'busy'>;

/** For work that holds much memory as long as it lasts: only so much of it goes on at once. */
export function createSlots({ ofSession, inAll }: { readonly ofSession: number; readonly inAll: number }): Slots {
  const taken: SessionId[] = [];
  return async (sessionId, work) => {
    const own = taken.filter((other) => other === sessionId).length;
    if (own >= ofSession || taken.length >= inAll) return 'busy';
    taken.push(sessionId);
    try {
      return await work();
    } finally {
      taken.splice(taken.indexOf(sessionId), 1);
    }
  };
}
