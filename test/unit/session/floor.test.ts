import fc from 'fast-check';
import { expect, it } from 'vitest';
import { floorAround, remotePeople } from '../../../client/pages/board/attention/around.ts';
import { BoardId, OrganisationId, ParticipantId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Phase } from '../../../shared/session/agenda.ts';
import {
  emptyFloor,
  Floor,
  type FloorCommand,
  otherHands,
  type Person,
  roundOrder,
  speakingOrder,
  type Turn,
  turnFloor,
  turnsToCome,
  withMergedOrganisation,
  withoutPerson,
} from '../../../shared/session/floor.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import {
  organisationMerged,
  type SessionCommand,
  transition,
  withoutParticipant,
} from '../../../shared/session/transition.ts';

const organisation = (name: string) => OrganisationId.parse(name.padEnd(21, '_'));
const participant = (name: string) => ParticipantId.parse(name.padEnd(21, '_'));

/** `B2` is the second one of organisation B. */
const person = (name: string): Person => ({
  ...{ participantId: participant(name), organisationId: organisation(name.charAt(0)) },
});
const turn = (name: string, sinceMs: number): Turn => ({ ...person(name), sinceMs });
const named = (turns: readonly Turn[]) => turns.map(({ participantId }) => participantId.replace(/_+$/, '')).join(' ');

const raise = (name: string): FloorCommand => ({ type: 'hand.raise', by: person(name) });
const lower = (name: string): FloorCommand => ({ type: 'hand.lower', participantId: participant(name) });
const give = (name: string): FloorCommand => ({ type: 'floor.give', to: person(name) });
const dismiss = (name: string | null): FloorCommand => ({
  ...{ type: 'floor.dismiss', participantId: name === null ? null : participant(name) },
});
const leaveOut = (name: string): FloorCommand => ({ type: 'round.leave-out', participantId: participant(name) });
const one = (id: string): Phase => ({
  ...{ id, scripted: null, title: id, prompt: null, minutes: 5, place: null, tools: [], allows: 'all' },
});
const end: FloorCommand = { type: 'floor.end' };
const nobody: ReadonlySet<ParticipantId> = new Set();

/** One command after the other, a millisecond each. */
const turned = (...commands: readonly FloorCommand[]): Floor =>
  commands.reduce((floor, command, atMs) => turnFloor(floor, command, atMs), emptyFloor);
const spoke = (...names: readonly string[]) => ({ spoke: names.map(participant) });
const heard = (name: string, turns: number, lastSinceMs: number) => ({
  ...{ organisationId: organisation(name), turns, lastSinceMs },
});

it('[FLR1] a hand is up once until it is lowered, dismissed or called; whoever has the floor may raise it again', () => {
  expect(turned(raise('A1'), raise('B1'), raise('A1')).hands).toEqual([turn('A1', 0), turn('B1', 1)]);
  expect(turned(raise('A1'), raise('B1'), lower('A1'), raise('A1')).hands).toEqual([turn('B1', 1), turn('A1', 3)]);
  expect(named(turned(raise('A1'), raise('B1'), dismiss('A1')).hands)).toBe('B1');
  expect(turned(raise('A1'), raise('B1'), dismiss(null))).toEqual(emptyFloor);
  expect(named(turned(raise('A1'), raise('B1'), give('A1'), raise('A1')).hands)).toBe('B1 A1');
});

it('[FLR2] one speaks at a time, hand or not; each turn is their organisation’s, and ends with the next or by itself', () => {
  const given = turned(raise('A1'), raise('B1'), give('B1'));
  expect(given).toEqual({
    ...{ hands: [turn('A1', 0)], speaking: turn('B1', 2), round: [], heard: [heard('B', 1, 2)] },
    ...spoke('B1'),
  });
  const next = turned(give('A1'), give('B1'), give('A2'));
  expect(next).toEqual({
    hands: [],
    speaking: turn('A2', 2),
    round: [],
    heard: [heard('B', 1, 1), heard('A', 2, 2)],
    ...spoke('A1', 'B1', 'A2'),
  });
  expect(turned(give('A1'), end)).toEqual({ ...emptyFloor, heard: [heard('A', 1, 0)], ...spoke('A1') });
  // The same person again is a turn of its own only after an end.
  expect(turned(give('A1'), raise('A1'), give('A1'))).toEqual(turned(give('A1')));
  expect(turned(give('A1'), end, give('A1')).heard).toEqual([heard('A', 2, 2)]);
});

