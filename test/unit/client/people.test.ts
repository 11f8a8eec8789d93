import { describe, expect, it } from 'vitest';
import { beforeWhich } from '../../../client/pages/workshop/boards/order.ts';
import { findIn } from '../../../client/pages/workshop/people/group-people.ts';
import { likelyDuplicates } from '../../../client/pages/workshop/people/likely-duplicates.ts';
import { BoardId, OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';

const organisation = (name: string, place: number) => ({
  id: OrganisationId.parse(String(place).padStart(21, '0')),
  name,
  colour: place + 1,
});
const pairsOf = (...names: readonly string[]) =>
  likelyDuplicates(names.map(organisation)).map(({ first, second }) => `${first.name} = ${second.name}`);

describe('organisations that may be one under two names', () => {
  it.each([
    ['City', 'City of M.'],
    ['City of M.', 'City of Merelbrugge'],
    ['World Wildlife Fund', 'WWF'],
    ['Universiteit van Amsterdam', 'UA'],
    ['Universiteit van Amsterdam', 'UvA'],
    ['École Voltaire', 'ecole-voltaire'],
    ['De Schakel', 'De Schakle'],
    ['Korf Supermarkets', 'Korf Supermarket'],
  ])('[PAG10] %s and %s are pointed at', (first, second) => {
    expect(pairsOf(first, second)).toEqual([`${first} = ${second}`]);
    expect(pairsOf(second, first)).toEqual([`${second} = ${first}`]);
  });

  it.each([
    ['City of Merelbrugge', 'City of Ghent'],
    ['Korf Supermarkets', 'Food Safety Desk'],
    ['De Schakel', 'De Kring'],
    ['Wells', 'Walls'],
    ['A', 'Alpha'],
    ['東京', '大阪'],
  ])('[PAG10] %s and %s are not', (first, second) => {
    expect(pairsOf(first, second)).toEqual([]);
  });
});

describe('finding people', () => {
  const person = (name: string, place: number) => ({
    id: ParticipantId.parse(String(place).padStart(21, 'p')),
    name,
    organisationId: organisation('', place).id,
    colour: 1,
    role: 'participant' as const,
    nameInReport: false,
    remote: false,
    removedAtMs: null,
  });
  const groups = [
    { organisation: organisation('École Voltaire', 0), people: [person('Anna', 0), person('Jörg', 1)] },
    { organisation: organisation('Wells', 1), people: [person('Annika', 2)] },
  ];
  const found = (search: string) =>
    findIn(groups, search).map(({ organisation: { name }, people }) => [name, ...people.map((each) => each.name)]);

  it('[PAG11] by name, and whole organisations by theirs, without case and accents', () => {
    expect(found('ann')).toEqual([
      ['École Voltaire', 'Anna'],
      ['Wells', 'Annika'],
    ]);
    expect(found('ECOLE')).toEqual([['École Voltaire', 'Anna', 'Jörg']]);
    expect(found('jorg')).toEqual([['École Voltaire', 'Jörg']]);
    expect(found('nobody')).toEqual([]);
    expect(found(' ')).toHaveLength(2);
  });
});

describe('the order of boards', () => {
  const ids = ['a', 'b', 'c', 'd'].map((letter) => BoardId.parse(letter.repeat(21)));
  const boards = ids.map((id) => ({ id }));
  const [a, b, c, d] = ids as [BoardId, BoardId, BoardId, BoardId];
  /** What the server makes of it. */
  const order = (moved: BoardId, before: BoardId | null) => {
    const rest = ids.filter((id) => id !== moved);
    const place = before === null ? rest.length : rest.indexOf(before);
    return [...rest.slice(0, place), moved, ...rest.slice(place)];
  };

  it.each([
    { moved: a, side: 'after', other: c, result: [b, c, a, d] },
    { moved: a, side: 'after', other: d, result: [b, c, d, a] },
    { moved: d, side: 'before', other: b, result: [a, d, b, c] },
    { moved: b, side: 'after', other: a, result: [a, b, c, d] },
    { moved: c, side: 'before', other: d, result: [a, b, c, d] },
  ] as const)('[PAG12] a moved board comes right beside the other', ({ moved, side, other, result }) => {
    expect(order(moved, beforeWhich(boards, moved, side, other))).toEqual(result);
  });
});
