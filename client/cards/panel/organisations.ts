import type { People } from '../../canvas/card-shapes/people.ts';

/** Finds the organisation that somebody means by a name, without regard to case. */
export function organisationIds(people: People): (name: string) => string | undefined {
  const ids = new Map(people.organisations.map(({ id, name }) => [keyOf(name), id]));
  return (name) => ids.get(keyOf(name));
}

const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