it('[FLR3] what is so already stays the very same state, and closing the session leaves hands and floor', () => {
  const session = { ...firstSession, seq: 3, floor: turned(raise('A1'), give('B1')) };
  for (const command of [raise('A1'), lower('B1'), give('B1'), dismiss('C1')])
    expect(transition(session, command, 99)).toEqual({ status: 'next', session });
  for (const command of [end, lower('A1'), dismiss(null)])
    expect(transition(firstSession, command, 99)).toEqual({ status: 'next', session: firstSession });
  const closed = transition(session, { type: 'workshop.close' }, 5);
  if (closed.status === 'refused') throw new Error(closed.code);
  expect(closed.session.floor).toEqual(session.floor);
  expect(transition(closed.session, raise('C1'), 6)).toMatchObject({
    ...{ status: 'next', session: { seq: 5, floor: { hands: [turn('A1', 0), turn('C1', 6)] } } },
  });
});

it('[FLR4] the turn goes round the organisations, those not heard first, then those not heard for the longest time', () => {
  const hands = [raise('A1'), raise('A2'), raise('A3'), raise('B1'), raise('C1')];
  expect(speakingOrder(emptyFloor)).toEqual([]);
  expect(named(speakingOrder(turned(...hands)))).toBe('A1 B1 C1 A2 A3');
  expect(named(speakingOrder(turned(give('A9'), ...hands)))).toBe('B1 C1 A1 A2 A3');
  expect(named(speakingOrder(turned(give('B9'), give('A9'), ...hands)))).toBe('C1 B1 A1 A2 A3');
  expect(named(speakingOrder(turned(give('B9'), give('A9'), give('B9'), ...hands)))).toBe('C1 A1 B1 A2 A3');
  // How often somebody was heard does not count: the one who has waited longest does.
  expect(named(speakingOrder(turned(give('A9'), give('A8'), give('B9'), ...hands)))).toBe('C1 A1 B1 A2 A3');
});

it('[FLR5] among equals the order is that of raising, also in one millisecond and after a clock that was put back', () => {
  const backwards = [raise('A1'), raise('B1'), raise('A2'), raise('C1')];
  const floor = backwards.reduce((before, command, index) => turnFloor(before, command, 9 - index), emptyFloor);
  expect(named(speakingOrder(floor))).toBe('A1 B1 C1 A2');
  const atOnce = backwards.reduce((before, command) => turnFloor(before, command, 7), emptyFloor);
  expect(named(speakingOrder(atOnce))).toBe('A1 B1 C1 A2');
  const given = turnFloor(turnFloor(floor, give('A9'), 9), give('B9'), 2);
  expect(named(speakingOrder(given))).toBe('C1 A1 B1 A2');
});

it('[FLR6] whoever is removed has neither hand nor floor; that their organisation was heard stays', () => {
  const floor = turned(raise('A1'), give('A1'), raise('A1'), raise('B1'));
  expect(withoutPerson(floor, participant('A1'))).toEqual({
    ...{ hands: [turn('B1', 3)], speaking: null, round: [], heard: [heard('A', 1, 1)], spoke: [] },
  });
  expect(withoutPerson(floor, participant('B1'))).toEqual({ ...floor, hands: [turn('A1', 2)] });
  const session = { ...firstSession, floor };
  expect(withoutParticipant(session, participant('C1'))).toBe(session);
  expect(withoutParticipant(session, participant('A1'))).toMatchObject({ seq: 1, floor: { speaking: null } });
});

