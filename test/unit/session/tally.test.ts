import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrganisationId } from '../../../shared/protocol/ids.ts';
import { type Ballot, type Tally, tally, votersMin } from '../../../shared/session/tally.ts';
import { faultOf, QUESTION, sum, type Votes, type VotingMethod } from '../../../shared/session/voting.ts';

const organisation = (sign: string) => OrganisationId.parse(sign.repeat(21));
const ballots = (sign: string, ...votes: readonly Votes[]): Ballot[] =>
  votes.map((given) => ({ organisationId: organisation(sign), votes: given }));
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const secretly = (method: VotingMethod) => ({ method, isOpen: false });
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
 * Over both: every card 1. Told beside the sums, those five first places would say what the two gave: with x of the dots on a
 * theirs, (40 − x) / 20 + x / 2 is the same for all five cards only where x is 0, 0, 2, 4 and 4.
 */
const twentyAgainstTwo = [
  ...ballots('c', ...times(20, { a: 2, b: 2, c: 1 })),
  ...ballots('v', ...times(2, { d: 2, e: 2, c: 1 })),
];
const figuresOf = ({ standings }: Tally, id: string) => {
  const { people, rankPeople, rankOrganisations } = standings.find((standing) => standing.id === id) ?? {};
  return [people, rankPeople, rankOrganisations];
};

it('[VOT2] twenty against two come to what was worked out by hand; of the places that would tell how the two voted none is told', () => {
  const ids = ['e', 'd', 'c', 'b', 'a', 'f'];
  const counted = tally(secretly(dots), ids, twentyAgainstTwo);
  expect(counted).toMatchObject({ voters: 22, organisations: 2, isOutvoted: true });
  expect(counted.standings.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(figuresOf(counted, 'a')).toEqual([40, 1, null]);
  expect(figuresOf(counted, 'c')).toEqual([22, 3, null]);
  expect(figuresOf(counted, 'e')).toEqual([4, 4, null]);
  expect(counted.standings.every(({ organisations }) => organisations === null)).toBe(true);
  // Declared open before, it hides nothing.
  const open = tally({ method: dots, isOpen: true }, ids, twentyAgainstTwo);
  expect(['a', 'c', 'e', 'f'].map((id) => figuresOf(open, id))).toEqual([
    ...[
      [40, 1, 1],
      [22, 3, 1],
      [4, 4, 1],
    ],
    [0, 6, 6],
  ]);
  // With three, places and the number of organisations may be told.
  const three = tally(secretly(dots), ['a', 'd'], [...twentyAgainstTwo, ...ballots('v', { d: 2 })]);
  expect(three.standings.map(({ id, organisations }) => [id, organisations])).toEqual([
    ['a', 1],
    ['d', 1],
  ]);
  expect(['a', 'd'].map((id) => figuresOf(three, id)[2])).toEqual([1, 1]);
});

it('[VOT6] of a secret round of fewer than three nothing is told, however they vote; of one that was declared open all is', () => {
  const two = (votes: Votes) => [...ballots('a', votes), ...ballots('b', votes)];
  const methods: [VotingMethod, Votes][] = [
    [dots, { a: 2, b: 1 }],
    [
      { type: 'score', field: 'reach' },
      { a: 5, b: 1 },
    ],
    [{ type: 'fist' }, { [QUESTION]: 1 }],
  ];
  for (const [method, votes] of methods) {
    const ids = ['b', 'a', QUESTION].filter((id) => method.type !== 'fist' || id === QUESTION);
    const counted = tally(secretly(method), ids, two(votes));
    const nothing = { people: null, rankPeople: null, rankOrganisations: null, organisations: null, spread: null };
    expect(counted.standings).toEqual([...ids].sort().map((id) => ({ id, ...nothing })));
    expect(counted).toMatchObject({ voters: 2, organisations: 2, isOutvoted: false });
    const open = tally({ method, isOpen: true }, ids, two(votes));
    expect(open.standings[0]).toMatchObject({ people: expect.any(Number), rankPeople: 1, rankOrganisations: 1 });
  }
});

it('[VOT6] of points a card tells none that fewer than three gave', () => {
  const score: VotingMethod = { type: 'score', field: 'reach' };
  const cast = ballots('a', { x: 4, y: 5 }, { x: 4, y: 5 }, { x: 1 });
  expect(tally(secretly(score), ['x', 'y'], cast).standings.map(({ id, people }) => [id, people])).toEqual([
    ['x', 3],
    ['y', null],
  ]);
});

it('[VOT7] what organisations of one size gave can be exchanged among their voters: the result is the same', () => {
  const votes = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 2 }), { minKeys: 1 });
  const cast = fc.array(fc.record({ organisationId: fc.constantFrom(...'pqrstu').map(organisation), votes }), {
    ...{ minLength: 3, maxLength: 14 },
  });
  let told = 0;
  fc.assert(
    fc.property(cast, (given) => {
      const counted = tally(secretly(dots), ['a', 'b', 'c'], given);
      const sizeOf = ({ organisationId }: Ballot) =>
        given.filter((other) => other.organisationId === organisationId).length;
      const sizes = new Set(given.map(sizeOf));
      const isTold = counted.standings[0]?.rankOrganisations !== null;
      if (isTold && sizes.size > 1) told += 1;
      for (const size of isTold && sizes.size > 1 ? sizes : []) {
        const same = given.filter((ballot) => sizeOf(ballot) === size);
        expect(size >= votersMin || same.length - size >= votersMin).toBe(true);
        const exchanged = same.map((ballot, at) => ({ ...ballot, votes: same[(at + 1) % same.length]?.votes ?? {} }));
        expect(tally(secretly(dots), ['a', 'b', 'c'], [...given.filter((one) => sizeOf(one) !== size), ...exchanged]))
          // Who belongs to whom is told nowhere; how many organisations gave something is where all are of three.
          .toMatchObject({
            standings: counted.standings.map(({ organisations: _, ...rest }) => rest),
          });
      }
    }),
    { seed: 7, numRuns: 2_000 },
  );
  expect(told).toBeGreaterThan(20);
});

