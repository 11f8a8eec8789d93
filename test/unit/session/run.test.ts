import { expect, it } from 'vitest';
import { BoardId, RoundId } from '../../../shared/protocol/ids.ts';
import { agendaLimits, textLimits } from '../../../shared/protocol/limits.ts';
import { Agenda, GivenAgenda, type Phase } from '../../../shared/session/agenda.ts';
import { movesMax, progressOf, type Run } from '../../../shared/session/run.ts';
import { firstSession, Session } from '../../../shared/session/session.ts';
import { type SessionCommand, transition } from '../../../shared/session/transition.ts';
import type { VotingMethod } from '../../../shared/session/voting.ts';

const minute = 60_000;
const hour = 60 * minute;
const boardId = BoardId.parse('b'.repeat(21));
const other = BoardId.parse('o'.repeat(21));

const phase = (id: string, minutes: number, change: Partial<Phase> = {}): Phase => ({
  ...{ id, scripted: null, title: id, prompt: null, minutes, place: null, tools: [], allows: 'all' },
  ...change,
});
const [first, second, third] = [phase('first', 10), phase('second', 20), phase('third', 5)];
const agenda: Agenda = [first, second, third];

/** The state after commands that all fit; each with its time. */
function after(...steps: readonly (readonly [number, SessionCommand])[]): Session {
  return steps.reduce((session, [atMs, command]) => {
    const made = transition(session, command, atMs);
    if (made.status === 'refused') throw new Error(`${command.type}: ${made.code}`);
    expect(Session.parse(made.session)).toEqual(made.session);
    return made.session;
  }, firstSession);
}

const refusal = (session: Session, command: SessionCommand, nowMs = 0): string | null => {
  const made = transition(session, command, nowMs);
  return made.status === 'refused' ? made.code : null;
};

const start = (phaseId = 'first', on = boardId): SessionCommand => ({
  ...{ type: 'run.start', boardId: on, phaseId, agenda },
});
const goTo = (phaseId: string, on = boardId): SessionCommand => ({ type: 'phase.set', boardId: on, phaseId });
const change = (to: Agenda, on = boardId): SessionCommand => ({ type: 'agenda.set', boardId: on, agenda: to });
const timer: SessionCommand = { type: 'timer.start', lengthMs: 6 * minute };
const runOf = ({ run }: Session): Run => {
  if (run === null) throw new Error('nothing runs');
  return run;
};

it('[RUN1] a run begins with any of its phases, goes on to any, and ends; a timer is its phase’s', () => {
  const begun = after([hour, timer], [hour, start('second')]);
  expect([begun.run, begun.timer]).toEqual([
    {
      ...{ boardId, agenda, phaseId: 'second', dueAtMs: hour + 25 * minute },
      ...{ startedAtMs: hour, phaseSinceMs: hour, moves: [] },
    },
    null,
  ]);
  const gone = after([0, start()], [1, timer], [2, goTo('third')], [3, timer], [4, goTo('first')]);
  expect([runOf(gone).phaseId, runOf(gone).phaseSinceMs, gone.timer]).toEqual(['first', 4, null]);
  expect(runOf(gone).dueAtMs).toBe(35 * minute);
  expect(after([0, start()], [1, timer], [2, { type: 'run.end', boardId }])).toEqual({ ...firstSession, seq: 3 });
  // Another board's takes its place.
  expect(runOf(after([0, start()], [1, start('third', other)]))).toMatchObject({ boardId: other, phaseId: 'third' });
});

it('[RUN2] going on to where everybody is already, and ending what is over, change nothing', () => {
  const session = after([0, start()], [1, timer], [2, goTo('second')]);
  for (const command of [goTo('second'), { type: 'run.end', boardId: other }] as const)
    expect(transition(session, command, 9)).toEqual({ status: 'next', session });
  expect(transition(firstSession, { type: 'run.end', boardId }, 9)).toEqual({ status: 'next', session: firstSession });
});