it('[FLR7] turns of a merged organisation are the other’s, which was heard when either was last', () => {
  const merged = (floor: Floor, from = 'A', into = 'B') =>
    withMergedOrganisation(floor, organisation(from), organisation(into));
  const floor = turned(raise('A1'), give('B1'), give('A2'), give('A3'), give('C1'), give('A3'), raise('B2'));
  const inB = (name: string, sinceMs: number) => ({ ...turn(name, sinceMs), organisationId: organisation('B') });
  expect(merged(floor)).toEqual({
    ...{ hands: [inB('A1', 0), turn('B2', 6)], speaking: inB('A3', 5), round: [] },
    heard: [heard('C', 1, 4), heard('B', 4, 5)],
    ...spoke('B1', 'A2', 'A3', 'C1'),
  });
  // Whoever of the two came last counts, not which one leads on.
  expect(merged(turned(give('A1'), give('C1'), give('B1'))).heard).toEqual([heard('C', 1, 1), heard('B', 2, 2)]);
  expect(merged(turned(give('B1'), give('A1'), give('C1'))).heard).toEqual([heard('B', 2, 1), heard('C', 1, 2)]);
  expect(merged(turned(give('A1'))).heard).toEqual([heard('B', 1, 0)]);
  expect(merged(turned(give('C1')))).toEqual(turned(give('C1')));
  expect(merged(emptyFloor)).toEqual(emptyFloor);
  const session = { ...firstSession, floor };
  expect(organisationMerged(session, organisation('D'), organisation('E'))).toBe(session);
  expect(organisationMerged(session, organisation('A'), organisation('B')).seq).toBe(1);
});

const anyName = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.integer({ min: 1, max: 6 }))
  .map(([home, index]) => `${home}${index}`);
const anyCommand = fc.oneof(
  { arbitrary: anyName.map(raise), weight: 6 },
  { arbitrary: anyName.map(give), weight: 2 },
  ...[anyName.map(lower), anyName.map(dismiss), fc.constantFrom(end, dismiss(null))],
);
const anyFloor = fc
  .array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 50 })), { maxLength: 60 })
  .map((steps) => steps.reduce((floor, [command, atMs]) => turnFloor(floor, command, atMs), emptyFloor));

it('[FLR8] the order is one of all hands, in which nobody comes before an organisation that has waited longer', () => {
  fc.assert(
    fc.property(anyFloor, (floor) => {
      expect(Floor.parse(floor)).toEqual(floor);
      expect(new Set(floor.hands.map(({ participantId }) => participantId)).size).toBe(floor.hands.length);
      const order = speakingOrder(floor);
      expect(new Set(order)).toEqual(new Set(floor.hands));
      expect(order).toHaveLength(floor.hands.length);
      // The first in line is one of those who have waited longest, and of theirs and of its equals the first to raise.
      let waiting = floor.hands;
      const calledLast = floor.heard.map(({ organisationId }) => organisationId);
      for (const called of order) {
        const waitOf = ({ organisationId }: Turn) => calledLast.lastIndexOf(organisationId);
        const longest = Math.min(...waiting.map(waitOf));
        expect(called).toBe(waiting.find((hand) => waitOf(hand) === longest));
        calledLast.push(called.organisationId);
        waiting = waiting.filter((hand) => hand !== called);
      }
    }),
    { numRuns: 300 },
  );
});

it('[FLR8] no organisation is called twice in a row while another one waits, and calling the first keeps the rest', () => {
  fc.assert(
    fc.property(anyFloor, fc.integer({ min: 0, max: 50 }), (floor, nowMs) => {
      const order = speakingOrder(floor);
      for (const [index, { organisationId }] of order.entries()) {
        if (order[index + 1]?.organisationId !== organisationId) continue;
        expect(order.slice(index).every((hand) => hand.organisationId === organisationId)).toBe(true);
      }
      const [first, ...others] = order;
      if (first === undefined || first.participantId === floor.speaking?.participantId) return;
      const { participantId, organisationId } = first;
      const given = turnFloor(floor, { type: 'floor.give', to: { participantId, organisationId } }, nowMs);
      expect(speakingOrder(given)).toEqual(others);
    }),
    { numRuns: 300 },
  );
});

