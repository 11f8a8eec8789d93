import { useSyncExternalStore } from 'react';

/** What the board's bar has room for: everything; what is needed often; what a phone needs. */
export type BarRoom = 'wide' | 'narrow' | 'phone';

const phone = '(max-width: 719px)';
const narrow = '(max-width: 959px)';

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(phone), matchMedia(narrow)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

const read = (): BarRoom => (matchMedia(phone).matches ? 'phone' : matchMedia(narrow).matches ? 'narrow' : 'wide');

export const useBarRoom = (): BarRoom => useSyncExternalStore(subscribe, read);

const session = '(min-width: 1200px)';

function subscribeToSession(listener: () => void): () => void {
  const query = matchMedia(session);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the session stands in the bar, which is then short of words; otherwise it has a strip of its own below. */
export const useRoomForSession = (): boolean =>
  useSyncExternalStore(subscribeToSession, () => matchMedia(session).matches);
