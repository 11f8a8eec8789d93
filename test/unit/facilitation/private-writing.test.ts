import { expect, test } from 'vitest';
import { createPeople } from '../../../client/canvas/card-shapes/people.ts';
import { countedBy } from '../../../client/facilitation/private-writing/counted.ts';
import {
  momentOf,
  newsBetween,
  toBeRevealed,
  type WritingMoment,
} from '../../../client/facilitation/private-writing/moment.ts';
import { BoardId, OrganisationId } from '../../../shared/protocol/ids.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { revealed, type SessionCommand, transition } from '../../../shared/session/transition.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
const other = BoardId.parse('other'.padEnd(21, '-'));

function after(session: Session, command: SessionCommand, nowMs: number): Session {
  const next = transition(session, command, nowMs);
  if (next.status !== 'next') throw new Error(next.code);
  return next.session;
}
const started = after(firstSession, { type: 'private-writing.start', boardId, isAnonymous: true }, 1_000);
const revealing = after(started, { type: 'private-writing.reveal', boardId }, 2_000);
const [off, writing, ending] = [firstSession, started, revealing].map((session) => momentOf(session, boardId)) as [
  WritingMoment,
  WritingMoment,
  WritingMoment,
];

test('[PRW40] a board has private writing, is being revealed or has none, whatever another board has', () => {
  expect([off, writing, ending].map(({ status }) => status)).toEqual(['off', 'writing', 'revealing']);
  expect(writing).toMatchObject({ isAnonymous: true });
  expect(momentOf(started, other)).toEqual({ status: 'off' });
  expect(momentOf(revealed(revealing), boardId)).toEqual({ status: 'off' });
});

test('[PRW40] each turn is said once, also one that happened while a page was away', () => {
  const anew = momentOf(
    after(revealed(revealing), { type: 'private-writing.start', boardId, isAnonymous: false }, 9_000),
    boardId,
  );
  const told = [off, off, writing, writing, ending, ending, off, writing, anew, off, ending, off];
  expect(told.map((now, index) => newsBetween(told[index - 1] ?? off, now))).toEqual([
    ...[null, null, 'begun', null, 'revealing', null, 'ended'],
    ...['begun', 'begun', 'ended', 'revealing', 'ended'],
  ]);
});

test('[PRW40] how many cards were revealed is known though their count goes first', () => {
  const count = (...steps: readonly (readonly [WritingMoment, number])[]) =>
    steps.reduce((before, [now, counted]) => toBeRevealed(before, now, counted), 0);
  expect(count([off, 0], [writing, 3], [ending, 4], [ending, 0], [off, 0])).toBe(4);
  expect(count([writing, 3], [writing, 0], [ending, 0], [off, 0])).toBe(0);
  expect(count([ending, 5], [off, 5], [off, 0], [writing, 0])).toBe(0);
});

test('[PRW41] cards count for the organisation one is part of now, in the order of joining, and all of them in the total', () => {
  const [first, second, merged, unknown] = ['one', 'two', 'old', 'new'].map((id) =>
    OrganisationId.parse(id.padEnd(21, '-')),
  ) as [OrganisationId, OrganisationId, OrganisationId, OrganisationId];
  const people = createPeople(
    {
      organisations: [
        { id: second, name: 'De Schakel', colour: 2 },
        { id: first, name: 'City of Merelbrugge', colour: 1 },
      ],
      people: [],
      mergedOrganisations: [{ id: merged, into: first }],
    },
    [],
  );
  const { total, organisations } = countedBy(people, [
    { organisationId: second, shapes: 4 },
    { organisationId: merged, shapes: 2 },
    { organisationId: first, shapes: 1 },
    { organisationId: unknown, shapes: 5 },
  ]);
  expect(organisations.map(({ mark, cards }) => `${mark.initials} ${cards}`)).toEqual(['CM 3', 'DS 4']);
  expect(total).toBe(12);
  expect(countedBy(people, [])).toEqual({ total: 0, organisations: [] });
});