it('[RUN3] a phase that is not there is refused, and so is a run while the session is closed', () => {
  expect(refusal(firstSession, start('none'))).toBe('phase-gone');
  expect(refusal(firstSession, goTo('first'))).toBe('phase-gone');
  const session = after([0, start()]);
  expect([refusal(session, goTo('none')), refusal(session, goTo('second', other))]).toEqual([
    'phase-gone',
    'phase-gone',
  ]);
  const closed = after([0, start()], [1, timer], [2, { type: 'workshop.close' }]);
  expect([closed.timer, runOf(closed).phaseId, refusal(closed, start())]).toEqual([null, 'first', 'session-closed']);
});

it('[RUN4] a run goes on with a changed agenda, unless the phase is gone that everybody is in', () => {
  const session = after([0, start('second')], [1, timer]);
  const changed = [second, phase('new', 7)];
  expect(after([0, start('second')], [1, timer], [2, change(changed)])).toEqual({
    ...session,
    ...{ seq: 3, run: { ...runOf(session), agenda: changed } },
  });
  expect(refusal(session, change([first, third]))).toBe('phase-gone');
  expect(refusal(session, change([]))).toBe('phase-gone');
  expect(transition(session, change([first], other), 2)).toEqual({ status: 'next', session });
  expect(transition(firstSession, change([first]), 2)).toEqual({ status: 'next', session: firstSession });
});

it('[RUN5] what was begun in a phase is noted on the board of the run alone, timers as often as there were, and anew in the next phase', () => {
  const opening = (method: VotingMethod, on = boardId): SessionCommand => ({
    ...{ type: 'voting.open', boardId: on, id: RoundId.parse('r'.repeat(21)), question: 'Which?', method },
    ...{ scope: { frameId: null, kind: null }, isOpen: false },
  });
  const close: SessionCommand = { type: 'voting.close', boardId, id: RoundId.parse('r'.repeat(21)) };
  const dots = opening({ type: 'dots', perPerson: 5, perCard: 2 });
  const begin: SessionCommand = { type: 'private-writing.start', boardId, isAnonymous: false };
  const steps = [[0, start()] as const, [1, begin] as const, [2, timer] as const, [3, timer] as const];
  expect(runOf(after(...steps)).moves).toEqual(['write', 'timer', 'timer']);
  const voted = after(...steps, [4, dots], [5, close], [6, opening({ type: 'fist' })]);
  expect(runOf(voted).moves).toEqual(['write', 'timer', 'timer', 'dots', 'fist']);
  const often = Array.from({ length: 30 }, (_, atMs) => [atMs + 1, timer] as const);
  expect(runOf(after([0, start()], ...often)).moves).toHaveLength(movesMax);
  expect(runOf(after([0, start()], [1, opening({ type: 'score', field: 'reach' })])).moves).toEqual(['dots']);
  expect(runOf(after(...steps, [4, goTo('second')])).moves).toEqual([]);
  const elsewhere = after([0, start()], [1, opening({ type: 'fist' }, other)], [2, { ...begin, boardId: other }]);
  expect(runOf(elsewhere).moves).toEqual([]);
  expect(after([0, begin], [1, timer]).run).toBeNull();
});

it('[RUN8] private writing begins together with its minutes, and a run that is on is not begun again', () => {
  const begin: SessionCommand = { type: 'private-writing.start', boardId, isAnonymous: false, timerMs: 4 * minute };
  const session = after([0, start()], [hour, begin]);
  expect(session.timer).toEqual({ status: 'running', lengthMs: 4 * minute, endsAtMs: hour + 4 * minute });
  expect([session.seq, runOf(session).moves]).toEqual([2, ['timer', 'write']]);
  const gone = after([0, start()], [1, goTo('third')], [2, timer]);
  expect(transition(gone, start(), 3)).toEqual({ status: 'next', session: gone });
  expect(runOf(after([0, start()], [1, start('first', other)])).boardId).toBe(other);
});

