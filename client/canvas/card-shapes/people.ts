import { createContext, use } from 'react';
import type { Organisation, Participant } from '../../../shared/api/workshops.ts';

/** Who wrote what, for whatever shows a card. Signals of tldraw's kind: a name that is corrected shows everywhere. */
export interface People {
  /** By id, or by name for one that nobody joined with; undefined for none of both. */
  organisation(idOrName: string): Pick<Organisation, 'name' | 'colour'> | undefined;
  participant(id: string): Pick<Participant, 'name' | 'organisationId'> | undefined;
  readonly organisations: readonly Organisation[];
  /** Two or three letters, unique within the workshop. */
  initials(organisationName: string): string;
}

export const PeopleContext = createContext<People | null>(null);

export function usePeople(): People {
  const people = use(PeopleContext);
  if (people === null) throw new Error('usePeople outside a board');
  return people;
}
