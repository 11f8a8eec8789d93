import type { Organisation } from '../../../shared/api/workshops.ts';
import type { OrganisationId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { organisationKey } from '../organisation-key.ts';
import { inWorkshop, type Of, type OrganisationRow, type Rows } from './rows.ts';

export const toOrganisation = ({ id, name, colour }: Organisation): Organisation => ({ id, name, colour });

export function organisationMethods(
  rows: Rows,
): Of<'listOrganisations' | 'listMergedOrganisations' | 'renameOrganisation' | 'mergeOrganisation'> {
  const set = (row: OrganisationRow, change: Partial<OrganisationRow>) =>
    rows.organisations.set(row.id, { ...row, ...change });
  return {
    listOrganisations: async (id) =>
      inWorkshop(rows.organisations, id)
        .filter(({ mergedInto }) => mergedInto === null)
        .map(toOrganisation),
    listMergedOrganisations: async (id) =>
      inWorkshop(rows.organisations, id).flatMap(({ id: merged, mergedInto }) =>
        mergedInto === null ? [] : [{ id: merged, into: mergedInto }],
      ),
    renameOrganisation: async (workshopId, id, name) => {
      const row = find(rows, workshopId, id);
      if (row === undefined || row.mergedInto !== null) return 'unknown';
      const holder = findNamed(rows, workshopId, name);
      if (holder !== undefined && holder.id !== id) {
        if (holder.mergedInto !== id) return 'taken';
        set(holder, { name: row.name });
      }
      set(row, { name });
      return 'renamed';
    },
    mergeOrganisation: async (workshopId, id, into) => {
      const row = find(rows, workshopId, id);
      const asked = find(rows, workshopId, into);
      const target = asked && rows.organisations.get(asked.mergedInto ?? asked.id);
      if (row === undefined || row.mergedInto !== null || target === undefined || target.id === id) return 'refused';
      for (const other of inWorkshop(rows.organisations, workshopId))
        if (other.id === id || other.mergedInto === id) set(other, { mergedInto: target.id });
      for (const person of inWorkshop(rows.participants, workshopId))
        if (person.organisationId === id)
          rows.participants.set(person.id, { ...person, organisationId: target.id, colour: target.colour });
      return 'merged';
    },
  };
}

/** Finds an organisation by its name or gives it the next colour. */
export function organisationNamed(
  rows: Rows,
  workshopId: WorkshopId,
  newId: OrganisationId,
  name: string,
): Organisation {
  const holder = findNamed(rows, workshopId, name);
  const known = holder && rows.organisations.get(holder.mergedInto ?? holder.id);
  if (known) return toOrganisation(known);
  const last = Math.max(0, ...inWorkshop(rows.organisations, workshopId).map(({ colour }) => colour));
  const organisation = { id: newId, name, colour: last + 1 };
  rows.organisations.set(newId, { ...organisation, workshopId, mergedInto: null });
  return organisation;
}

const find = (rows: Rows, workshopId: WorkshopId, id: OrganisationId): OrganisationRow | undefined =>
  inWorkshop(rows.organisations, workshopId).find((row) => row.id === id);

const findNamed = (rows: Rows, workshopId: WorkshopId, name: string): OrganisationRow | undefined =>
  inWorkshop(rows.organisations, workshopId).find((row) => organisationKey(row.name) === organisationKey(name));
