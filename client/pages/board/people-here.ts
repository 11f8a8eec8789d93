import type { Organisation } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';

export interface OrganisationHere extends Organisation {
  readonly people: readonly RosterEntry[];
}

/** The roster by organisation, in the order of joining; somebody with two tabs open is one person. */
export function organisationsHere(roster: readonly RosterEntry[]): readonly OrganisationHere[] {
  const byPerson = new Map(roster.map((entry) => [entry.participantId, entry]));
  const byOrganisation = new Map<string, RosterEntry[]>();
  for (const entry of byPerson.values()) {
    byOrganisation.set(entry.organisationId, [...(byOrganisation.get(entry.organisationId) ?? []), entry]);
  }
  return [...byOrganisation.values()]
    .flatMap((people) => {
      const [first] = people;
      if (first === undefined) return [];
      const { organisationId: id, organisation: name, colour } = first;
      return [{ id, name, colour, people: people.toSorted((a, b) => a.name.localeCompare(b.name)) }];
    })
    .toSorted((a, b) => a.colour - b.colour);
}
