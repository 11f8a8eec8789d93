import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BoardId, OrganisationId, ParticipantId, RoundId } from '../../../shared/protocol/ids.ts';
import { lockLimits } from '../../../shared/protocol/limits.ts';
import { breakoutLimits } from '../../../shared/session/breakouts.ts';
import {
  boardElsewhere,
  currentBreakout,
  deal,
  groupBoard,
  groupOf,
  isBringing,
  letterOf,
  smallestGroup,
} from '../../../shared/session/groups.ts';
import { rulesFor } from '../../../shared/session/rules.ts';
import { firstSession, Session } from '../../../shared/session/session.ts';
import {
  type SessionCommand,
  transition,
  withoutBoard,
  withoutParticipant,
} from '../../../shared/session/transition.ts';

const board = (sign: string) => BoardId.parse(sign.repeat(21));
const round = (sign: string) => RoundId.parse(sign.repeat(21));
const person = (name: string) => ({
  participantId: ParticipantId.parse(name.padEnd(21, '_')),
  organisationId: OrganisationId.parse(name.charAt(0).padEnd(21, '_')),
});
const id = (name: string) => person(name).participantId;
const people = (sizes: readonly number[]) =>
  sizes.flatMap((size, org) =>
    Array.from({ length: size }, (_, at) => person(`${String.fromCodePoint(65 + org)}${at}`)),
  );
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

it('[BRK1] people are dealt into groups whose sizes differ by one at most, and so does each organisation in them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: breakoutLimits.groupsMin, max: breakoutLimits.groupsMax }),
      fc.integer(),
      (sizes, count, seed) => {
        const all = people(sizes);
        const groups = deal(all, count, seed);
        expect(groups).toHaveLength(count);
        expect(groups.flat().toSorted()).toEqual(all.map(({ participantId }) => participantId).toSorted());
        expect(spread(groups.map(({ length }) => length))).toBeLessThanOrEqual(1);
        const home = new Map(all.map((one) => [one.participantId, one.organisationId]));
        for (const organisation of new Set(home.values()))
          expect(
            spread(groups.map((group) => group.filter((one) => home.get(one) === organisation).length)),
          ).toBeLessThanOrEqual(1);
        expect(deal(all.toReversed(), count, seed)).toEqual(groups);
      },
    ),
  );
  const seeds = Array.from({ length: 8 }, (_, seed) => JSON.stringify(deal(people([4, 4]), 2, seed)));
  expect(new Set(seeds).size).toBeGreaterThan(1);
});

const start = (sign = '1', boardId = board('p')): SessionCommand => ({
  ...{ type: 'breakouts.start', id: round(sign), boardId, frameId: 'shape:f' },
  groups: [
    { boardId: board('a'), people: [id('A1'), id('B1')] },
    { boardId: board('b'), people: [id('A2')] },
  ],
});
const join = (sign: string, name: string): SessionCommand => ({
  ...{ type: 'breakouts.join', boardId: board(sign), participantId: id(name) },
});
const end = (sign = '1'): SessionCommand => ({ type: 'breakouts.end', id: round(sign), unread: [] });
function after(...commands: readonly SessionCommand[]): Session {
  return commands.reduce((session, command, atMs) => {
    const made = transition(session, command, atMs);
    if (made.status === 'refused') throw new Error(made.code);
    expect(Session.parse(made.session)).toEqual(made.session);
    return made.session;
  }, firstSession);
}
const code = (session: Session, command: SessionCommand) => {
  const made = transition(session, command, 9);
  return made.status === 'refused' ? made.code : null;
};

it('[BRK2] groups are at work until their time ends; who comes later is in the group that they join, and in one alone', () => {
  const begun = after(start());
  const breakout = currentBreakout(begun.breakouts);
  if (breakout === null) throw new Error('none');
  expect([groupOf(breakout, id('A2')), groupOf(breakout, id('C1')), smallestGroup(breakout, () => true)]).toEqual([
    1,
    null,
    1,
  ]);
  expect(smallestGroup(breakout, (boardId) => boardId === board('a'))).toBe(0);
  expect(smallestGroup(breakout, () => false)).toBe(-1);
  expect(groupBoard(begun.breakouts, board('b'))).toEqual({ breakout, group: 1 });
  expect([letterOf(0), letterOf(11)]).toEqual(['A', 'L']);
  // In a group the session goes on; on a board beside it does elsewhere.
  const running = { run: { boardId: board('p') } as Session['run'], breakouts: begun.breakouts };
  expect(['p', 'a', 'x'].map((sign) => boardElsewhere(running, board(sign)))).toEqual([null, null, board('p')]);
  expect(boardElsewhere({ ...running, run: null }, board('x'))).toBeNull();
  const joined = after(start(), join('b', 'C1'), join('b', 'A1'));
  expect(joined.breakouts[0]?.groups.map(({ people: members }) => members.length)).toEqual([1, 3]);
  expect(transition(joined, join('b', 'A1'), 9)).toEqual({ status: 'next', session: joined });
  const over = after(start(), end());
  expect(over.breakouts[0]).toMatchObject({ endedAtMs: 1, groups: [{ people: [] }, { people: [] }] });
  expect(groupBoard(over.breakouts, board('a'))?.group).toBe(0);
  for (const command of [end(), join('a', 'C1')])
    expect(transition(over, command, 9)).toEqual({ status: 'next', session: over });
});

