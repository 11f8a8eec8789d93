import type { GetWorkshopResponse, Organisation } from '../../../../shared/api/workshops.ts';
import { foldText } from '../../../../shared/fold-text.ts';

export type Person = GetWorkshopResponse['people'][number];

export interface OrganisationGroup {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
}

/** Those who are in; whoever was removed is not. */
export const peopleIn = ({ people }: GetWorkshopResponse): readonly Person[] =>
  people.filter(({ removedAtMs }) => removedAtMs === null);

/** The last one first. */
export const peopleLeft = ({ people }: GetWorkshopResponse): readonly Person[] =>
  people
    .filter(({ removedAtMs }) => removedAtMs !== null)
    .toSorted((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0));

/** Organisations in the order of joining, each with those of its people who are in, by name. */
export const groupPeople = (data: GetWorkshopResponse): readonly OrganisationGroup[] =>
  data.organisations
    .toSorted((a, b) => a.colour - b.colour)
    .map((organisation) => ({
      organisation,
      people: peopleIn(data)
        .filter(({ organisationId }) => organisationId === organisation.id)
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    }));

/** Groups that a search finds: whole ones by their name, else the people that are meant. */
export function findIn(groups: readonly OrganisationGroup[], search: string): readonly OrganisationGroup[] {
  const wanted = foldText(search.trim());
  if (wanted === '') return groups;
  return groups.flatMap((group) => {
    if (foldText(group.organisation.name).includes(wanted)) return [group];
    const people = group.people.filter(({ name }) => foldText(name).includes(wanted));
    return people.length > 0 ? [{ ...group, people }] : [];
  });
}
