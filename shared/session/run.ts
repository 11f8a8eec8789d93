import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { minuteMs } from '../durations.ts';
import { BoardId } from '../protocol/ids.ts';
import { Agenda, minutesOf, type Phase, PhaseId } from './agenda.ts';

/** What people do at the same time. */
export const Move = z.enum(['write', 'dots', 'fist', 'timer', 'groups', 'round', 'gather']);
export type Move = z.infer<typeof Move>;

/** Whoever begins more in one phase is not counting any more. */
export const movesMax = 20;

/** A session that goes through the phases of a board. */
export const Run = z.object({
  boardId: BoardId,
  agenda: Agenda,
  /** The phase that everybody is in; one of the agenda's. */
  phaseId: PhaseId,
  /** When it began; null for one that an earlier version began. */
  startedAtMs: TimestampMs.nullable().default(null),
  /** When it was to end, by the minutes that the phases had when it began. */
  dueAtMs: TimestampMs,
  phaseSinceMs: TimestampMs,
  /** What was begun in this phase. */
  moves: z.array(Move).max(movesMax),
});
export type Run = z.infer<typeof Run>;

/** The phase that everybody on a board is in; null where no session runs there. */
export const phaseOn = (run: Run | null, boardId: BoardId): Phase | null =>
  run?.boardId === boardId ? (run.agenda.find(({ id }) => id === run.phaseId) ?? null) : null;

/** How a run stands against its plan, in milliseconds. */
export interface Progress {
  /** How long the phase has gone on, and how long it was meant to. */
  readonly goneMs: number;
  readonly plannedMs: number;
  /** How much later than planned the whole ends if all that comes takes its minutes; below zero: earlier. */
  readonly lateMs: number;
}

/** When a session ends that begins now with a phase of the agenda, if all that come take their minutes. */
export const dueAt = (agenda: Agenda, phaseId: PhaseId, nowMs: number): number =>
  nowMs + minutesOf(agenda.slice(agenda.findIndex(({ id }) => id === phaseId))) * minuteMs;

/** @param nowMs by the server's clock. @throws Error when the phase is none of the agenda's, which no server lets happen. */
export function progressOf({ agenda, phaseId, dueAtMs, phaseSinceMs }: Run, nowMs: number): Progress {
  const at = agenda.findIndex(({ id }) => id === phaseId);
  const phase = agenda[at];
  if (phase === undefined) throw new Error(`no phase ${phaseId}`);
  const plannedMs = phase.minutes * minuteMs;
  const goneMs = Math.max(0, nowMs - phaseSinceMs);
  const endsAtMs = phaseSinceMs + Math.max(goneMs, plannedMs) + minutesOf(agenda.slice(at + 1)) * minuteMs;
  return { goneMs, plannedMs, lateMs: endsAtMs - dueAtMs };
}
