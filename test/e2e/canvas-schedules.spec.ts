import { expect, test } from '@playwright/test';
import { openLab } from './support/lab-page.ts';

const page = openLab();

interface Schedule {
  readonly seed: number;
  readonly steps: number;
}

/** Schedules that failed once. */
const failedOnce: readonly Schedule[] = [
  { seed: 5047, steps: 80 },
  { seed: 7006, steps: 80 },
  { seed: 9054, steps: 80 },
];
/** For long runs: how many schedules, how long each is, and where the seeds begin. */
const { SCHEDULES = '40', SCHEDULE_STEPS = '25', SCHEDULE_SEED = '1' } = process.env;
/** Editors cannot be thrown away without a trace, so after this many schedules comes a new page. */
const schedulesPerPage = 10;

const play = ({ seed, steps }: Schedule, reviewed = true): Promise<string[]> =>
  page().evaluate(([seed, steps, reviewed]) => lab.playSchedule(seed, steps, reviewed), [
    seed,
    steps,
    reviewed,
  ] as const);

const fresh = (count: number): readonly Schedule[] =>
  Array.from({ length: count }, (_, n) => ({ seed: Number(SCHEDULE_SEED) + n, steps: Number(SCHEDULE_STEPS) }));
const schedules = [...failedOnce, ...fresh(Number(SCHEDULES))];

test(`[RELY1] ${schedules.length} schedules of edits, cuts and delays between editors: canvases, the document and what was stored end the same`, async () => {
  test.setTimeout(120_000 + schedules.length * 5_000);
  for (const [n, schedule] of schedules.entries()) {
    if (n > 0 && n % schedulesPerPage === 0) {
      await page().reload();
      await page().waitForFunction(() => 'lab' in window);
    }
    expect(await play(schedule), `SCHEDULE_SEED=${schedule.seed} SCHEDULE_STEPS=${schedule.steps}`).toEqual([]);
  }
});

test('[CAN101] the schedules find what a server that mends nothing leaves behind', async () => {
  const found: string[] = [];
  for (const schedule of fresh(schedulesPerPage)) if (found.length === 0) found.push(...(await play(schedule, false)));
  expect(found).not.toEqual([]);
});
