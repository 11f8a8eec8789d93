import { z } from 'zod';
import { groupBy } from '../method/behaviours/group.ts';
import type { OrganisationId } from '../protocol/ids.ts';
import { sum, type Votes, type VotingMethod } from './voting.ts';

/** Below this many voters no figure of an organisation is told, nor any that one could be worked out from. */
export const votersMin = 3;

/** Places of the two rankings that are held against each other. */
const topPlaces = 3;

/** One card, or the question, in a round that is closed. */
export const Standing = z.object({
  id: z.string(),
  /** Dots together, or the mean of the points that were given; null when nobody gave any. */
  people: z.number().nullable(),
  /** Place when every voter counts the same, and when every organisation does. Equal ones share a place: 1, 2, 2, 4. */
  rankPeople: z.int().positive(),
  rankOrganisations: z.int().positive(),
  /** How many organisations gave it something; null where that would tell how somebody voted. */
  organisations: z.int().nonnegative().nullable(),
  /** How many gave each value from 0 to 5; for a fist to five. */
  spread: z.array(z.int().nonnegative()).length(6).nullable(),
});
export type Standing = z.infer<typeof Standing>;

export const Tally = z.object({
  /** Who gave something. */
  voters: z.int().nonnegative(),
  organisations: z.int().nonnegative(),
  /** By place among people, then by id. */
  standings: z.array(Standing),
  /** The first places differ when every organisation counts the same: a large delegation has outvoted the others. */
  isOutvoted: z.boolean(),
});
export type Tally = z.infer<typeof Tally>;

/** One person's ballot, with whom it counts for. */
export interface Ballot {
  readonly organisationId: OrganisationId;
  readonly votes: Votes;
}

/**
 * Counts a round. Per organisation each card has the mean of what its voters gave; the ranking of organisations goes by the
 * mean of those means, and is told as places only: with figures beside the people's sums, what two people gave could be
 * worked out.
 * @param ids of what was voted on, also what nobody gave anything
 */
export function tally(method: VotingMethod, ids: readonly string[], ballots: readonly Ballot[]): Tally {
  const cast = ballots.filter(({ votes }) => Object.values(votes).some((value) => value > 0 || method.type === 'fist'));
  const groups = [...groupBy(cast, ({ organisationId }) => organisationId).values()];
  const mayTell = groups.every((group) => group.length >= votersMin);
  const counted = ids.map((id) => {
    const means = groups.map((group) => meanOf(method, group, id)).filter((mean) => mean !== null);
    return {
      id,
      people: peopleOf(method, cast, id),
      weighted: means.length === 0 ? null : sum(means) / means.length,
      organisations: mayTell ? groups.filter((group) => group.some(({ votes }) => (votes[id] ?? 0) > 0)).length : null,
      spread: method.type === 'fist' ? spreadOf(cast, id) : null,
    };
  });
  const rankPeople = ranks(counted.map(({ people }) => people));
  const rankOrganisations = ranks(counted.map(({ weighted }) => weighted));
  const standings = counted
    .map(({ weighted: _, ...card }, at) => ({
      ...card,
      rankPeople: rankPeople[at] ?? 1,
      rankOrganisations: rankOrganisations[at] ?? 1,
    }))
    .sort((a, b) => a.rankPeople - b.rankPeople || (a.id < b.id ? -1 : 1));
  return { voters: cast.length, organisations: groups.length, standings, isOutvoted: isOutvoted(standings) };
}

/** Of dots every voter counts, also who gave this card none; points only count where they were given. */
function meanOf(method: VotingMethod, ballots: readonly Ballot[], id: string): number | null {
  const given = ballots.map(({ votes }) => votes[id]).filter((value) => value !== undefined);
  if (method.type === 'dots') return sum(given) / ballots.length;
  return given.length === 0 ? null : sum(given) / given.length;
}

function peopleOf(method: VotingMethod, ballots: readonly Ballot[], id: string): number | null {
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

/** Whether the first three are others when organisations count the same; of what got nothing, nobody was outvoted. */
function isOutvoted(standings: readonly Standing[]): boolean {
  const first = (place: (standing: Standing) => number) =>
    standings
      .filter((standing) => (standing.people ?? 0) > 0 && place(standing) <= topPlaces)
      .map(({ id }) => id)
      .sort()
      .join(' ');
  return first(({ rankPeople }) => rankPeople) !== first(({ rankOrganisations }) => rankOrganisations);
}