it('[FLR8] a merge loses no hand and no turn', () => {
  fc.assert(
    fc.property(anyFloor, (floor) => {
      const merged = withMergedOrganisation(floor, organisation('A'), organisation('B'));
      const turnsIn = (one: Floor) => one.heard.reduce((sum, { turns }) => sum + turns, 0);
      expect(Floor.parse(merged)).toEqual(merged);
      expect([named(merged.hands), turnsIn(merged)]).toEqual([named(floor.hands), turnsIn(floor)]);
      expect(JSON.stringify(merged)).not.toContain(JSON.stringify(organisation('A')));
    }),
    { numRuns: 200 },
  );
});

it('[FLR21] in a round everybody who is in it has one turn, one voice of each organisation first; it ends with its phase, and hands stay', () => {
  const boardId = BoardId.parse('b'.repeat(21));
  const begin = (...names: readonly string[]) =>
    ({ type: 'round.begin', boardId, people: names.map(person) }) as const satisfies SessionCommand;
  const after = (from: Session, ...commands: readonly SessionCommand[]) =>
    commands.reduce((session, one) => {
      const made = transition(session, one, 7);
      if (made.status === 'refused') throw new Error(made.code);
      return made.session;
    }, from);
  const begun = after(firstSession, give('B9'), raise('A2'), begin('A1', 'A2', 'B1', 'C1'));
  const order = ({ floor }: Session) => named(roundOrder(floor, nobody));
  expect(order(begun)).toBe('A1 C1 B1 A2');
  // Two who lead begin it at once: it is one.
  expect(after(begun, begin('C1'))).toBe(begun);
  const spoken = after(begun, give('A1'));
  expect(order(spoken)).toBe('C1 B1 A2');
  expect(named(turnsToCome(spoken.floor, nobody))).toBe('C1 B1 A2');
  // A hand is another wish: taken down it leaves the turn, and the turn takes it down.
  expect(order(after(spoken, lower('A2')))).toBe('C1 B1 A2');
  expect(after(spoken, give('A2')).floor.hands).toEqual([]);
  expect(order(after(spoken, leaveOut('C1')))).toBe('B1 A2');
  // Who has left the board shows as a hand alone: taking it down leaves the turn, and leaving out the turn leaves the hand.
  expect(order(after(spoken, dismiss('A2')))).toBe('C1 B1 A2');
  expect(named(after(spoken, dismiss('A2')).floor.hands)).toBe('');
  expect(named(after(spoken, leaveOut('A2')).floor.hands)).toBe('A2');
  expect(order(after(spoken, leaveOut('A2')))).toBe('C1 B1');
  expect(order(after(spoken, dismiss(null)))).toBe('C1 B1 A2');
  expect(order(withoutParticipant(spoken, participant('B1')))).toBe('C1 A2');
  expect(named(turnsToCome(after(spoken, raise('D1')).floor, nobody))).toBe('C1 B1 A2 D1');
  const over = after(spoken, { type: 'round.end' });
  expect(over.floor).toEqual({ ...spoken.floor, round: [] });
  expect(over.floor.hands).toEqual([turn('A2', 7)]);
  const agenda = [one('s0'), one('s1')];
  const run = after(firstSession, { type: 'run.start', boardId, phaseId: 's0', agenda }, begin('A1'));
  expect(run.run?.moves).toEqual(['round']);
  for (const command of [
    { type: 'phase.set', boardId, phaseId: 's1' },
    { type: 'run.end', boardId },
  ] as const)
    expect(after(run, command).floor.round).toEqual([]);
});

