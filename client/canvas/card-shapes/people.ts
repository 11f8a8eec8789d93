import { createContext, use } from 'react';
import type { Organisation, Participant } from '../../../shared/api/workshops.ts';
import type { StampMark } from '../../ui/stamps.ts';

/** Who wrote what, for whatever shows a card. */
export interface People {
  readonly organisations: readonly Organisation[];
  /** By id, or by a name that nobody joined with, as examples have; undefined for an id of nobody. */
  stamp(organisation: string): StampMark | undefined;
  participant(id: string): Pick<Participant, 'name' | 'organisationId'> | undefined;
}

export const PeopleContext = createContext<People | null>(null);

export function usePeople(): People {
  const people = use(PeopleContext);
  if (people === null) throw new Error('usePeople outside a board');
  return people;
}