it('[BRK3] groups are at work once at a time, not while people write privately, and not in a closed session', () => {
  expect(code(after(start()), start('2'))).toBe('breakouts');
  expect(code(after(start(), end()), start('2'))).toBeNull();
  const writing: SessionCommand = { type: 'private-writing.start', boardId: board('x'), isAnonymous: false };
  expect(code(after(writing), start())).toBe('private-writing');
  expect(code(after({ type: 'workshop.close' }), start())).toBe('session-closed');
});

it('[BRK10] while groups are about to be brought together the session is not closed, and nobody begins to write privately on their boards', () => {
  const bring: SessionCommand = {
    type: 'breakouts.bring',
    id: round('1'),
    participantId: id('A1'),
    isLast: true,
    atMs: 9,
  };
  const due = after(start(), bring);
  const write = (sign: string): SessionCommand => ({
    ...{ type: 'private-writing.start', boardId: board(sign), isAnonymous: false },
  });
  expect(code(due, { type: 'workshop.close' })).toBe('bringing');
  expect(['p', 'a', 'x'].map((sign) => code(due, write(sign)))).toEqual(['bringing', 'bringing', null]);
  expect(['p', 'b', 'x'].map((sign) => isBringing(due.breakouts, board(sign)))).toEqual([true, true, false]);
  const over = after(start(), bring, end());
  expect([code(over, write('p')), code(over, { type: 'workshop.close' })]).toEqual([null, null]);
});

it('[BRK4] their time ends when the board goes into the bin; who is sent out is in no group', () => {
  const begun = after(start());
  expect(withoutBoard(begun, board('p'), 7).breakouts[0]?.endedAtMs).toBe(7);
  // Of a group's board: its people are free for another.
  expect(withoutBoard(begun, board('a'), 7).breakouts[0]?.groups.map(({ people: members }) => members)).toEqual([
    [],
    [id('A2')],
  ]);
  expect(withoutBoard(begun, board('x'), 7)).toBe(begun);
  expect(withoutParticipant(begun, id('A1')).breakouts[0]?.groups[0]?.people).toEqual([id('B1')]);
});

const lock = (sign: string, place: string | null, isLocked = true): SessionCommand => ({
  ...{ type: 'lock.set', boardId: board(sign), place, isLocked },
});

it('[BRK5] what is locked in the frame, and what the phase allows, holds on the groups’ boards; a lock of the whole main board does not', () => {
  const locked = after(start(), lock('p', 'f/z'), lock('a', 'f/y'), lock('p', null));
  const [inA, inB] = ['a', 'b'].map((sign) => rulesFor('participant', locked, board(sign)));
  expect([inA?.whole, [...(inA?.places ?? [])]]).toEqual([null, ['f/z', 'f/y']]);
  expect([inB?.whole, [...(inB?.places ?? [])]]).toEqual([null, ['f/z']]);
  expect(rulesFor('facilitator', locked, board('a')).places.size).toBe(0);
  const run = {
    boardId: board('p'),
    phaseId: 's1',
    agenda: [{ id: 's1', allows: 'own' }],
  } as unknown as Session['run'];
  const phased = (sign: string) => rulesFor('participant', { ...locked, run }, board(sign)).isOwnOnly;
  expect(['p', 'a', 'x'].map(phased)).toEqual([true, true, false]);
});

it('[BRK6] brought back, the groups’ boards are closed to all but who leads, until one of them opens one; however many are locked', () => {
  const whole = (session: Session, sign: string) => rulesFor('participant', session, board(sign)).whole;
  const over = after(start(), end());
  expect(['a', 'b', 'p'].map((sign) => whole(over, sign))).toEqual(['board-locked', 'board-locked', null]);
  const open = after(start(), end(), lock('a', null, false));
  expect(['a', 'b'].map((sign) => whole(open, sign))).toEqual([null, 'board-locked']);
  // It ends whatever is locked beside, and unlocking is never too much.
  const full = Array.from({ length: lockLimits.locksMax }, (_, at) => lock('p', `f/${at}`));
  const many = after(start(), ...full, end());
  expect(whole(many, 'b')).toBe('board-locked');
  expect(code(many, lock('x', null))).toBe('locks-full');
  // Their locks take nobody else's place.
  expect(code(after(start(), ...full.slice(1), end()), lock('x', null))).toBeNull();
  expect(code(many, lock('b', null, false))).toBeNull();
});
