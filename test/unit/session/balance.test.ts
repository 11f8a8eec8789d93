import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { Balance, type BalanceFacts, balanceOf, groupMin } from '../../../shared/session/balance.ts';

const organisation = (name: string) => OrganisationId.parse(name.padEnd(21, '_'));
/** `B2` is the second one of organisation B. */
const person = (name: string) => ({
  participantId: ParticipantId.parse(name.padEnd(21, '_')),
  organisationId: organisation(name.charAt(0)),
});
const people = (names: string) => names.split(' ').filter(Boolean).map(person);
/** One card each time that a name is said. */
const cards = (names: string, createdAtMs = 0) => people(names).map((one) => ({ ...one, createdAtMs }));
const times = (count: number, name: string) => Array.from({ length: count }, () => name).join(' ');
const turns = (name: string, count: number) => ({ organisationId: organisation(name), turns: count });

const facts = (change: Partial<BalanceFacts>): BalanceFacts => ({
  ...{ people: [], cards: [], hasNameless: false, turns: [], spoke: [], startedAtMs: null, hidden: null },
  ...{ askedBy: organisation('Z'), ...change },
});
const told = (change: Partial<BalanceFacts>) => Balance.parse(balanceOf(facts(change)));
const names = (ids: readonly string[]) => ids.map((id) => id.replace(/_+$/, '')).join(' ');
const cardsOf = ({ organisations }: Balance) =>
  organisations.map(({ id, figures }) => [names([id]), figures.cards, figures.cardShare]);

it('[BAL1] cards and turns of each organisation with three people or more are told, with their shares', () => {
  const balance = told({
    people: people('A1 A2 A3 B1 B2 B3 B4'),
    cards: [...cards('A1 A1 A1', 10), ...cards('B1', 20)],
    turns: [turns('A', 1), turns('B', 3)],
    spoke: people('A1 B2'),
    startedAtMs: 15,
  });
  expect(balance.organisations).toEqual([
    {
      ...{ id: organisation('A'), people: 3 },
      figures: { cards: 3, cardShare: 75, sinceStart: 0, turns: 1, turnShare: 25, hidden: null },
    },
    {
      ...{ id: organisation('B'), people: 4 },
      figures: { cards: 1, cardShare: 25, sinceStart: 1, turns: 3, turnShare: 75, hidden: null },
    },
  ]);
  expect(balance.smaller).toEqual({ ids: [], figures: null });
  expect(names(balance.unheard)).toBe('A2 A3 B3 B4');
  expect(balance.unheardOrganisations).toEqual([]);
});

it('[BAL2] of a small organisation no figure is told, and shares are of what is told alone', () => {
  const balance = told({ people: people('A1 A2 A3 B1 B2'), cards: [...cards('A1 A2'), ...cards('B1 B1 B2')] });
  expect(cardsOf(balance)).toEqual([['A', 2, 100]]);
  expect(balance.smaller).toEqual({ ids: [organisation('B')], figures: null });
  // Whoever wrote and left does not make the organisation large.
  const left = told({ people: people('A1 A2'), cards: cards('A1 A2 A3 A4') });
  expect([left.organisations, left.smaller.figures]).toEqual([[], null]);
});

it('[BAL3] small organisations are told as one sum where three people of two of them are in it', () => {
  const small = { people: people('A1 A2 A3 B1 B2 C1'), cards: cards(`A1 ${times(3, 'B1')} B2 C1 C1`) };
  expect(told(small).smaller).toMatchObject({
    ...{ ids: [organisation('B'), organisation('C')], figures: { cards: 6, cardShare: 86 } },
  });
  expect(cardsOf(told(small))).toEqual([['A', 1, 14]]);
  // One of them alone, two people of two, and one of the two of whom nothing came: it would be the other's figure.
  for (const change of [
    { people: people('A1 A2 A3 B1 B2') },
    { people: people('A1 A2 A3 B1 C1') },
    { cards: cards('A1 B1 B2 B2') },
    { cards: cards('A1 B1 B1 C1') },
    // Whoever asks knows what is theirs.
    { askedBy: organisation('C') },
  ])
    expect(told({ ...small, ...change }).smaller.figures).toBeNull();
});

it('[BAL4] who has neither card nor turn is named, and their organisation where that is so of everybody', () => {
  const balance = told({
    people: people('A1 A2 B1 C1 C2'),
    cards: cards('A1'),
    turns: [turns('B', 1)],
    spoke: people('B1'),
  });
  expect(names(balance.unheard)).toBe('A2 C1 C2');
  expect(names(balance.unheardOrganisations)).toBe('C');
});

