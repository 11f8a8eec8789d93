import type { HelpKey } from './finding.ts';

/** Longest reason, in UTF-16 code units. */
export const reasonMax = 200;

/** As it stands on a card or on a board's first heading. */
export const dismissalOf = (key: HelpKey, reason: string): string => `${key}: ${reason}`;

/** @returns why this help was put aside; null where it was not */
export function reasonIn(entries: unknown, key: HelpKey): string | null {
  if (!Array.isArray(entries)) return null;
  const prefix = `${key}: `;
  const entry = entries.find((one): one is string => typeof one === 'string' && one.startsWith(prefix));
  return entry === undefined ? null : entry.slice(prefix.length);
}

/** The other entries. */
export function without(entries: unknown, key: HelpKey): string[] {
  const all = Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'string') : [];
  return all.filter((entry) => !entry.startsWith(`${key}: `));
}
