import './world.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackedSchedule, schedule } from './commands.ts';
import { failures } from './failures.ts';
import { runSchedule } from './run.ts';

/** More of them, and others: `MODEL_RUNS=200000 MODEL_SEED=$RANDOM npx vitest run --project unit test/unit/model`. */
const runs = Number(process.env.MODEL_RUNS ?? 3_000);
const seed = Number(process.env.MODEL_SEED ?? 20_240_501);

describe('clients, server, network and disk', () => {
  for (const { name, ...known } of failures)
    it(`[MOD2] a schedule that failed once: ${name}`, async () => {
      await runSchedule(known);
    });

  it('[MOD3] the same schedule comes to the same each time, client ids and all', { timeout: 0 }, async () => {
    for (const one of fc.sample(schedule, { numRuns: 10, seed }))
      expect(await runSchedule(one)).toEqual(await runSchedule(one));
  });

  it('[RELY1] whatever happens in whatever order, nothing that was saved is lost and all end up with the same', {
    timeout: 0,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (one) => {
        await runSchedule(one);
      }),
      { numRuns: runs, seed },
    );
  });

  it('[MOD1] whatever an attacker sends in between, for everybody else it is as if nothing had been', {
    timeout: 0,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(attackedSchedule, async (one) => {
        await runSchedule(one);
      }),
      { numRuns: Math.ceil(runs / 10), seed },
    );
  });
});
