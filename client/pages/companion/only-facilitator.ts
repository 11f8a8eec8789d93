import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';

/** Whoever leads, where that is one person and can be named; undefined otherwise. */
export function onlyFacilitator({ people }: Pick<GetWorkshopResponse, 'people'>) {
  const [leads, ...others] = people.filter(({ role, removedAtMs }) => role === 'facilitator' && removedAtMs === null);
  return others.length === 0 ? leads : undefined;
}
