import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstSession } from '../../../shared/session/session.ts';
import { leftMs, Timer, TimerCommand, timerLimits, turnTimer } from '../../../shared/session/timer.ts';
import { transition } from '../../../shared/session/transition.ts';

const minute = 60_000;
const hour = 60 * minute;
const start: TimerCommand = { type: 'timer.start', lengthMs: 6 * minute };
const pause: TimerCommand = { type: 'timer.pause' };
const resume: TimerCommand = { type: 'timer.resume' };
const stop: TimerCommand = { type: 'timer.stop' };
const add = (byMs: number): TimerCommand => ({ type: 'timer.add', byMs });

/** Each command with the time at which it is given. */
const turned = (...steps: readonly (readonly [number, TimerCommand])[]): Timer | null =>
  steps.reduce<Timer | null>((timer, [atMs, command]) => turnTimer(timer, command, atMs), null);

const leftOf = (timer: Timer | null, nowMs: number): number | null => timer && leftMs(timer, nowMs);

it('[TMR1] a timer runs out by the server’s clock, rests while it is paused, and goes when it is stopped', () => {
  const running = turned([1_000, start]);
  expect(running).toEqual({ status: 'running', lengthMs: 6 * minute, endsAtMs: 1_000 + 6 * minute });
  expect([leftOf(running, 1_000), leftOf(running, 1_000 + minute), leftOf(running, 1_000 + 7 * minute)]).toEqual([
    6 * minute,
    5 * minute,
    -minute,
  ]);
  const paused = turned([0, start], [minute, pause]);
  expect(paused).toEqual({ status: 'paused', lengthMs: 6 * minute, leftMs: 5 * minute });
  expect(leftOf(paused, 9 * hour)).toBe(5 * minute);
  expect(turned([0, start], [minute, pause], [hour, resume])).toEqual({
    ...{ status: 'running', lengthMs: 6 * minute, endsAtMs: hour + 5 * minute },
  });
  expect(turned([0, start], [minute, stop])).toBeNull();
  // A second one takes the place of the first.
  expect(turned([0, start], [minute, { type: 'timer.start', lengthMs: minute }])).toEqual({
    ...{ status: 'running', lengthMs: minute, endsAtMs: 2 * minute },
  });
});

it('[TMR2] minutes are added to what is left, from now on where it was over, and never beyond the longest timer', () => {
  expect(turned([0, start], [minute, add(2 * minute)])).toEqual({
    ...{ status: 'running', lengthMs: 8 * minute, endsAtMs: 8 * minute },
  });
  expect(turned([0, start], [minute, pause], [hour, add(2 * minute)])).toEqual({
    ...{ status: 'paused', lengthMs: 8 * minute, leftMs: 7 * minute },
  });
  const over = turned([0, start], [hour, add(2 * minute)]);
  expect([leftOf(over, hour), over?.lengthMs]).toEqual([2 * minute, 8 * minute]);
  const overAndPaused = turned([0, start], [hour, pause], [2 * hour, add(minute)]);
  expect([leftOf(overAndPaused, 2 * hour), overAndPaused?.status]).toEqual([minute, 'paused']);
  const longest = turned([0, start], [0, add(timerLimits.maxMs)], [0, add(timerLimits.maxMs)]);
  expect([leftOf(longest, 0), longest?.lengthMs]).toEqual([timerLimits.maxMs, timerLimits.maxMs]);
});

it('[TMR3] a command that does not fit changes nothing: somebody else was faster', () => {
  for (const command of [pause, resume, stop, add(minute)]) expect(turnTimer(null, command, 5)).toBeNull();
  const running = turned([0, start]);
  expect(turnTimer(running, resume, minute)).toBe(running);
  const paused = turned([0, start], [minute, pause]);
  expect(turnTimer(paused, pause, hour)).toBe(paused);
  const session = { ...firstSession, seq: 3, timer: paused };
  expect(transition(session, pause, hour)).toEqual({ status: 'next', session });
  expect(transition(firstSession, stop, hour)).toEqual({ status: 'next', session: firstSession });
});

it('[TMR4] a clock that is set neither gives more than the timer was set for nor breaks what comes after', () => {
  const nine = 9 * hour;
  const running = turned([nine, start]);
  // Put back by hours: at most the whole timer, and a pause mends it.
  expect(leftOf(running, nine - 3 * hour)).toBe(6 * minute);
  expect(turned([nine, start], [nine - 3 * hour, pause], [nine, resume])).toEqual(running);
  expect(turned([nine, start], [nine - 3 * hour, add(minute)])).toEqual({
    ...{ status: 'running', lengthMs: 7 * minute, endsAtMs: nine - 3 * hour + 7 * minute },
  });
  // Put on by hours: it is over, and goes on with what it is given.
  expect(leftOf(running, nine + 3 * hour)).toBe(6 * minute - 3 * hour);
  expect(leftOf(turned([nine, start], [nine + 3 * hour, add(minute)]), nine + 3 * hour)).toBe(minute);
  // What rests does not care.
  expect(leftOf(turned([nine, start], [nine + minute, pause]), 0)).toBe(5 * minute);
});

const anyLength = fc.integer({ min: timerLimits.minMs, max: timerLimits.maxMs });
const anyCommand: fc.Arbitrary<TimerCommand> = fc.oneof(
  fc.record({ type: fc.constant('timer.start' as const), lengthMs: anyLength }),
  fc.record({ type: fc.constant('timer.add' as const), byMs: anyLength }),
  fc.constantFrom(pause, resume, stop),
);

it('[TMR4] after any commands at any times a timer is whole, and has no more left than it was set for', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 48 * hour }), anyCommand), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (given) => {
      for (const [, command] of given) expect(TimerCommand.parse(command)).toEqual(command);
      const timer = turned(...given);
      if (timer === null) return;
      expect(Timer.parse(timer)).toEqual(timer);
      for (const nowMs of [0, 24 * hour, 48 * hour]) expect(leftMs(timer, nowMs)).toBeLessThanOrEqual(timer.lengthMs);
    }),
    { numRuns: 300 },
  );
});

it('[TMR5] closing the session stops the timer, and none is started while it is closed', () => {
  const begun = transition(firstSession, start, 5);
  if (begun.status === 'refused') throw new Error(begun.code);
  expect(begun.session).toEqual({ ...firstSession, seq: 1, timer: turned([5, start]) });
  const closed = transition(begun.session, { type: 'workshop.close' }, 6);
  expect(closed).toEqual({ status: 'next', session: { ...firstSession, seq: 2, closedAtMs: 6 } });
  if (closed.status === 'refused') throw new Error(closed.code);
  expect(transition(closed.session, start, 7)).toEqual({ status: 'refused', code: 'session-closed' });
});