const inMinutes = (run: Run, nowMs: number) => {
  const { goneMs, plannedMs, lateMs } = progressOf(run, nowMs);
  return { gone: goneMs / minute, planned: plannedMs / minute, late: lateMs / minute };
};

it('[RUN6] a run is late by what its phases took too long, and early by what they did not need', () => {
  const begun = runOf(after([0, start()]));
  const onTime = { planned: 10, late: 0 };
  expect(inMinutes(begun, 0)).toEqual({ ...onTime, gone: 0 });
  expect(inMinutes(begun, 10 * minute)).toEqual({ ...onTime, gone: 10 });
  expect(inMinutes(begun, 14 * minute)).toEqual({ ...onTime, gone: 14, late: 4 });
  const late = runOf(after([0, start()], [14 * minute, goTo('second')]));
  expect(inMinutes(late, 15 * minute)).toMatchObject({ gone: 1, planned: 20, late: 4 });
  const early = runOf(after([0, start()], [7 * minute, goTo('second')]));
  expect(inMinutes(early, 8 * minute)).toMatchObject({ gone: 1, late: -3 });
  const last = runOf(after([0, start()], [10 * minute, goTo('third')]));
  expect(inMinutes(last, 10 * minute)).toEqual({
    ...{ gone: 0, planned: 5, late: -20 },
  });
  // Begun in the middle it is on time.
  expect(inMinutes(runOf(after([hour, start('second')])), hour)).toMatchObject({ late: 0 });
  // A clock that was put back.
  expect(inMinutes(runOf(after([hour, start()])), 0)).toMatchObject({ gone: 0, late: 0 });
});

it('[RUN6] a run that is late is no more when its agenda is shortened, and what is over may be changed', () => {
  const late = [[0, start()] as const, [14 * minute, goTo('second')] as const];
  const lateWith = (to: Agenda) => inMinutes(runOf(after(...late, [15 * minute, change(to)])), 15 * minute).late;
  expect(lateWith([first, { ...second, minutes: 16 }, third])).toBe(0);
  expect(lateWith([first, { ...second, minutes: 25 }, third])).toBe(9);
  expect(lateWith([second, third])).toBe(4);
  expect(lateWith([{ ...first, minutes: 60 }, second, third])).toBe(4);
});

it('[RUN7] an agenda has so many phases at most, each under an id of its own, with a title or one of the script', () => {
  const isFine = (phases: readonly unknown[]) => GivenAgenda.safeParse(phases).success;
  const many = Array.from({ length: agendaLimits.phasesMax + 1 }, (_, index) => phase(`p${index}`, 1));
  expect([isFine([]), isFine(many.slice(1)), isFine(many)]).toEqual([true, true, false]);
  expect(isFine([first, { ...second, id: 'first' }])).toBe(false);
  expect(isFine([{ ...first, title: null }])).toBe(false);
  expect(isFine([{ ...first, title: null, scripted: 0 }])).toBe(true);
  expect(isFine([{ ...first, title: ' ' }])).toBe(false);
  for (const minutes of [0, 1.5, agendaLimits.minutesMax + 1]) expect(isFine([{ ...first, minutes }])).toBe(false);
  expect(isFine([{ ...first, tools: [{ tool: 'T', minutes: 6 }, { tool: 'V', dots: 5 }, { tool: 'PW' }] }])).toBe(true);
  expect(isFine([{ ...first, tools: [{ tool: 'T' }] }])).toBe(false);
  expect(isFine([{ ...first, title: 'x'.repeat(textLimits.phaseTitle + 1) }])).toBe(false);
  // Handed in it becomes lines of text, which stay as they are from then on.
  const given = GivenAgenda.parse([{ ...first, title: '  Name \n them ' }]);
  expect(given).toEqual([{ ...first, title: 'Name them' }]);
  expect(Agenda.parse(given)).toEqual(given);
  expect(isFine([{ ...first, prompt: 'Who?\u202e' }])).toBe(false);
});
