export const expiries = ['none', 'tonight', 'week', 'date'] as const;
export type Expiry = (typeof expiries)[number];

const endOfDayMs = (atMs: number): number => new Date(atMs).setHours(23, 59, 59, 999);

/**
 * Until when a link lets people in; always the end of a day where the person sits.
 * @param day `2026-11-30`, of the choice `date`.
 * @returns ms since 1970; null for no end; 'past' for a day that is over or none.
 */
export function expiryAtMs(choice: Expiry, day: string, nowMs: number): number | null | 'past' {
  switch (choice) {
    case 'none':
      return null;
    case 'tonight':
      return endOfDayMs(nowMs);
    case 'week':
      return endOfDayMs(new Date(nowMs).setDate(new Date(nowMs).getDate() + 7));
    case 'date': {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      const atMs = year > 0 ? endOfDayMs(new Date(year, month - 1, date).getTime()) : Number.NaN;
      return atMs > nowMs ? atMs : 'past';
    }
  }
}

/** The day of a moment as a date field has it. */
export function dayOf(atMs: number): string {
  const date = new Date(atMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
