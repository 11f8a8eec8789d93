import { groupBy } from '../../../shared/method/behaviours/group.ts';
import type { Standing } from '../../../shared/session/tally.ts';

/** By whom a ranking is made: every person counts the same, or every organisation does. */
export type Ranking = 'people' | 'organisations';

export interface Placed {
  readonly standing: Standing;
  /** "1", or "2=" for each of those that share it. */
  readonly place: string;
}

/** @returns null where it is not told, because it would tell how somebody voted */
const rankOf = (ranking: Ranking, { rankPeople, rankOrganisations }: Standing): number | null =>
  ranking === 'people' ? rankPeople : rankOrganisations;

/** From the first place to the last; equal ones by title, so that their order says nothing. Of places that are not told none. */
export function placedBy(
  ranking: Ranking,
  standings: readonly Standing[],
  titleOf: (id: string) => string,
): readonly Placed[] {
  const ranked = standings.flatMap((standing) => {
    const rank = rankOf(ranking, standing);
    return rank === null ? [] : [{ standing, rank }];
  });
  const shared = groupBy(ranked, ({ rank }) => rank);
  return ranked
    .toSorted((a, b) => a.rank - b.rank || titleOf(a.standing.id).localeCompare(titleOf(b.standing.id)))
    .map(({ standing, rank }) => ({ standing, place: `${rank}${(shared.get(rank)?.length ?? 0) > 1 ? '=' : ''}` }));
}

/** What a fist to five means. */
export type FistPart = 'objection' | 'concern' | 'support';

export const partOf = (value: number): FistPart => (value <= 1 ? 'objection' : value === 2 ? 'concern' : 'support');

/** @param spread how many gave each value from 0 to 5 */
export function partsOf(spread: readonly number[]): Readonly<Record<FistPart, number>> {
  const parts = { objection: 0, concern: 0, support: 0 };
  for (const [value, count] of spread.entries()) parts[partOf(value)] += count;
  return parts;
}
