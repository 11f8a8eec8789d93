import type { ServerResponse } from 'node:http';

/** How long an answer may be on its way; what of it was not taken yet is in memory. */
interface AnswerLimits {
  /** While nothing of it is taken. */
  readonly stalledMaxMs: number;
  /** In all. */
  readonly sendingMaxMs: number;
}

/**
 * The largest file over a line of a megabit takes seven minutes; of a proxy that gathers much before it passes on any of it,
 * nothing may be heard for a minute.
 */
const answerLimits: AnswerLimits = { stalledMaxMs: 120_000, sendingMaxMs: 10 * 60_000 };

/** @returns a hook of each answer that is made: it cuts off whoever takes longer than this for one. */
export const answerLimit =
  ({ stalledMaxMs, sendingMaxMs }: AnswerLimits = answerLimits) =>
  async (_request: unknown, { raw }: { readonly raw: ServerResponse }): Promise<void> => {
    raw.setTimeout(stalledMaxMs, () => raw.destroy());
    const late = setTimeout(() => raw.destroy(), sendingMaxMs).unref();
    raw.once('close', () => clearTimeout(late));
  };
