import { useCallback } from 'react';
import { leftMs, type Timer } from '../../../shared/session/timer.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { useFromClock } from '../clock/use-server-clock.ts';

/** Rounded up, so that a timer begins with what it was set for; below zero for how long it has been over. */
export const useSecondsLeft = (timer: Timer, clock: ServerClock): number =>
  useFromClock(
    clock,
    useCallback((nowMs: number) => Math.ceil(leftMs(timer, nowMs) / 1_000), [timer]),
  );
