import { expect, test } from '@playwright/test';
import { openLab } from './support/lab-page.ts';

const page = openLab();

/** Seeds of schedules that failed once. */
const failedOnce: readonly number[] = [];
/** For long runs: how many schedules, how long each is, and where the seeds begin. */
const { SCHEDULES = '40', SCHEDULE_STEPS = '25', SCHEDULE_SEED = '1' } = process.env;
/** Editors cannot be thrown away without a trace, so after this many schedules comes a new page. */
const schedulesPerPage = 10;

const play = (seed: number, reviewed = true): Promise<string[]> =>
  page().evaluate(([seed, steps, reviewed]) => lab.playSchedule(seed, steps, reviewed), [
    seed,
    Number(SCHEDULE_STEPS),
    reviewed,
  ] as const);

const seeds = [...failedOnce, ...Array.from({ length: Number(SCHEDULES) }, (_, n) => Number(SCHEDULE_SEED) + n)];

test(`[RELY1] ${seeds.length} schedules of edits, cuts and delays between editors: canvases, the document and what was stored end the same`, async () => {
  test.setTimeout(120_000 + seeds.length * 5_000);
  for (const [n, seed] of seeds.entries()) {
    if (n > 0 && n % schedulesPerPage === 0) {
      await page().reload();
      await page().waitForFunction(() => 'lab' in window);
    }
    expect(await play(seed), `SCHEDULE_SEED=${seed}`).toEqual([]);
  }
});

test('[CAN101] the schedules find what a server that mends nothing leaves behind', async () => {
  const found: string[] = [];
  for (let seed = 1; seed <= schedulesPerPage && found.length === 0; seed++) found.push(...(await play(seed, false)));
  expect(found).not.toEqual([]);
});
