import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrganisationId } from '../../../shared/protocol/ids.ts';
import { type Ballot, tally, votersMin } from '../../../shared/session/tally.ts';
import { faultOf, QUESTION, sum, type Votes, type VotingMethod } from '../../../shared/session/voting.ts';

const organisation = (sign: string) => OrganisationId.parse(sign.repeat(21));
const ballots = (sign: string, ...votes: readonly Votes[]): Ballot[] =>
  votes.map((given) => ({ organisationId: organisation(sign), votes: given }));
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const dots: VotingMethod = { type: 'dots', perPerson: 5, perCard: 2 };

it('[VOT1] a ballot counts that stays within the dots, the values and the cards of its round, and no other', () => {
  const cards = new Set(['a', 'b', 'c']);
  const fist: VotingMethod = { type: 'fist' };
  const score: VotingMethod = { type: 'score', field: 'reach' };
  expect(faultOf(dots, cards, { a: 2, b: 2, c: 1 })).toBeNull();
  expect(faultOf(dots, cards, {})).toBeNull();
  expect(faultOf(dots, cards, { a: 2, b: 2, c: 2 })).toBe('too-many');
  expect(faultOf(dots, cards, { a: 3 })).toBe('too-many-on-one');
  expect(faultOf(dots, cards, { d: 1 })).toBe('not-on-it');
  expect(faultOf(fist, cards, { [QUESTION]: 0 })).toBeNull();
  expect(faultOf(fist, cards, { [QUESTION]: 6 })).toBe('no-such-value');
  expect(faultOf(fist, cards, { a: 3 })).toBe('not-on-it');
  expect(faultOf(score, cards, { a: 1, b: 5 })).toBeNull();
  expect(faultOf(score, cards, { a: 0 })).toBe('no-such-value');
});

/**
 * By hand. City: 20 people, all of them two dots on a, two on b, one on c. Voices: 2 people, both two on d, two on e, one on c.
 * People: a 40, b 40, c 20 + 2 = 22, d 4, e 4. Means: City a 2, b 2, c 1, d 0, e 0; Voices a 0, b 0, c 1, d 2, e 2.
 * Over both: every card 1.
 */
it('[VOT2] twenty against two come to what was worked out by hand, and no figure tells how the two voted', () => {
  const cast = [
    ...ballots('c', ...times(20, { a: 2, b: 2, c: 1 })),
    ...ballots('v', ...times(2, { d: 2, e: 2, c: 1 })),
  ];
  const counted = tally(dots, ['e', 'd', 'c', 'b', 'a', 'f'], cast);
  expect(counted).toMatchObject({ voters: 22, organisations: 2, isOutvoted: true });
  const row = (id: string) => {
    const found = counted.standings.find((standing) => standing.id === id);
    return [found?.people, found?.rankPeople, found?.rankOrganisations];
  };
  expect(counted.standings.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(row('a')).toEqual([40, 1, 1]);
  expect(row('b')).toEqual([40, 1, 1]);
  expect(row('c')).toEqual([22, 3, 1]);
  expect(row('d')).toEqual([4, 4, 1]);
  expect(row('e')).toEqual([4, 4, 1]);
  expect(row('f')).toEqual([0, 6, 6]);
  expect(counted.standings.map(({ organisations }) => organisations)).toEqual([null, null, null, null, null, null]);
  // With three, the number of organisations may be told.
  const three = tally(dots, ['a', 'd'], [...cast, ...ballots('v', { d: 2 })]);
  expect(three.standings.map(({ id, organisations }) => [id, organisations])).toEqual([
    ['a', 1],
    ['d', 1],
  ]);
});

it('[VOT3] equal ones share a place, and a round in which all agree says that nobody was outvoted', () => {
  const cast = [...ballots('a', { x: 1, y: 1 }, { x: 1, y: 1 }, { x: 1 }), ...ballots('b', { x: 1, y: 1 })];
  const { standings, isOutvoted } = tally(dots, ['x', 'y', 'z', 'w'], cast);
  expect(standings.map(({ id, rankPeople }) => [id, rankPeople])).toEqual([
    ['x', 1],
    ['y', 2],
    ['w', 3],
    ['z', 3],
  ]);
  expect(isOutvoted).toBe(false);
  expect(tally(dots, ['x'], [])).toMatchObject({ voters: 0, organisations: 0, isOutvoted: false });
});

it('[VOT4] fist to five counts who gave each value, zero too; scores are the mean of those that were given', () => {
  const given = [0, 1, 3, 3, 5].map((value): Votes => ({ [QUESTION]: value }));
  const fist = tally({ type: 'fist' }, [QUESTION], ballots('a', ...given));
  expect(fist).toMatchObject({ voters: 5, standings: [{ people: 2.4, spread: [1, 1, 0, 2, 0, 1] }] });
  const score = tally({ type: 'score', field: 'weight' }, ['x', 'y'], ballots('a', { x: 4 }, { x: 5 }, {}));
  expect(score.standings.map(({ id, people }) => [id, people])).toEqual([
    ['x', 4.5],
    ['y', null],
  ]);
});

it('[VOT5] however people vote, dots add up, places go from one on, and small organisations hide who gave what', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const votes = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 2 }), { maxKeys: 4 });
  const ballot = fc.record({ organisationId: fc.constantFrom('p', 'q', 'r').map(organisation), votes });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 25 }), (cast) => {
      const { standings, voters } = tally(dots, ids, cast);
      expect(sum(standings.map(({ people }) => people ?? 0))).toBe(
        sum(cast.flatMap((one) => Object.values(one.votes))),
      );
      expect(Math.min(...standings.map(({ rankPeople }) => rankPeople))).toBe(1);
      expect(Math.min(...standings.map(({ rankOrganisations }) => rankOrganisations))).toBe(1);
      for (const { rankPeople } of standings)
        expect(standings.filter((other) => other.rankPeople < rankPeople)).toHaveLength(rankPeople - 1);
      const voted = cast.filter((one) => Object.values(one.votes).some((value) => value > 0));
      expect(voters).toBe(voted.length);
      const sizes = ['p', 'q', 'r'].map(
        (sign) => voted.filter(({ organisationId }) => organisationId === organisation(sign)).length,
      );
      const isSmall = sizes.some((size) => size > 0 && size < votersMin);
      expect(standings.every(({ organisations }) => (organisations === null) === isSmall)).toBe(true);
    }),
    { seed: 11, numRuns: 300 },
  );
});
