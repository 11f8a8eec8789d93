import type { Contributor, Version } from '../../../../shared/api/history.ts';
import type { VersionId } from '../../../../shared/protocol/ids.ts';

export const sinceMinutes = ['5', '15', '60'] as const;

/** From when on somebody's work is undone: minutes back, their first change, or a version. */
export type Since = (typeof sinceMinutes)[number] | 'first' | VersionId;

interface Known {
  readonly person: Contributor;
  readonly versions: readonly Version[];
  readonly nowMs: number;
}

/** @returns milliseconds since 1970; a version that is gone counts as the first change. */
export function sinceMsOf(since: Since, { person, versions, nowMs }: Known): number {
  const minutes = sinceMinutes.find((known) => known === since);
  if (minutes !== undefined) return nowMs - Number(minutes) * 60_000;
  const version = versions.find(({ id }) => id === since);
  return version?.createdAtMs ?? person.firstAtMs;
}
