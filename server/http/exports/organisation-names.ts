import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { WorkshopStore } from '../../storage/workshop-store.ts';

/** What each organisation of a workshop is called, also by the ids of those that were merged into it: cards keep those. */
export async function organisationNames(
  workshops: WorkshopStore,
  workshopId: WorkshopId,
): Promise<ReadonlyMap<string, string>> {
  const [organisations, merged] = await Promise.all([
    workshops.listOrganisations(workshopId),
    workshops.listMergedOrganisations(workshopId),
  ]);
  const names = new Map<string, string>(organisations.map(({ id, name }) => [id, name]));
  for (const { id, into } of merged) {
    const name = names.get(into);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}
