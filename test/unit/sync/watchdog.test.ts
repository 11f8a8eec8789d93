import { describe, expect, it } from 'vitest';
import { createWatchdog } from '../../../client/sync/watchdog.ts';
import { connectionLimits } from '../../../shared/protocol/limits.ts';
import { ManualClock } from '../rooms/manual-clock.ts';

const stage = () => {
  const clock = new ManualClock();
  let ended = 0;
  const watchdog = createWatchdog(clock, () => {
    ended += 1;
  });
  return { clock, watchdog, ended: () => ended };
};

describe('[SYN10] a connection that has gone silent', () => {
  it('[RELY16] is ended within 20 s of the last word, once', async () => {
    const { clock, watchdog, ended } = stage();
    watchdog.start();
    await clock.pass(7_000);
    watchdog.heard();
    await clock.pass(14_000);
    expect(ended()).toBe(0);
    await clock.pass(6_000);
    expect(ended()).toBe(1);
    await clock.pass(60_000);
    expect(ended()).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('[SYN10] is one that never opened as well', async () => {
    const { clock, watchdog, ended } = stage();
    watchdog.start();
    await clock.pass(20_000);
    expect(ended()).toBe(1);
  });

  it('[SYN10] is not one on which the server says no more than it has to', async () => {
    const { clock, watchdog, ended } = stage();
    watchdog.start();
    for (let n = 0; n < 30; n++) {
      await clock.pass(connectionLimits.silenceMs + 1_000);
      watchdog.heard();
    }
    expect(ended()).toBe(0);
  });

  it('[SYN11] is found at once by a computer that wakes up', () => {
    const clock = new ManualClock();
    let nowMs = 0;
    let ended = 0;
    const asleep = { nowMs: () => nowMs, after: clock.after.bind(clock) };
    const watchdog = createWatchdog(asleep, () => {
      ended += 1;
    });
    watchdog.start();
    watchdog.check();
    expect(ended).toBe(0);
    nowMs = 8 * 3_600_000;
    watchdog.check();
    expect(ended).toBe(1);
  });

  it('[RELY20] is found also when the clock has been set back by a day', async () => {
    const { clock, watchdog, ended } = stage();
    watchdog.start();
    await clock.pass(5_000);
    clock.jump(-24 * 3_600_000);
    await clock.pass(14_000);
    expect(ended()).toBe(0);
    await clock.pass(6_000);
    expect(ended()).toBe(1);
  });

  it('[SYN10] is not watched any more once it is closed', async () => {
    const { clock, watchdog, ended } = stage();
    watchdog.start();
    watchdog.stop();
    await clock.pass(60_000);
    expect(ended()).toBe(0);
    expect(clock.waiting).toBe(0);
  });
});
