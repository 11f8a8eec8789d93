import { useMemo, useSyncExternalStore } from 'react';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Observable } from '../../sync/observable.ts';
import { createPeople, type People, type WorkshopPeople } from './people.ts';

/** The people of a workshop, with whoever comes while the board is open. The same object until somebody does. */
export function useWorkshopPeople(workshop: WorkshopPeople, roster: Observable<readonly RosterEntry[]>): People {
  const entries = useSyncExternalStore(roster.subscribe, roster.get);
  return useMemo(() => createPeople(workshop, entries), [workshop, entries]);
}
