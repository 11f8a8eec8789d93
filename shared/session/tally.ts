import { z } from 'zod';
import { groupBy } from '../method/behaviours/group.ts';
import type { OrganisationId } from '../protocol/ids.ts';
import { sum, type Votes, type VotingMethod, type VotingRound } from './voting.ts';

/** Of fewer voters nothing is told in a secret round, and nothing that it could be worked out from. */
export const votersMin = 3;

/** Places of the two rankings that are held against each other. */
const topPlaces = 3;

/** One card, or the question, in a round that is closed. */
export const Standing = z.object({
  id: z.string(),
  /**
   * Dots together, or the mean of the points that were given; null when nobody gave any, and where it is not told: in a secret
   * round of fewer than three voters, and for a card that fewer than three gave points to.
   */
  people: z.number().nullable(),
  /**
   * Place when every voter counts the same, and when every organisation does. Equal ones share a place: 1, 2, 2, 4. Null where
   * it is not told.
   */
  rankPeople: z.int().positive().nullable(),
  rankOrganisations: z.int().positive().nullable(),
  /** How many organisations gave it something; null where that would tell how somebody voted. */
  organisations: z.int().nonnegative().nullable(),
  /** How many gave each value from 0 to 5; for a fist to five that is told. */
  spread: z.array(z.int().nonnegative()).length(6).nullable(),
});
export type Standing = z.infer<typeof Standing>;

export const Tally = z.object({
  /** Who gave something. */
  voters: z.int().nonnegative(),
  organisations: z.int().nonnegative(),
  /** By place among people, then by id. */
  standings: z.array(Standing),
  /**
   * The first places differ when every organisation counts the same: a large delegation has outvoted the others. Said also where
   * the places of organisations are not told, because it is what the second count is for.
   */
  isOutvoted: z.boolean(),
});
export type Tally = z.infer<typeof Tally>;

/** One person's ballot, with whom it counts for. */
export interface Ballot {
  readonly organisationId: OrganisationId;
  readonly votes: Votes;
}

/** Of a round: how people vote, and whether it was declared that who voted what can be read afterwards. */
type Counted = Pick<VotingRound, 'method' | 'isOpen'>;

/**
 * Counts a round. Per organisation each card has the mean of what its voters gave; the ranking of organisations goes by the
 * mean of those means, and is told as places only. What of all this would tell how fewer than three people voted is left out,
 * unless the round is open.
 * @param ids of what was voted on, also what nobody gave anything
 */
export function tally({ method, isOpen }: Counted, ids: readonly string[], ballots: readonly Ballot[]): Tally {
  const cast = ballots.filter(({ votes }) => Object.values(votes).some((value) => value > 0 || method.type === 'fist'));
  const groups = [...groupBy(cast, ({ organisationId }) => organisationId).values()];
  const isTold = isOpen || cast.length >= votersMin;
  const mayCount = isOpen || groups.every((group) => group.length >= votersMin);
  const mayPlace = isOpen || ids.every((id) => areHiddenInPlaces(votersOf(method, groups, id)));
  const counted = ids.map((id) => {
    const means = groups.map((group) => meanOf(method, group, id)).filter((mean) => mean !== null);
    const isOfEnough = isOpen || method.type !== 'score' || sum(votersOf(method, groups, id)) >= votersMin;
    return {
      id,
      people: isOfEnough ? meanOrSum(method, cast, id) : null,
      weighted: !isOfEnough || means.length === 0 ? null : sum(means) / means.length,
      organisations: mayCount ? groups.filter((group) => group.some(({ votes }) => (votes[id] ?? 0) > 0)).length : null,
      spread: method.type === 'fist' ? spreadOf(cast, id) : null,
    };
  });
  const rankPeople = ranks(counted.map(({ people }) => people));
  const rankOrganisations = ranks(counted.map(({ weighted }) => weighted));
  const ranked = counted.map(({ weighted: _, ...card }, at) => ({
    ...card,
    rankPeople: rankPeople[at] ?? 1,
    rankOrganisations: rankOrganisations[at] ?? 1,
  }));
  const standings = ranked
    .sort((a, b) => (isTold ? a.rankPeople - b.rankPeople : 0) || (a.id < b.id ? -1 : 1))
    .map((card): Standing => {
      if (!isTold) return untold(card.id);
      return mayPlace ? card : { ...card, rankOrganisations: null };
    });
  const told = { voters: cast.length, organisations: groups.length, standings };
  return { ...told, isOutvoted: isTold && isOutvoted(ranked) };
}

const untold = (id: string): Standing => ({
  ...{ id, people: null, rankPeople: null, rankOrganisations: null, organisations: null, spread: null },
});

/** How many of each organisation a card's mean is of; those of which nobody gave points are left out. */
const votersOf = (method: VotingMethod, groups: readonly (readonly Ballot[])[], id: string): readonly number[] =>
  groups
    .map((group) => (method.type === 'score' ? group.filter(({ votes }) => id in votes).length : group.length))
    .filter((count) => count > 0);

/**
 * Whether places by organisation tell no more than sums of three people or more. What organisations with equally many voters gave
 * weighs the same, so that places go by the sum of each size alone; where there is one size, by that of everybody, which is told.
 * Of a size that is smaller than three, three are to be left when an organisation takes out its own.
 * @param sizes voters of each organisation
 */
function areHiddenInPlaces(sizes: readonly number[]): boolean {
  const bySize = [...groupBy(sizes, (size) => size)];
  if (bySize.length <= 1) return true;
  return bySize.every(([size, same]) => size >= votersMin || size * (same.length - 1) >= votersMin);
}

/** Of dots every voter counts, also who gave this card none; points only count where they were given. */
function meanOf(method: VotingMethod, ballots: readonly Ballot[], id: string): number | null {
  const given = ballots.map(({ votes }) => votes[id]).filter((value) => value !== undefined);
  if (method.type === 'dots') return sum(given) / ballots.length;
  return given.length === 0 ? null : sum(given) / given.length;
}

function meanOrSum(method: VotingMethod, ballots: readonly Ballot[], id: string): number | null {
  const given = ballots.map(({ votes }) => votes[id]).filter((value) => value !== undefined);
  if (method.type === 'dots') return sum(given);
  return given.length === 0 ? null : sum(given) / given.length;
}

const spreadOf = (ballots: readonly Ballot[], id: string): number[] =>
  Array.from({ length: 6 }, (_, value) => ballots.filter(({ votes }) => votes[id] === value).length);

/** Means that differ by less are the same, however they were summed. */
const nearly = 1e-9;

/** Place of each, from the highest; nulls share the last. */
function ranks(values: readonly (number | null)[]): readonly number[] {
  const isAbove = (a: number | null, b: number | null) => a !== null && (b === null || a - b > nearly);
  return values.map((value) => values.filter((other) => isAbove(other, value)).length + 1);
}

type Ranked = Standing & { readonly rankPeople: number; readonly rankOrganisations: number };

/** Whether the first three are others when organisations count the same; of what got nothing, nobody was outvoted. */
function isOutvoted(standings: readonly Ranked[]): boolean {
  const first = (place: (standing: Ranked) => number) =>
    standings
      .filter((standing) => (standing.people ?? 0) > 0 && place(standing) <= topPlaces)
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return first(({ rankPeople }) => rankPeople) !== first(({ rankOrganisations }) => rankOrganisations);
}