it('[VOT3] equal ones share a place, and a round in which all agree says that nobody was outvoted', () => {
  const cast = [...ballots('a', { x: 1, y: 1 }, { x: 1, y: 1 }, { x: 1 }), ...ballots('b', { x: 1, y: 1 })];
  const { standings, isOutvoted } = tally(secretly(dots), ['x', 'y', 'z', 'w'], cast);
  expect(standings.map(({ id, rankPeople }) => [id, rankPeople])).toEqual([
    ['x', 1],
    ['y', 2],
    ['w', 3],
    ['z', 3],
  ]);
  expect(isOutvoted).toBe(false);
  expect(tally(secretly(dots), ['x'], [])).toMatchObject({ voters: 0, organisations: 0, isOutvoted: false });
});

it('[VOT4] fist to five counts who gave each value, zero too; scores are the mean of those that were given', () => {
  const given = [0, 1, 3, 3, 5].map((value): Votes => ({ [QUESTION]: value }));
  const fist = tally(secretly({ type: 'fist' }), [QUESTION], ballots('a', ...given));
  expect(fist).toMatchObject({ voters: 5, standings: [{ people: 2.4, spread: [1, 1, 0, 2, 0, 1] }] });
  const score = tally(
    secretly({ type: 'score', field: 'weight' }),
    ['x', 'y'],
    ballots('a', { x: 4 }, { x: 5 }, { x: 3 }, {}),
  );
  expect(score.standings.map(({ id, people }) => [id, people])).toEqual([
    ['x', 4],
    ['y', null],
  ]);
});

it('[VOT5] however people vote, dots add up, places go from one on, and small organisations hide who gave what', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const votes = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 2 }), { maxKeys: 4 });
  const ballot = fc.record({ organisationId: fc.constantFrom('p', 'q', 'r').map(organisation), votes });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 25 }), (cast) => {
      const { standings, voters } = tally(secretly(dots), ids, cast);
      const voted = cast.filter((one) => Object.values(one.votes).some((value) => value > 0));
      expect(voters).toBe(voted.length);
      const isOfFew = voters < votersMin;
      expect(standings.every(({ people }) => (people === null) === isOfFew)).toBe(true);
      if (isOfFew) return;
      const placed = standings.map(({ rankPeople }) => rankPeople ?? 0);
      expect(sum(standings.map(({ people }) => people ?? 0))).toBe(
        sum(cast.flatMap((one) => Object.values(one.votes))),
      );
      expect(Math.min(...placed)).toBe(1);
      expect(
        standings.every(({ rankOrganisations }) => rankOrganisations === null) ||
          standings.some(({ rankOrganisations }) => rankOrganisations === 1),
      ).toBe(true);
      for (const place of placed) expect(placed.filter((other) => other < place)).toHaveLength(place - 1);
      const sizes = ['p', 'q', 'r'].map(
        (sign) => voted.filter(({ organisationId }) => organisationId === organisation(sign)).length,
      );
      const isSmall = sizes.some((size) => size > 0 && size < votersMin);
      expect(standings.every(({ organisations }) => (organisations === null) === isSmall)).toBe(true);
    }),
    { seed: 11, numRuns: 300 },
  );
});
