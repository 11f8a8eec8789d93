/** What is said of a timer: when so much is left. In milliseconds, the longest first. */
const marksMs = [5 * 60_000, 60_000, 0] as const;
export type TimerMark = (typeof marksMs)[number];

/**
 * The last mark that was passed between two looks; null for none. A timer that begins at a mark has not passed it.
 * @param beforeMs what was left at the last look
 */
export const markBetween = (beforeMs: number, leftMs: number): TimerMark | null =>
  marksMs.findLast((mark) => beforeMs > mark && leftMs <= mark) ?? null;
