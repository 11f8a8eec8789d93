import { expect, it } from 'vitest';
import { isOver } from '../../../client/pages/board/attention/asked-before.ts';
import { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { Phase } from '../../../shared/session/agenda.ts';
import { View } from '../../../shared/session/attention.ts';
import { firstSession, Session } from '../../../shared/session/session.ts';
import {
  type SessionCommand,
  transition,
  withoutBoard,
  withoutParticipant,
} from '../../../shared/session/transition.ts';

const boardId = BoardId.parse('b'.repeat(21));
const other = BoardId.parse('o'.repeat(21));
const [fatima, gus] = ['f', 'g'].map((sign) => ParticipantId.parse(sign.repeat(21))) as [ParticipantId, ParticipantId];
const view: View = { x: -400, y: 120.5, w: 1_600, h: 900 };

const spotlight = (by = fatima, on = boardId): SessionCommand => ({
  ...{ type: 'spotlight.start', boardId: on, participantId: by },
});
const gather = (by = fatima, on = boardId): SessionCommand => ({
  ...{ type: 'gather', boardId: on, participantId: by, view },
});

/** The state after commands that all fit; each with its time. */
const after = (...steps: readonly (readonly [number, SessionCommand])[]): Session =>
  steps.reduce((session, [atMs, command]) => {
    const made = transition(session, command, atMs);
    if (made.status === 'refused') throw new Error(`${command.type}: ${made.code}`);
    expect(Session.parse(made.session)).toEqual(made.session);
    return made.session;
  }, firstSession);

it('[ATT1] everybody follows one person on one board until it is stopped; another takes their place', () => {
  const followed = { boardId, participantId: fatima, sinceMs: 5, frame: null };
  expect(after([5, spotlight()])).toEqual({ ...firstSession, seq: 1, spotlight: followed });
  expect(after([5, spotlight()], [6, spotlight(gus)]).spotlight).toEqual({
    ...followed,
    participantId: gus,
    sinceMs: 6,
  });
  expect(after([5, spotlight()], [6, spotlight(fatima, other)]).spotlight).toMatchObject({
    boardId: other,
    sinceMs: 6,
  });
  expect(after([5, spotlight()], [6, { type: 'spotlight.stop' }])).toEqual({ ...firstSession, seq: 2 });
});

it('[ATT2] following that goes on already, and stopping what is over, change nothing', () => {
  const session = after([5, spotlight()]);
  expect(transition(session, spotlight(), 99)).toEqual({ status: 'next', session });
  expect(transition(firstSession, { type: 'spotlight.stop' }, 5)).toEqual({ status: 'next', session: firstSession });
});

it('[ATT3] each gathering is one of its own, also to the same view; nobody is followed by it', () => {
  const session = after([5, gather()], [6, gather()]);
  const gathering = { boardId, participantId: fatima, view, frame: null, atMs: 6 };
  expect(session).toEqual({ ...firstSession, seq: 2, gathering });
  expect(after([5, spotlight()], [6, gather(gus, other)])).toMatchObject({
    ...{ spotlight: { participantId: fatima }, gathering: { boardId: other, participantId: gus } },
  });
});

it('[ATT4] closing the session ends the spotlight, and none is started while it is closed', () => {
  const closed = after([5, spotlight()], [6, gather()], [7, { type: 'workshop.close' }]);
  expect([closed.spotlight, closed.gathering?.atMs]).toEqual([null, 6]);
  expect(transition(closed, spotlight(), 8)).toEqual({ status: 'refused', code: 'session-closed' });
});

it('[ATT5] a board that is binned ends what is on it, and nothing else; so does somebody who is removed', () => {
  const session = after([5, spotlight()], [6, gather()]);
  expect(withoutBoard(session, boardId, 9)).toEqual({ ...firstSession, seq: 3 });
  expect(withoutBoard(session, other, 9)).toBe(session);
  const apart = after([5, spotlight()], [6, gather(fatima, other)]);
  expect(withoutBoard(apart, other, 9)).toEqual({ ...apart, seq: 3, gathering: null });
  expect(withoutParticipant(session, fatima)).toEqual({ ...session, seq: 3, spotlight: null });
  expect(withoutParticipant(session, gus)).toBe(session);
});

it('[ATT8] whoever is followed tells where that is, until nobody is told where anybody looks; nobody else does, and nobody is followed by it', () => {
  const at = (frame: string | null, by = fatima, on = boardId): SessionCommand => ({
    ...{ type: 'spotlight.frame', boardId: on, participantId: by, frame },
  });
  const followed = after([5, spotlight()]);
  const told = after([5, spotlight()], [6, at('2 The tree')]);
  expect(told).toEqual({ ...followed, seq: 2, spotlight: { ...followed.spotlight, frame: '2 The tree' } });
  expect(after([5, spotlight()], [6, at('2 The tree')], [7, at(null)]).spotlight).toEqual(followed.spotlight);
  for (const late of [at('Elsewhere', gus), at('Elsewhere', fatima, other), at('2 The tree')])
    expect(transition(told, late, 9)).toEqual({ status: 'next', session: told });
  expect(transition(firstSession, at('2 The tree'), 9)).toEqual({ status: 'next', session: firstSession });
  const writing = after([5, spotlight()], [6, { type: 'private-writing.start', boardId, isAnonymous: false }]);
  expect(transition(writing, at('2 The tree'), 9)).toEqual({ status: 'next', session: writing });
  expect(after([5, { ...gather(), frame: '2 The tree' } as SessionCommand]).gathering).toMatchObject({
    frame: '2 The tree',
  });
  // As an earlier version kept it.
  const { frame: _frame, ...before } = followed.spotlight ?? { frame: null };
  expect(Session.parse({ ...followed, spotlight: before })).toEqual(followed);
});

it('[ATT6] a view is a part of a board: whole numbers or not, of some size, and within bounds', () => {
  const isFine = (change: Record<string, unknown>) => View.safeParse({ ...view, ...change }).success;
  expect([isFine({}), isFine({ x: -1e7, y: 1e7, w: 1, h: 1e7 })]).toEqual([true, true]);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, -1e7 - 1, 1e7 + 1, 1e308, '5', null, undefined])
    for (const key of ['x', 'y', 'w', 'h']) expect(isFine({ [key]: bad }), `${key} ${bad}`).toBe(false);
  for (const size of [0, -1, 0.5, Number.MIN_VALUE])
    for (const key of ['w', 'h']) expect(isFine({ [key]: size }), `${key} ${size}`).toBe(false);
});

it('[ATT9] what everybody was asked to look at is over with the next phase of its board, and where its board is gone', () => {
  const phase = (id: string): Phase => ({
    ...{ id, scripted: null, title: id, prompt: null, minutes: 5, place: null, tools: [], allows: 'all' },
  });
  const agenda = [phase('s0'), phase('s1')];
  const asked = after([1, { type: 'run.start', boardId, phaseId: 's0', agenda }], [2, gather()]);
  expect(isOver(asked.gathering, asked.run)).toBe(false);
  expect(isOver(asked.gathering, null)).toBe(false);
  const next = transition(asked, { type: 'phase.set', boardId, phaseId: 's1' }, 3);
  if (next.status === 'refused') throw new Error(next.code);
  expect(isOver(next.session.gathering, next.session.run)).toBe(true);
  const elsewhere = after([1, gather()], [2, { type: 'run.start', boardId: other, phaseId: 's0', agenda }]);
  expect(isOver(elsewhere.gathering, elsewhere.run)).toBe(false);
  expect(isOver(null, asked.run)).toBe(true);
});
