import type { Clock } from './clock.ts';

/**
 * A connection on which nothing came for this long is dead: the server says something at least every 10 s. With the
 * time between two looks a page knows within 20 s that its network has gone silent without closing anything.
 */
const silenceMaxMs = 15_000;
const lookEveryMs = 2_500;

export interface Watchdog {
  /** A connection is being tried. */
  start(): void;
  /** Something came from the server. */
  heard(): void;
  /** There is no connection to watch. */
  stop(): void;
  /** Looks now, for a page that has just woken up. */
  check(): void;
}

/**
 * Watches one connection after the other, from the first try on.
 * @param onSilent called once for a connection; has to end it.
 */
export function createWatchdog(clock: Clock, onSilent: () => void): Watchdog {
  let heardMs: number | null = null;
  let cancel = () => {};
  const stop = () => {
    heardMs = null;
    cancel();
  };
  const check = () => {
    if (heardMs === null) return;
    // A clock that was set back does not know how long it has been.
    heardMs = Math.min(heardMs, clock.nowMs());
    if (clock.nowMs() - heardMs < silenceMaxMs) return;
    stop();
    onSilent();
  };
  const look = () => {
    check();
    if (heardMs !== null) cancel = clock.after(lookEveryMs, look);
  };
  return {
    start() {
      stop();
      heardMs = clock.nowMs();
      cancel = clock.after(lookEveryMs, look);
    },
    heard() {
      if (heardMs !== null) heardMs = clock.nowMs();
    },
    stop,
    check,
  };
}
