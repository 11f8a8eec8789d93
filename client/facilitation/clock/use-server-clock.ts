import { useEffect, useState } from 'react';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { readSession } from '../../api/commands.ts';
import { readClocks, ServerClock } from './server-clock.ts';

/** How often a page looks whether its computer slept. */
const lookMs = 1_000;
/** Between two questions that nobody answered. */
const againMs = 3_000;

/**
 * The server's clock, asked for again whenever there is doubt: on opening, after a sleep, when a clock was set, and when
 * somebody comes back to the page.
 * @param isWanted whether anything shows a time of the server's
 */
export function useServerClock(workshopId: WorkshopId, isWanted: boolean): ServerClock {
  const [clock] = useState(() => new ServerClock());
  useEffect(() => {
    if (!isWanted) return;
    let isGone = false;
    let nextMs = 0;
    const ask = async () => {
      const sent = readClocks();
      nextMs = sent.monotonicMs + againMs;
      const answer = await readSession(workshopId);
      if (answer.ok && !isGone) clock.take({ sent, received: readClocks(), serverMs: answer.value.nowMs });
    };
    const look = () => {
      if (clock.isInDoubt() && performance.now() >= nextMs) void ask();
    };
    const comeBack = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    // From the first that goes by it: until then the server may have put its clock right.
    void ask();
    const timer = setInterval(look, lookMs);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [clock, workshopId, isWanted]);
  return clock;
}

/** Several times a second, so that no second is left out where the page is busy; drawn again only when one has passed. */
const tickMs = 200;

/**
 * What is read off the clock, as it changes.
 * @param read the same value as before draws nothing anew
 */
export function useFromClock<Value extends number | string | boolean | null>(
  clock: ServerClock,
  read: (nowMs: number) => Value,
): Value {
  const [, redraw] = useState<Value>();
  const value = read(clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => redraw(read(clock.nowMs())), tickMs);
    return () => clearInterval(timer);
  }, [clock, read]);
  return value;
}