it('[FLR22] who has left is not waited for in a round and keeps their place, and their hand stays; who works in a group is around', () => {
  const roster = (...names: readonly string[]) => names.map(person);
  const floor: Floor = { ...turned(raise('A1'), raise('B1'), raise('C1')), round: [turn('A1', 3), turn('B2', 3)] };
  const around = floorAround({ floor, breakouts: [] }, roster('A1', 'C1'));
  expect([named(around.hands), named(around.round)]).toEqual(['A1 B1 C1', 'A1']);
  // Each is called once.
  expect(named(otherHands(around))).toBe('B1 C1');
  const inGroups = (endedAtMs: number | null) => [
    {
      ...{ id: RoundId.parse('r'.repeat(21)), boardId: BoardId.parse('b'.repeat(21)), frameId: 'shape:f' },
      ...{
        startedAtMs: 1,
        endedAtMs,
        ...{ bringing: null, unread: [] },
        groups: [{ boardId: BoardId.parse('g'.repeat(21)), people: [participant('B2')] }],
      },
    },
  ];
  expect(named(floorAround({ floor, breakouts: inGroups(null) }, roster('A1')).round)).toBe('A1 B2');
  expect(named(floorAround({ floor, breakouts: inGroups(9) }, roster('A1')).round)).toBe('A1');
});

const anyRound = fc.record({
  floor: fc
    .tuple(anyFloor, fc.uniqueArray(anyName, { maxLength: 12 }))
    .map(([floor, names]) => ({ ...floor, round: names.map((name) => turn(name, 9)) })),
  remote: fc.array(anyName).map((names) => new Set(names.map(participant))),
});

it('[FLR24] in a round whoever is not in the room speaks before those who are, still one voice of each organisation first', () => {
  const round = ['A1', 'A2', 'B1', 'B2', 'C1'].map((name) => turn(name, 3));
  const floor = { ...turned(give('C9')), round };
  const orderOf = (...remote: readonly string[]) => named(roundOrder(floor, new Set(remote.map(participant))));
  expect(orderOf()).toBe('A1 B1 C1 A2 B2');
  // The others go on where those ended: B and C were not heard in it yet.
  expect(orderOf('A2')).toBe('A2 B1 C1 A1 B2');
  expect(orderOf('C1', 'A1', 'A2')).toBe('A1 C1 A2 B1 B2');
  expect(named(turnsToCome(turnFloor(floor, raise('D1'), 4), new Set([participant('B2')])))).toBe('B2 A1 C1 B1 A2 D1');
  // Hands are called as before.
  expect(named(otherHands(turned(raise('A1'), raise('B1'))))).toBe('A1 B1');
  fc.assert(
    fc.property(anyRound, fc.integer({ min: 0, max: 50 }), ({ floor: any, remote }, nowMs) => {
      const order = roundOrder(any, remote);
      expect(new Set(order)).toEqual(new Set(any.round));
      const isRemote = order.map(({ participantId }) => remote.has(participantId));
      expect(isRemote.lastIndexOf(true)).toBeLessThan(isRemote.includes(false) ? isRemote.indexOf(false) : 99);
      // Called one after the other they come in just this order.
      const [first, ...others] = order;
      if (first === undefined || first.participantId === any.speaking?.participantId) return;
      const { participantId, organisationId } = first;
      const given = turnFloor(any, { type: 'floor.give', to: { participantId, organisationId } }, nowMs);
      expect(roundOrder(given, remote)).toEqual(others);
    }),
    { numRuns: 300, seed: 20_261_130 },
  );
});

it('[FLR24] who is on the board is remote as the server says it now, anybody else as the page knows', () => {
  const someone = (name: string, remote: boolean) => ({ id: participant(name), name, remote }) as never;
  const people = [someone('A1', true), someone('A2', true), someone('B1', false)];
  const roster = [
    { participantId: participant('A2'), remote: false },
    { participantId: participant('C1'), remote: true },
  ];
  expect(remotePeople({ people }, roster)).toEqual(new Set([participant('A1'), participant('C1')]));
});
