import type { SessionId } from '../../shared/protocol/ids.ts';

/** Several pictures that somebody drops are sent side by side; of all of them together this is what memory has room for. */
const slots = { ofSession: 6, inAll: 24 } as const;

export type UploadSlots = <Result>(sessionId: SessionId, work: () => Promise<Result>) => Promise<Result | 'busy'>;

/** Bodies that come slowly are whole in memory meanwhile, so only so many come at once. */
export function createUploadSlots(): UploadSlots {
  const taken: SessionId[] = [];
  return async (sessionId, work) => {
    const own = taken.filter((other) => other === sessionId).length;
    if (own >= slots.ofSession || taken.length >= slots.inAll) return 'busy';
    taken.push(sessionId);
    try {
      return await work();
    } finally {
      taken.splice(taken.indexOf(sessionId), 1);
    }
  };
}