it('[BAL5] a round is advised where one of four organisations or more wrote over two fifths of ten cards or more', () => {
  const four = people('A1 B1 C1 D1');
  const lopsided = (change: Partial<BalanceFacts>) => told({ people: four, ...change }).isLopsided;
  expect(lopsided({ cards: cards(`${times(5, 'A1')} B1 B1 C1 C1 D1`) })).toBe(true);
  expect(lopsided({ cards: cards(`${times(4, 'A1')} B1 B1 C1 C1 D1 D1`) })).toBe(false);
  expect(lopsided({ cards: cards(times(9, 'A1')) })).toBe(false);
  expect(lopsided({ people: people('A1 B1 C1'), cards: cards(times(10, 'A1')) })).toBe(false);
});

it('[BAL6] what is written privately is told of the same organisations as everything else', () => {
  const hidden = [
    { organisationId: organisation('A'), shapes: 4 },
    { organisationId: organisation('B'), shapes: 7 },
  ];
  const balance = told({ people: people('A1 A2 A3 B1'), hidden });
  expect(balance.organisations.map(({ figures }) => figures.hidden)).toEqual([4]);
  expect(JSON.stringify(balance)).not.toContain('7');
});

const someFacts = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
    cards: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 })), { maxLength: 30 }),
    asker: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ sizes, cards: written, asker }) => {
    const name = (org: number, number: number) => `${'ABCDEFZ'.charAt(org)}${number}`;
    return facts({
      people: sizes.flatMap((size, org) => Array.from({ length: size }, (_, at) => person(name(org, at + 1)))),
      cards: written.filter(([org]) => org < sizes.length).flatMap(([org, number]) => cards(name(org, number))),
      askedBy: organisation('ABCDEFZ'.charAt(asker)),
    });
  });

/** The advice alone says more than nothing: that somebody, whom it does not name, wrote over two fifths. */
const withoutAdvice = ({ isLopsided: _, ...balance }: Balance) => balance;

it('[BAL7] no figure of an organisation with fewer than three people can be worked out', () => {
  let [alone, together] = [0, 0];
  fc.assert(
    fc.property(someFacts, (given) => {
      const balance = balanceOf(given);
      const sizeOf = (id: string) => given.people.filter(({ organisationId }) => organisationId === id).length;
      for (const { id } of balance.organisations) expect(sizeOf(id)).toBeGreaterThanOrEqual(groupMin);
      const isSmall = ({ organisationId }: { organisationId: string }) => sizeOf(organisationId) < groupMin;
      const smalls = given.cards.filter(isSmall);
      const [first] = smalls;
      if (first === undefined) return;
      if (balance.smaller.figures === null) {
        alone++;
        // However many cards whoever wrote there has, the answer is the same.
        const more = { ...given, cards: [...given.cards, ...smalls] };
        const changed = balanceOf(more);
        if (changed.smaller.figures === null) expect(withoutAdvice(changed)).toEqual(withoutAdvice(balance));
        else expect.unreachable('more cards of the same people made a sum');
        return;
      }
      together++;
      // Beside one's own and those of which nothing came, cards may be of one or of the other: the answer is the same.
      const unknown = smalls.filter(({ organisationId }) => organisationId !== given.askedBy);
      const writers = new Map(unknown.map((card) => [card.organisationId, card]));
      expect(writers.size).toBeGreaterThanOrEqual(2);
      const [one, other] = [...writers.values()];
      if (one === undefined || other === undefined) return;
      const add = (card: typeof one) => balanceOf({ ...given, cards: [...given.cards, card] });
      expect(withoutAdvice(add(one))).toEqual(withoutAdvice(add(other)));
      expect(new Set(unknown.map(({ participantId }) => participantId)).size).toBeGreaterThanOrEqual(groupMin);
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(alone, together)).toBeGreaterThan(100);
});

it('[BAL8] shares come to a whole, give or take what is rounded, and there are none of nothing', () => {
  expect(told({ people: people('A1 A2 A3') }).organisations[0]?.figures).toMatchObject({
    ...{ cards: 0, cardShare: null, turnShare: null },
  });
  fc.assert(
    fc.property(someFacts, (given) => {
      const { organisations, smaller } = balanceOf(given);
      const shares = [...organisations.map(({ figures }) => figures), smaller.figures].flatMap(
        (figures) => figures?.cardShare ?? [],
      );
      if (shares.length === 0) return;
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(shares.length / 2);
    }),
  );
});
