import { createContext, use } from 'react';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Observable } from '../../sync/observable.ts';

export const RosterContext = createContext<Observable<readonly RosterEntry[]> | null>(null);

/** Who is here, for whatever is drawn inside the canvas. */
export function useRoster(): Observable<readonly RosterEntry[]> {
  const roster = use(RosterContext);
  if (roster === null) throw new Error('useRoster outside a canvas');
  return roster;
}
