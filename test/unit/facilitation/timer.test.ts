import { expect, test } from 'vitest';
import { type Clocks, ServerClock } from '../../../client/facilitation/clock/server-clock.ts';
import { clockText } from '../../../client/facilitation/timer/clock-text.ts';
import { markBetween } from '../../../client/facilitation/timer/timer-news.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A computer whose two clocks are turned by hand. */
function computer(wallMs = 0) {
  let clocks: Clocks = { monotonicMs: 5 * minute, wallMs };
  return {
    read: () => clocks,
    /** Time goes by. */
    wait: (ms: number) => {
      clocks = { monotonicMs: clocks.monotonicMs + ms, wallMs: clocks.wallMs + ms };
    },
    /** The lid is closed: one of the clocks stands still, on some computers both go on. */
    sleep: (ms: number) => {
      clocks = { ...clocks, wallMs: clocks.wallMs + ms };
    },
    set: (to: number) => {
      clocks = { ...clocks, wallMs: to };
    },
  };
}

/** The server answers in the middle of the way there and back. */
function ask(pc: ReturnType<typeof computer>, clock: ServerClock, server: { nowMs: number }, tripMs: number): void {
  const sent = pc.read();
  pc.wait(tripMs / 2);
  server.nowMs += tripMs / 2;
  const serverMs = server.nowMs;
  pc.wait(tripMs / 2);
  server.nowMs += tripMs / 2;
  clock.take({ sent, received: pc.read(), serverMs });
}

test('[TMR20] a page goes by the server’s clock, whatever its computer says of the time of day', () => {
  const pc = computer(7 * hour);
  const clock = new ServerClock(pc.read);
  expect([clock.isInDoubt(), clock.nowMs()]).toEqual([true, 7 * hour]);
  const server = { nowMs: 100 * hour };
  ask(pc, clock, server, 400);
  expect([clock.isInDoubt(), clock.nowMs()]).toEqual([false, server.nowMs]);
  pc.wait(3 * minute);
  expect(clock.nowMs()).toBe(server.nowMs + 3 * minute);
});

test('[TMR21] a clock that is set and a sleep put the page in doubt until the server has been asked again', () => {
  for (const happens of ['set', 'sleep'] as const) {
    const pc = computer(7 * hour);
    const clock = new ServerClock(pc.read);
    const server = { nowMs: 100 * hour };
    ask(pc, clock, server, 400);
    const before = clock.nowMs();
    if (happens === 'set') pc.set(2 * hour);
    else pc.sleep(20 * minute);
    // Setting a clock moves nothing.
    expect(clock.nowMs()).toBe(before);
    expect(clock.isInDoubt()).toBe(true);
    if (happens === 'sleep') server.nowMs += 20 * minute;
    ask(pc, clock, server, 90);
    expect([clock.isInDoubt(), clock.nowMs()]).toEqual([false, server.nowMs]);
  }
});

test('[TMR21] who slept while the server was being asked knows nothing of when it answered', () => {
  const pc = computer();
  const clock = new ServerClock(pc.read);
  const sent = pc.read();
  pc.sleep(hour);
  clock.take({ sent, received: pc.read(), serverMs: 100 * hour });
  expect(clock.isInDoubt()).toBe(true);
});

test('[TMR22] a slow answer does not spoil what a quick one told, until that is ten minutes old', () => {
  const pc = computer();
  const clock = new ServerClock(pc.read);
  ask(pc, clock, { nowMs: 100 * hour }, 40);
  const told = clock.nowMs();
  // One that came late and says something else.
  const sent = pc.read();
  pc.wait(4 * second);
  clock.take({ sent, received: pc.read(), serverMs: 100 * hour });
  expect(clock.nowMs()).toBe(told + 4 * second);
  pc.wait(11 * minute);
  const server = { nowMs: 100 * hour + 11 * minute + 9 * second };
  ask(pc, clock, server, 2 * second);
  expect(clock.nowMs()).toBe(server.nowMs);
});

test('[TMR23] what is left is rounded up and ends at nothing; what is over counts from there, with a plus', () => {
  expect([6 * minute, 6 * minute - 1, 5 * minute, 1, 0].map(clockText)).toEqual([
    ...['06:00', '06:00', '05:00', '00:01', '00:00'],
  ]);
  expect([-1, -999, -second, -61 * second, -2 * hour].map(clockText)).toEqual([
    ...['00:00', '00:00', '+00:01', '+01:01', '+2:00:00'],
  ]);
  expect(clockText(2 * hour + 3 * second)).toBe('2:00:03');
});

test('[TMR24] five minutes, one and none are said as they are passed; of several at once the last', () => {
  expect(markBetween(5 * minute + 1, 5 * minute)).toBe(5 * minute);
  expect(markBetween(minute + 100, minute - 100)).toBe(minute);
  expect(markBetween(100, -100)).toBe(0);
  expect(markBetween(8 * minute, 30 * second)).toBe(minute);
  expect(markBetween(8 * minute, -hour)).toBe(0);
  // One that begins with five minutes has not come down to them, and one that is over stays over.
  expect(markBetween(5 * minute, 5 * minute - 200)).toBeNull();
  expect(markBetween(0, -second)).toBeNull();
  expect(markBetween(-second, 2 * minute)).toBeNull();
});
