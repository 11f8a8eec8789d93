import type { ClosedRound } from '../../../shared/api/voting.ts';
import { QUESTION } from '../../../shared/session/voting.ts';

/** A show of fingers that is older was about something else. */
const recentMs = 60 * 60_000;

/**
 * What the last fist to five came to, to a tenth; null where there was none of late.
 * @param rounds the newest first
 * @param nowMs by the server's clock
 */
export function recentSupport(rounds: readonly ClosedRound[], nowMs: number): number | null {
  const last = rounds.find(({ round }) => round.method.type === 'fist');
  if (last === undefined || nowMs - last.closedAtMs > recentMs) return null;
  const people = last.tally.standings.find(({ id }) => id === QUESTION)?.people ?? null;
  return people === null ? null : Math.round(people * 10) / 10;
}
