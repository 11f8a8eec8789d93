import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';

/** Of a timer, in milliseconds. */
export const timerLimits = { minMs: 1_000, maxMs: 4 * 60 * 60_000 } as const;

/** In milliseconds. */
export const TimerLength = z.int().min(timerLimits.minMs).max(timerLimits.maxMs);

/** The minutes that everybody sees run. One that is over stays until it is stopped: how long over is of interest too. */
export const Timer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('running'),
    /** For how long it was set in all, with what was added. */
    lengthMs: TimerLength,
    /** By the server's clock. */
    endsAtMs: TimestampMs,
  }),
  z.object({ status: z.literal('paused'), lengthMs: TimerLength, leftMs: z.int().nonnegative() }),
]);
export type Timer = z.infer<typeof Timer>;

export const TimerCommand = z.discriminatedUnion('type', [
  /** Takes the place of one that is there. */
  z.object({ type: z.literal('timer.start'), lengthMs: TimerLength }),
  z.object({ type: z.literal('timer.pause') }),
  z.object({ type: z.literal('timer.resume') }),
  /** To one that is over it gives so much from now on. */
  z.object({ type: z.literal('timer.add'), byMs: TimerLength }),
  z.object({ type: z.literal('timer.stop') }),
]);
export type TimerCommand = z.infer<typeof TimerCommand>;

/**
 * Milliseconds until it is over; below zero for how long it has been. Never more than it was set for, also where the
 * server's clock was put back meanwhile.
 * @param nowMs by the server's clock
 */
export const leftMs = (timer: Timer, nowMs: number): number =>
  timer.status === 'running' ? Math.min(timer.lengthMs, timer.endsAtMs - nowMs) : timer.leftMs;

/** Whether no more is left than it was set for: otherwise the clock was put back while no server ran. */
export const isWithinLength = (timer: Timer, nowMs: number): boolean =>
  timer.status !== 'running' || timer.endsAtMs - nowMs <= timer.lengthMs;

/** A timer of which more would be left than it was set for, anew from now on. */
export const restarted = (timer: Timer | null, nowMs: number): Timer | null =>
  timer?.status !== 'running' || isWithinLength(timer, nowMs) ? timer : { ...timer, endsAtMs: nowMs + timer.lengthMs };

/** What a command makes of it; what does not fit changes nothing: somebody else was faster. */
export function turnTimer(timer: Timer | null, command: TimerCommand, nowMs: number): Timer | null {
  switch (command.type) {
    case 'timer.start':
      return { status: 'running', lengthMs: command.lengthMs, endsAtMs: nowMs + command.lengthMs };
    case 'timer.pause':
      if (timer?.status !== 'running') return timer;
      return { status: 'paused', lengthMs: timer.lengthMs, leftMs: Math.max(0, leftMs(timer, nowMs)) };
    case 'timer.resume':
      if (timer?.status !== 'paused') return timer;
      return { status: 'running', lengthMs: timer.lengthMs, endsAtMs: nowMs + timer.leftMs };
    case 'timer.add':
      return timer === null ? null : longer(timer, command.byMs, nowMs);
    case 'timer.stop':
      return null;
  }
}

function longer(timer: Timer, byMs: number, nowMs: number): Timer {
  const lengthMs = Math.min(timerLimits.maxMs, timer.lengthMs + byMs);
  const left = Math.min(timerLimits.maxMs, Math.max(0, leftMs(timer, nowMs)) + byMs);
  return timer.status === 'running'
    ? { status: 'running', lengthMs, endsAtMs: nowMs + left }
    : { status: 'paused', lengthMs, leftMs: left };
}
